import type { HealthcareProfessional, Identifier, Organisation, WireEnvelope, WireParty } from "@samvirke/contracts";
import type { Either, Instant } from "@samvirke/kernel";
import { E } from "@samvirke/kernel";
import { namespaces } from "../envelope/document.ts";
import { printInstant } from "../xml/print-time.ts";
import type { XmlDraft } from "../xml/write.ts";
import { element, printXml, textElement } from "../xml/write.ts";

/** What a receipt says. */
export interface AppRecContent {
  readonly status: "OK" | "REFUSED" | "PARTIAL";
  readonly errors: ReadonlyArray<{ readonly system: string | null; readonly code: string; readonly text: string }>;
  readonly genDate: Instant;
  /** AppRec/Id where the receiving station gave the message none; its ediLoggId stands there else. */
  readonly id: string;
  /** Whether a main or a copy receiver answers; edition 1.1 tells it. MAIN when left out. */
  readonly role?: "MAIN" | "COPY";
}

/** The message names no sender, so nobody can be answered. */
export interface NobodyToAnswer {
  readonly _tag: "NobodyToAnswer";
}

/** The editions that are printed: NAV's side reads 1.0, whoever declares it gets 1.1. */
export type AppRecEdition = "1.0" | "1.1";

const editions = {
  "1.0": { namespace: "http://www.kith.no/xmlstds/apprec/2004-11-21", version: "1.0 2004-11-21" },
  "1.1": { namespace: "http://www.kith.no/xmlstds/apprec/2012-02-15", version: "v1.1 2012-02-15" },
} as const;
const errorList = "2.16.578.1.12.4.1.1.8221";

const additionalId = ({ value, type }: Identifier): XmlDraft | undefined =>
  type.code === null || value === null
    ? undefined
    : element("AdditionalId", {}, [element("Id", {}, value), element("Type", { V: type.code, DN: type.text })]);

/** The first identifier is the main one. */
const mainId = (main: Identifier | undefined): ReadonlyArray<XmlDraft | undefined> =>
  main ? [textElement("Id", main.value), element("TypeId", { V: main.type.code, DN: main.type.text })] : [];

const fullName = ({ name }: HealthcareProfessional): string | undefined => {
  const parts = [name?.family, name?.given, name?.middle].filter((part) => part !== null && part !== undefined);
  return parts.length === 0 ? undefined : parts.join(" ").trim();
};

const person = (professional: HealthcareProfessional): XmlDraft => {
  const [main, ...others] = professional.identifiers;
  return element("HCPerson", {}, [
    textElement("Name", fullName(professional)),
    ...mainId(main),
    ...others.map(additionalId),
  ]);
};

const institution = (organisation: Organisation | undefined): XmlDraft => {
  const [main, ...others] = organisation?.identifiers ?? [];
  const professional = organisation?.healthcareProfessional;
  return element("Inst", {}, [
    textElement("Name", organisation?.name),
    ...mainId(main),
    ...others.map(additionalId),
    professional ? person(professional) : undefined,
  ]);
};

const party = (name: string, who: WireParty | null, role?: XmlDraft): XmlDraft =>
  element(name, {}, [role, element("HCP", {}, [institution(who?.organisations[0])])]);

const roles = {
  MAIN: { V: "PRIM", DN: "Primærmottaker" },
  COPY: { V: "COP", DN: "Kopimottaker" },
} as const;

// The first edition is printed as NAV prints it, without a role.
const roleDraft = (edition: AppRecEdition, { role }: AppRecContent): XmlDraft | undefined =>
  edition === "1.1" ? element("Role", roles[role ?? "MAIN"]) : undefined;

const errorDraft = ({ system, code, text }: AppRecContent["errors"][number]): XmlDraft =>
  element("Error", { V: code, S: system ?? errorList, DN: text });

const statuses = {
  OK: { V: "1", DN: "OK" },
  REFUSED: { V: "2", DN: "Avvist" },
  PARTIAL: { V: "3", DN: "OK, feil i delmelding" },
} as const;

// IssueDate is required: where the sender wrote no date, the receipt's own stands in for it.
const original = (envelope: WireEnvelope, receipt: AppRecContent): XmlDraft =>
  element("OriginalMsgId", {}, [
    element("MsgType", { V: envelope.messageType?.code ?? "", DN: envelope.messageType?.text ?? "" }),
    element("IssueDate", {}, envelope.generatedAtText ?? printInstant(receipt.genDate)),
    element("Id", {}, envelope.messageId ?? ""),
  ]);

const appRec = (edition: AppRecEdition, envelope: WireEnvelope, receipt: AppRecContent): XmlDraft =>
  element("AppRec", { xmlns: editions[edition].namespace }, [
    element("MsgType", { V: "APPREC" }),
    element("MIGversion", {}, editions[edition].version),
    element("GenDate", {}, printInstant(receipt.genDate)),
    element("Id", {}, envelope.receivingStation?.ediLogId ?? receipt.id),
    party("Sender", envelope.receiver, roleDraft(edition, receipt)),
    party("Receiver", envelope.sender),
    element("Status", statuses[receipt.status]),
    ...receipt.errors.map(errorDraft),
    original(envelope, receipt),
  ]);

const station = (envelope: WireEnvelope, receipt: AppRecContent): XmlDraft =>
  element("MottakenhetBlokk", {
    ediLoggId: envelope.receivingStation?.ediLogId ?? receipt.id,
    ebRole: "Saksbehandler",
    ebService: envelope.receivingStation?.ebService,
    ebAction: "Svar",
  });

const wrappings: Partial<Record<WireEnvelope["format"], string>> = {
  FELLESFORMAT_1: namespaces.fellesformat1,
  FELLESFORMAT_2: namespaces.fellesformat2,
};

const printed = (
  edition: AppRecEdition,
  envelope: WireEnvelope,
  receipt: AppRecContent,
): Either<NobodyToAnswer, Uint8Array> => {
  if (!envelope.sender) return E.left({ _tag: "NobodyToAnswer" });
  const wrapping = wrappings[envelope.format];
  const body = appRec(edition, envelope, receipt);
  const children = [station(envelope, receipt), body];
  return E.right(printXml(wrapping ? element("EI_fellesformat", { xmlns: wrapping }, children) : body));
};

/**
 * A receipt for a message, as NAV writes it: AppRec 1.0, in EI_fellesformat behind a short MottakenhetBlokk when the
 * message came so, else alone. Sender and receiver change places; only the outermost organisation is named.
 *
 * Rejects: NobodyToAnswer.
 * Source:  AppRec 1.0 (2004-11-21); HIS 80415; fact sheet 8.2 for NAV's manner.
 */
export const printAppRec10 = (envelope: WireEnvelope, receipt: AppRecContent): Either<NobodyToAnswer, Uint8Array> =>
  printed("1.0", envelope, receipt);

/**
 * The same in edition 1.1, for senders that are registered with it; the role tells main from copy receiver.
 *
 * Rejects: NobodyToAnswer.
 * Source:  AppRec 1.1 (2012-02-15); HIS 80415.
 */
export const printAppRec11 = (envelope: WireEnvelope, receipt: AppRecContent): Either<NobodyToAnswer, Uint8Array> =>
  printed("1.1", envelope, receipt);
