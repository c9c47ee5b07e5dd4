import type { Finding, Identifier, ReferralPatient, WireEnvelope } from "@samvirke/contracts";
import type { Either } from "@samvirke/kernel";
import { E } from "@samvirke/kernel";
import { businessContent } from "../certificate/content.ts";
import type { WireDocument } from "../envelope/document.ts";
import { referralsIn, wireDocument } from "../envelope/document.ts";
import { envelopeOf } from "../envelope/msg-head.ts";
import { personIn } from "../envelope/party.ts";
import type { Findings } from "../xml/findings.ts";
import { collectFindings } from "../xml/findings.ts";
import type { MessageLimits } from "../xml/guard.ts";
import { defaultLimits, guardedTree } from "../xml/guard.ts";
import { textIn } from "../xml/read.ts";
import type { XmlNode } from "../xml/tree.ts";
import { child, descend } from "../xml/tree.ts";
import { isWellFormed } from "../xml/well-formed.ts";
import { headAttachments } from "./head-attachments.ts";
import type { Edition } from "./editions.ts";
import { editionOf, leavesOfEdition } from "./editions.ts";
import type { Known } from "./known-elements.ts";
import { checkKnown, checkRequired, knownBy } from "./known-elements.ts";
import type { ReferralParts, Surroundings } from "./parts.ts";
import { partsOf } from "./parts.ts";
import type { NamedPerson, WireReferral } from "./wire.ts";

/** HOSTILE: refused by the guard; NO_REFERRAL: an XML document that carries none; EDITION: one of an edition the hub does not know. */
export type UnreadableReferralClass = "HOSTILE" | "NOT_WELL_FORMED" | "NO_REFERRAL" | "SEVERAL_REFERRALS" | "EDITION";

export interface UnreadableReferral {
  readonly _tag: "UnreadableReferral";
  readonly class: UnreadableReferralClass;
  readonly findings: ReadonlyArray<Finding>;
  /** The envelope as far as it was read; what a negative receipt is addressed by. */
  readonly envelope: WireEnvelope | undefined;
}

/** A referral in the shapes of its events; what only a decision can say is left blank. */
export interface ParsedReferral extends ReferralParts {
  readonly warnings: ReadonlyArray<Finding>;
  /** The business content as one text, for the content key. */
  readonly content: string;
}

const found = ({ list }: Findings): ReadonlyArray<Finding> => list.map(({ code, path }) => ({ path, rule: code }));

const unreadable = (
  reason: UnreadableReferralClass,
  document: WireDocument | undefined,
  findings: ReadonlyArray<Finding> = [],
): Either<UnreadableReferral, never> => {
  const envelope = document && envelopeOf(document, collectFindings());
  const isKnown = envelope !== undefined && (envelope.sender !== null || envelope.messageId !== null);
  return E.left({ _tag: "UnreadableReferral", class: reason, findings, envelope: isKnown ? envelope : undefined });
};

// Numbers that say who a person is in Norway, before any other. Source: list 8116.
const national: ReadonlyArray<string> = ["FNR", "DNR", "FHN", "HNR"];

const namedIn = (identifiers: ReadonlyArray<Identifier>): Omit<NamedPerson, "name"> => {
  const number = identifiers.find(({ type }) => national.includes(type.code ?? "")) ?? identifiers[0] ?? null;
  return { number, otherNumbers: identifiers.filter((other) => other !== number) };
};

type Person = Pick<Surroundings, "named" | "patient">;

const personInHead = (document: WireDocument, stated: ReferralPatient, findings: Findings): Person => {
  const info = descend(document.msgHead, "MsgInfo");
  const head = personIn(info, "Patient", findings);
  if (!head) return { named: { number: null, otherNumbers: [], name: null }, patient: stated };
  const { identifiers, name, ...rest } = head;
  const bornText = textIn(child(info, "Patient"), "DateOfBirth");
  return { named: { ...namedIn(identifiers), name }, patient: { ...stated, ...rest, bornText } };
};

const surroundings = (
  document: WireDocument,
  { wire, edition }: { readonly wire: WireReferral; readonly edition: Edition },
  findings: Findings,
): Omit<Surroundings, "warnings"> => {
  const envelope = envelopeOf(document, findings);
  const person = document.msgHead
    ? personInHead(document, wire.patient, findings)
    : { named: wire.named, patient: wire.patient };
  const own = wire.attachments.map((attachment, index) => ({ index, ...attachment }));
  const attachments = [...own, ...headAttachments(document, findings)];
  return { format: edition.format, envelope, ...person, attachments };
};

const content = (referral: XmlNode): string => businessContent(child(referral, "ServReq") ?? referral);

const trees = new Map<Edition, Known>();

/** What an edition knows; the tree is made once. */
const knownTo = (edition: Edition): Known => {
  const made = trees.get(edition) ?? knownBy(leavesOfEdition(edition));
  trees.set(edition, made);
  return made;
};

const translate = (document: WireDocument, referral: XmlNode, edition: Edition): ParsedReferral => {
  const findings = collectFindings();
  checkKnown(referral, knownTo(edition), findings);
  checkRequired(referral, edition.required, findings);
  const wire = edition.codec.read(referral, findings);
  // A Message is its own envelope, and what is odd in it is noted already.
  const around = surroundings(document, { wire, edition }, document.msgHead ? findings : collectFindings());
  const warnings = found(findings);
  return { ...partsOf(wire, { ...around, warnings }), warnings, content: content(referral) };
};

const theReferral = (document: WireDocument): Either<UnreadableReferral, ParsedReferral> => {
  const [referral, second] = referralsIn(document);
  if (!referral) return unreadable("NO_REFERRAL", document);
  if (second) return unreadable("SEVERAL_REFERRALS", document);
  const edition = editionOf(referral.namespace);
  return edition ? E.right(translate(document, referral, edition)) : unreadable("EDITION", document);
};

/**
 * A whole referral from the bytes that arrived. Lenient: whatever can be read is, and what is odd becomes a finding
 * with a path and no value; there is no schema gate.
 *
 * Rejects: HOSTILE, NOT_WELL_FORMED, NO_REFERRAL, SEVERAL_REFERRALS, EDITION.
 * Source:  Henvisning 0.9, 0.91, 1.0, 1.1 (Message), 2.0 (MsgHead 1.2).
 */
export const parseReferral = (
  bytes: Uint8Array,
  limits: MessageLimits = defaultLimits,
): Either<UnreadableReferral, ParsedReferral> => {
  const guarded = guardedTree(bytes, limits);
  if (E.isLeft(guarded)) return unreadable("HOSTILE", undefined, [{ path: "", rule: guarded.left.reason }]);
  const { root, outcome } = guarded.right;
  const document = root && wireDocument(root);
  const isReadable = outcome === "done" && isWellFormed(guarded.right);
  return document && isReadable ? theReferral(document) : unreadable("NOT_WELL_FORMED", document);
};
