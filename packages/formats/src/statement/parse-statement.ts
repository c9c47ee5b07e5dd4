import type {
  PersonIdentity,
  StatementCase,
  StatementMedical,
  StatementOccasion,
  StatementRegistryAnswers,
  Warning,
  WireEnvelope,
  WirePerson,
} from "@samvirke/contracts";
import type { Either } from "@samvirke/kernel";
import { E } from "@samvirke/kernel";
import { attachmentsOf } from "../certificate/attachments.ts";
import { businessContent } from "../certificate/content.ts";
import { checkShape } from "../certificate/shape.ts";
import { signerOf } from "../certificate/signer.ts";
import type { WireDocument } from "../envelope/document.ts";
import { wireDocument } from "../envelope/document.ts";
import { nameIn, noCode } from "../envelope/elements.ts";
import { envelopeOf } from "../envelope/msg-head.ts";
import { personIn } from "../envelope/party.ts";
import type { Findings } from "../xml/findings.ts";
import { collectFindings } from "../xml/findings.ts";
import type { MessageLimits } from "../xml/guard.ts";
import { defaultLimits, guardedTree } from "../xml/guard.ts";
import { textIn } from "../xml/read.ts";
import type { XmlNode } from "../xml/tree.ts";
import { attributeOf, child, descend } from "../xml/tree.ts";
import { isWellFormed } from "../xml/well-formed.ts";
import { medicalStatementIn } from "./medical.ts";
import { sharedStatementIn } from "./shared-case.ts";
import { statementNamespace, statementShape } from "./statement-shape.ts";

/** HOSTILE: refused by the guard; NO_STATEMENT: an XML document that carries none of edition 2008-06-06. */
export type NoStatementClass = "HOSTILE" | "NOT_WELL_FORMED" | "NO_STATEMENT" | "SEVERAL_STATEMENTS";

export interface NoStatement {
  readonly _tag: "NoStatement";
  readonly class: NoStatementClass;
  readonly findings: ReadonlyArray<Warning>;
  /** The message head as far as it was read; what a negative receipt is addressed by. */
  readonly envelope: WireEnvelope | undefined;
}

/** A statement in the shape of the event; what only a decision can say is left blank. */
export interface ParsedStatement {
  readonly occasions: ReadonlyArray<StatementOccasion>;
  readonly identity: PersonIdentity;
  readonly case: StatementCase;
  readonly medical: StatementMedical;
  readonly warnings: ReadonlyArray<Warning>;
  /** The business content as one text, for the content key. */
  readonly content: string;
}

const notAsked: StatementRegistryAnswers = {
  askedAt: null,
  personFound: "UNKNOWN",
  personBornOn: null,
  signerFound: "UNKNOWN",
  signerAuthorised: "UNKNOWN",
  signerSuspended: "UNKNOWN",
};

/** The statements in a document, normally one. */
export const statementsIn = (document: WireDocument): ReadonlyArray<XmlNode> =>
  document.payloads.filter(({ name, namespace }) => name === "Legeerklaring" && namespace === statementNamespace);

const identityOf = (statement: XmlNode, head: WirePerson | null): PersonIdentity => {
  const person = descend(statement, "Pasientopplysninger", "Pasient");
  const number = attributeOf(person, "fodselsnummer")?.trim();
  const envelopeNumbers = head?.identifiers ?? [];
  return {
    number: number === undefined ? (envelopeNumbers[0] ?? null) : { value: number, type: noCode },
    name: nameIn(child(person, "Navn"), ["Etternavn", "Mellomnavn", "Fornavn"]),
    envelopeNumbers,
    envelopeName: head?.name ?? null,
    currentNumber: null,
  };
};

// Some senders write the words of list 8279 where its code belongs.
const noteType = (document: WireDocument, findings: Findings): void => {
  const type = descend(document.msgHead, "MsgInfo", "Type");
  const code = attributeOf(type, "V")?.trim();
  if (type && code !== undefined && code !== "LEGEERKL") findings.note("TYPE_IS_TEXT", type, "@V");
};

const documentIdOf = (statement: XmlNode): string | null =>
  statement.parent?.name === "Content" ? textIn(statement.parent.parent, "Id") : null;

const translate = (document: WireDocument, statement: XmlNode, findings: Findings): ParsedStatement => {
  checkShape(statement, statementShape, findings);
  noteType(document, findings);
  const envelope = envelopeOf(document, findings);
  const head = personIn(child(document.msgHead, "MsgInfo"), "Patient", findings);
  const { shared, occasions } = sharedStatementIn(statement, findings);
  const medical = {
    ...medicalStatementIn(statement, findings),
    attachments: attachmentsOf(document.documents, statement, findings),
  };
  const whole: StatementCase = {
    ...shared,
    envelope,
    sender: "",
    senderAliases: [],
    documentId: documentIdOf(statement),
    signerNumbers: signerOf(envelope)?.numbers ?? [],
    registryAnswers: notAsked,
    warnings: findings.list.map(({ code, path }) => ({ path, rule: code })),
    contentKey: null,
    receipt: null,
  };
  const identity = identityOf(statement, head);
  return { occasions, identity, case: whole, medical, warnings: findings.list, content: businessContent(statement) };
};

const unreadable = (
  reason: NoStatementClass,
  document: WireDocument | undefined,
  findings: ReadonlyArray<Warning> = [],
): Either<NoStatement, never> => {
  const envelope = document?.msgHead && envelopeOf(document, collectFindings());
  return E.left({ _tag: "NoStatement", class: reason, findings, envelope });
};

const theStatement = (document: WireDocument): Either<NoStatement, ParsedStatement> => {
  const [statement, second] = statementsIn(document);
  if (!statement) return unreadable("NO_STATEMENT", document);
  if (second) return unreadable("SEVERAL_STATEMENTS", document);
  return E.right(translate(document, statement, collectFindings()));
};

/**
 * A whole medical statement from the bytes that arrived. Lenient: whatever can be read is, in whatever order its
 * elements come; what is odd becomes a finding with a path and no value; there is no schema gate.
 *
 * Rejects: HOSTILE, NOT_WELL_FORMED, NO_STATEMENT, SEVERAL_STATEMENTS.
 * Source:  Legeerklæring ved arbeidsuførhet 1.0 (2008-06-06), MsgHead 1.2, EI_fellesformat.
 */
export const parseStatement = (
  bytes: Uint8Array,
  limits: MessageLimits = defaultLimits,
): Either<NoStatement, ParsedStatement> => {
  const guarded = guardedTree(bytes, limits);
  if (E.isLeft(guarded)) return unreadable("HOSTILE", undefined, [{ code: guarded.left.reason, path: "" }]);
  const { root, outcome } = guarded.right;
  const document = root && wireDocument(root);
  const readable = outcome === "done" && isWellFormed(guarded.right);
  return document && readable ? theStatement(document) : unreadable("NOT_WELL_FORMED", document);
};
