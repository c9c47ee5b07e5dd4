import type { MessageRefused } from "@samvirke/contracts";
import { nationalNumbers, patientNumber } from "../sick-leave/identifiers.ts";
import { longestTextOf } from "./texts.ts";
import type { RegisterStatement } from "./model.ts";

/** One reason to refuse a statement. */
export interface StatementCheck {
  readonly rule: string;
  readonly path: string;
  /** Code of list 8221. */
  readonly code: string;
  /** Norwegian, for the sender; no value in it. */
  readonly text: string;
  readonly class: MessageRefused["class"];
}

export interface StatementFacts {
  readonly command: RegisterStatement;
  readonly isDuplicate: boolean;
}

/** A check with the condition under which it stops a statement. */
export interface JudgedStatement extends StatementCheck {
  readonly fires: (facts: StatementFacts) => boolean;
}

/** Where the number of the person stands. */
export const numberPath = "Legeerklaring/Pasientopplysninger/Pasient/@fodselsnummer";
/** Where the number of whoever signed stands. */
export const signerPath = "MottakenhetBlokk/@avsenderFnrFraDigSignatur";
const mebibyte = 2 ** 20;
const largestAttachment = 300;
const longestText = 15_000;

const uuid = /^\{?[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\}?$/i;

/** The number that the statement is about, as sent. */
export const numberOf = ({ content }: RegisterStatement): string => patientNumber(content.identity)?.value ?? "";

/** National numbers of whoever signed. */
export const signersOf = ({ content }: RegisterStatement): ReadonlyArray<string> =>
  nationalNumbers(content.case.signerNumbers).map(({ value }) => value ?? "");

const isNamed = ({ content: { identity } }: RegisterStatement): boolean =>
  [identity.name, identity.envelopeName].some((name) => (name?.family ?? "").trim() !== "");

const isTestNumber = (command: RegisterStatement): boolean => {
  const { production, testNumbers } = command.basis.policy;
  return production && testNumbers.includes(numberOf(command));
};

// A message head with an id that is none is refused; one without a message head has no id to check.
const hasBadId = ({ content }: RegisterStatement): boolean => {
  const { messageId } = content.case.envelope;
  return messageId !== null && !uuid.test(messageId.trim());
};

const tooLarge = ({ content }: RegisterStatement): boolean =>
  content.medical.attachments.some(
    ({ kind, contentBytes }) => kind === "ATTACHMENT" && Math.floor(contentBytes / mebibyte) > largestAttachment,
  );

/**
 * What stops a statement before the rules, in this order, the first alone.
 *
 * Source: HIS 80415 for the first two, pale-2 for the others (fact sheet 8.1, 8.4, 8.5).
 */
export const statementPreChecks: ReadonlyArray<JudgedStatement> = [
  {
    rule: "MSGID_IKKE_UUID",
    path: "MsgHead/MsgInfo/MsgId",
    code: "E10",
    text: "Meldings-id-en er ikke en UUID.",
    class: "CONTENT",
    fires: ({ command }) => hasBadId(command),
  },
  {
    rule: "PASIENT_UTILSTREKKELIG_IDENTIFISERT",
    path: numberPath,
    code: "E36",
    text: "Legeerklæringen sier ikke godt nok hvem den gjelder. Den må ha navn og nummer.",
    class: "CONTENT",
    fires: ({ command }) => numberOf(command).trim() === "" || !isNamed(command),
  },
  {
    rule: "DUPLIKAT",
    path: "",
    code: "X99",
    text: "Den samme legeerklæringen er mottatt før. Den første gjelder.",
    class: "DUPLICATE",
    fires: ({ isDuplicate }) => isDuplicate,
  },
  {
    rule: "PASIENT_FINNES_IKKE",
    path: numberPath,
    code: "E53",
    text: "Pasientens nummer finnes ikke i folkeregisteret.",
    class: "CONTENT",
    fires: ({ command }) => !command.replies.patient.found,
  },
  {
    rule: "SIGNERENDE_FINNES_IKKE",
    path: signerPath,
    code: "E20",
    text: "Den som har signert legeerklæringen, finnes ikke i folkeregisteret.",
    class: "SENDER",
    fires: ({ command }) => !command.replies.signerIsKnown,
  },
  {
    rule: "TESTNUMMER_I_PRODUKSJON",
    path: numberPath,
    code: "X99",
    text: "Legeerklæringen gjelder en testperson og kan ikke sendes til produksjon.",
    class: "CONTENT",
    fires: ({ command }) => isTestNumber(command),
  },
  {
    rule: "FRITEKST_FOR_LANG",
    path: "Legeerklaring",
    code: "X99",
    text: "Et tekstfelt er lengre enn 15 000 tegn. Del det opp, eller legg det ved.",
    class: "CONTENT",
    fires: ({ command }) => longestTextOf(command.content) > longestText,
  },
  {
    rule: "VEDLEGG_FOR_STORT",
    path: "MsgHead/Document",
    code: "X99",
    text: "Et vedlegg er større enn 300 MB.",
    class: "ATTACHMENT",
    fires: ({ command }) => tooLarge(command),
  },
  {
    rule: "VEDLEGG_IKKE_GODKJENT_I_VIRUSSJEKK",
    path: "MsgHead/Document",
    code: "X99",
    text: "Et vedlegg kom ikke gjennom viruskontrollen.",
    class: "ATTACHMENT",
    fires: ({ command }) => command.replies.scans.some((said) => said !== "OK"),
  },
];
