import type { Code, ReceiptFormat } from "@samvirke/contracts";
import type { Either, Instant } from "@samvirke/kernel";
import { E } from "@samvirke/kernel";
import { checkShape } from "../certificate/shape.ts";
import { wireDocument } from "../envelope/document.ts";
import { codeIn, codeOf } from "../envelope/elements.ts";
import type { Findings } from "../xml/findings.ts";
import { collectFindings } from "../xml/findings.ts";
import type { MessageLimits } from "../xml/guard.ts";
import { defaultLimits, guardedTree } from "../xml/guard.ts";
import { textIn } from "../xml/read.ts";
import type { XmlNode } from "../xml/tree.ts";
import { child, children } from "../xml/tree.ts";
import { instantOf, readClockTime } from "../xml/values.ts";
import { isWellFormed } from "../xml/well-formed.ts";
import { appRecShape } from "./apprec-shape.ts";
import type { NoReceipt, NoReceiptClass, ParsedReceipt } from "./receipt.ts";
import { isSwapped, statusOfCode } from "./receipt.ts";
import { receiptPartyIn } from "./receipt-party.ts";

const anyEdition = "http://www.kith.no/xmlstds/apprec/";

/** The editions of the receipt by their namespaces. */
export const appRecEditions: Readonly<Record<string, ReceiptFormat>> = {
  [`${anyEdition}2004-11-21`]: "APPREC_1_0",
  [`${anyEdition}2012-02-15`]: "APPREC_1_1",
};

/** The receipt in a document: alone, in EI_fellesformat, or carried by a message head. */
export const appRecIn = (root: XmlNode): XmlNode | undefined =>
  [root, ...root.children, ...wireDocument(root).payloads].find(
    ({ name, namespace }) => name === "AppRec" && namespace.startsWith(anyEdition),
  );

const errorOf = (node: XmlNode, findings: Findings): Code => {
  const code = codeOf(node, findings);
  if (!isSwapped(code.code, code.system)) return code;
  findings.note("CODE_SWAPPED", node);
  return { ...code, code: code.system, system: code.code };
};

const generatedAt = (appRec: XmlNode, findings: Findings): Instant | null => {
  const text = textIn(appRec, "GenDate");
  if (text === null) return null;
  const { value, finding } = readClockTime(text);
  if (finding) findings.note(finding, appRec, "GenDate");
  return value ? instantOf(value, "oslo") : null;
};

const contentOf = (appRec: XmlNode, findings: Findings): ParsedReceipt["content"] => {
  const original = child(appRec, "OriginalMsgId");
  return {
    answeredBy: receiptPartyIn(appRec, "Sender", findings),
    answeredTo: receiptPartyIn(appRec, "Receiver", findings),
    receiptId: textIn(appRec, "Id"),
    messageType: codeIn(appRec, "MsgType", findings),
    migVersion: textIn(appRec, "MIGversion"),
    generatedAtText: textIn(appRec, "GenDate"),
    generatedAt: generatedAt(appRec, findings),
    softwareName: textIn(appRec, "SoftwareName"),
    softwareVersion: textIn(appRec, "SoftwareVersion"),
    status: codeIn(appRec, "Status", findings),
    errors: children(appRec, "Error").map((node) => errorOf(node, findings)),
    originalType: codeIn(original, "MsgType", findings),
    originalIssuedText: textIn(original, "IssueDate"),
    originalId: textIn(original, "Id"),
  };
};

const receiptOf = (appRec: XmlNode): ParsedReceipt => {
  const findings = collectFindings();
  checkShape(appRec, appRecShape(appRec.namespace), findings);
  const content = contentOf(appRec, findings);
  const status = statusOfCode(content.status?.code ?? null);
  if (status === "UNKNOWN") findings.note("UNKNOWN_CODE", appRec, "Status/@V");
  return {
    format: appRecEditions[appRec.namespace] ?? "UNKNOWN",
    status,
    errorCodes: content.errors.flatMap(({ code }) => code ?? []),
    content,
    warnings: findings.list,
  };
};

const none = (reason: NoReceiptClass, findings: NoReceipt["findings"] = []): Either<NoReceipt, never> =>
  E.left({ _tag: "NoReceipt", class: reason, findings });

/**
 * A receipt from the bytes that arrived: AppRec 1.0 or 1.1, alone or in EI_fellesformat. Lenient: a reason may lack its
 * list, or have list and code in each other's place.
 *
 * Rejects: HOSTILE, NOT_READABLE, NO_RECEIPT.
 * Source:  AppRec 1.0 (2004-11-21), 1.1 (2012-02-15); HIS 80415; fact sheet 8.1, 8.2.
 */
export const parseAppRec = (
  bytes: Uint8Array,
  limits: MessageLimits = defaultLimits,
): Either<NoReceipt, ParsedReceipt> => {
  const guarded = guardedTree(bytes, limits);
  if (E.isLeft(guarded)) return none("HOSTILE", [{ code: guarded.left.reason, path: "" }]);
  const { root, outcome } = guarded.right;
  if (!root || outcome !== "done" || !isWellFormed(guarded.right)) return none("NOT_READABLE");
  const appRec = appRecIn(root);
  return appRec ? E.right(receiptOf(appRec)) : none("NO_RECEIPT");
};
