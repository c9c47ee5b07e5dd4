import type { Code } from "@samvirke/contracts";
import type { Either } from "@samvirke/kernel";
import { E } from "@samvirke/kernel";
import type { JsonPlace } from "../json/read-json.ts";
import { isJsonObject, itemsAt, jsonFindings, noteUnknown, readJson, textAt, tokenAt } from "../json/read-json.ts";
import type { NoReceipt, ParsedReceipt, ReceiptStatus } from "./receipt.ts";
import { isSwapped, silent, statusOfCode } from "./receipt.ts";

const known = ["appRecStatus", "appRecErrorList", "ebXmlOverrides", "receiverHerId"];
const knownOfError = ["errorCode", "details", "description", "oid"];

// Written as a digit by some, by its English name by others.
const named: Readonly<Record<string, ReceiptStatus>> = {
  ok: "OK",
  rejected: "REFUSED",
  okerrorinmessagepart: "PARTIAL",
};

const statusOf = (text: string | null): ReceiptStatus => named[text?.toLowerCase() ?? ""] ?? statusOfCode(text);

const errorOf = (place: JsonPlace): Code => {
  noteUnknown(place, knownOfError);
  const [code, system] = [tokenAt(place, "errorCode"), tokenAt(place, "oid")];
  const words = { text: textAt(place, "description"), originalText: textAt(place, "details") };
  if (!isSwapped(code, system)) return { system, code, ...words };
  place.note("CODE_SWAPPED", place.pointer);
  return { system: code, code: system, ...words };
};

const receiptOf = (value: unknown): ParsedReceipt => {
  const { note, list } = jsonFindings();
  const root: JsonPlace = { value, pointer: "", note };
  noteUnknown(root, known);
  const written = tokenAt(root, "appRecStatus");
  const status = statusOf(written);
  if (status === "UNKNOWN") note("UNKNOWN_CODE", "/appRecStatus");
  const errors = itemsAt(root, "appRecErrorList").map(errorOf);
  return {
    format: "EDI_2_0",
    status,
    errorCodes: errors.flatMap(({ code }) => code ?? []),
    content: { ...silent, status: { system: null, code: written, text: null, originalText: null }, errors },
    warnings: list,
  };
};

const none = (reason: NoReceipt["class"]): Either<NoReceipt, never> =>
  E.left({ _tag: "NoReceipt", class: reason, findings: [] });

/**
 * A receipt of the EDI 2.0 interface. It does not name what it answers: that stands in the address it is sent to.
 *
 * Shape:   {appRecStatus "1" "2" "3" or its English name, appRecErrorList?[{errorCode?, details?, description?, oid?}]}.
 * Rejects: NOT_READABLE, NO_RECEIPT.
 * Source:  PostAppRecRequest of EDI 2.0; fact sheet 1.3.
 */
export const parseEdiReceipt = (bytes: Uint8Array): Either<NoReceipt, ParsedReceipt> => {
  const value = readJson(bytes);
  if (value === undefined) return none("NOT_READABLE");
  return isJsonObject(value) && Object.hasOwn(value, "appRecStatus") ? E.right(receiptOf(value)) : none("NO_RECEIPT");
};
