import type { MessageRefused } from "@samvirke/contracts";
import { hasActiveApproval, hasCertifyingApproval, hasCategory } from "../rules/clinician.ts";
import { identityNumberFindings } from "../rules/identity-number.ts";
import { nationalNumbers, typeOf } from "../sick-leave/identifiers.ts";
import type { RegistryReplies } from "../sick-leave/index.ts";
import { isIdentified, personNumberIn } from "./identity.ts";
import type { RegisterDialogue } from "./model.ts";

/** One reason to refuse a message. */
export interface Check {
  readonly rule: string;
  readonly path: string;
  /** Code of list 8221. */
  readonly code: string;
  /** Norwegian, for the sender; no value in it. */
  readonly text: string;
  readonly class: MessageRefused["class"];
}

/** What the checks look at besides the message. */
export interface CheckFacts {
  readonly command: RegisterDialogue;
  readonly replies: RegistryReplies;
  readonly isDuplicate: boolean;
}

interface Judged extends Check {
  readonly fires: (facts: CheckFacts) => boolean;
}

const numberPath = "MsgHead/MsgInfo/Patient/Ident/Id";
const signerPath = "MottakenhetBlokk/@avsenderFnrFraDigSignatur";

const uuid = /^\{?[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\}?$/i;

const numberOf = ({ content }: RegisterDialogue): string => personNumberIn(content.identity)?.value ?? "";
const signersOf = ({ content }: RegisterDialogue): ReadonlyArray<string> =>
  nationalNumbers(content.case.signerNumbers).map(({ value }) => value ?? "");

const isRefusedFor =
  (rule: string) =>
  ({ command }: CheckFacts): boolean =>
    command.content.refusals.some((one) => one.rule === rule);

const isTestNumber = ({ command }: CheckFacts): boolean => {
  const { production, testNumbers } = command.basis.policy;
  return production && testNumbers.includes(numberOf(command));
};

/**
 * What stops a message before the rules, in this order, the first alone.
 *
 * Source: HIS 80415 for the first two, padm2 for the others (fact sheet 8.1 and 8.5).
 */
export const preChecks: ReadonlyArray<Judged> = [
  {
    rule: "MSGID_IKKE_UUID",
    path: "MsgHead/MsgInfo/MsgId",
    code: "E10",
    text: "Meldings-id-en er ikke en UUID.",
    class: "CONTENT",
    fires: ({ command }) => !uuid.test((command.content.case.envelope.messageId ?? "").trim()),
  },
  {
    rule: "PASIENT_UTILSTREKKELIG_IDENTIFISERT",
    path: "MsgHead/MsgInfo/Patient",
    code: "E36",
    text: "Meldingen sier ikke godt nok hvem den gjelder. Den må ha et nummer, eller navn, fødselsdato og kjønn.",
    class: "CONTENT",
    fires: ({ command: { content } }) => !isIdentified(content.identity, content.case),
  },
  {
    rule: "DUPLICATE_DIALOGMELDING_CONTENT",
    path: "",
    code: "X99",
    text: "En melding med samme innhold er mottatt før. Den første gjelder.",
    class: "DUPLICATE",
    fires: ({ isDuplicate }) => isDuplicate,
  },
  {
    rule: "PATIENT_NOT_FOUND",
    path: numberPath,
    code: "E53",
    text: "Pasientens nummer finnes ikke i folkeregisteret.",
    class: "CONTENT",
    fires: ({ command, replies }) => numberOf(command) !== "" && !replies.patient.found,
  },
  {
    rule: "BEHANDLER_NOT_FOUND",
    path: signerPath,
    code: "E20",
    text: "Den som har signert meldingen, finnes ikke i folkeregisteret.",
    class: "SENDER",
    fires: ({ replies }) => !replies.signerIsKnown,
  },
  {
    rule: "TEST_FNR_IN_PROD",
    path: numberPath,
    code: "X99",
    text: "Nummeret tilhører en testperson og kan ikke brukes i produksjon.",
    class: "CONTENT",
    fires: isTestNumber,
  },
  {
    rule: "MELDINGSTEKST_MANGLER",
    path: "Dialogmelding/Notat/TekstNotatInnhold",
    code: "X99",
    text: "Meldingen har ingen tekst.",
    class: "CONTENT",
    fires: isRefusedFor("MELDINGSTEKST_MANGLER"),
  },
  {
    rule: "INVALID_KODEVERK",
    path: "Dialogmelding",
    code: "X99",
    text: "Koden for hva meldingen gjelder, hører ikke til tjenesten som den er sendt med.",
    class: "CONTENT",
    fires: isRefusedFor("INVALID_KODEVERK"),
  },
  {
    rule: "VIRUSSJEKK_FEILET",
    path: "MsgHead/Document",
    code: "X99",
    text: "Et vedlegg kom ikke gjennom viruskontrollen.",
    class: "ATTACHMENT",
    fires: ({ replies }) => replies.scans.some((said) => said !== "OK"),
  },
];

const dialogueCategories: ReadonlyArray<string> = ["LE", "KI", "MT", "TL", "FT", "PS"];

const signerIn = ({ replies, command }: CheckFacts) => ({
  number: signersOf(command)[0] ?? "",
  found: replies.signer.found,
  suspended: replies.signerIsSuspended,
  approvals: replies.signer.approvals,
});

/**
 * The rules, all that fire. A number's check digits are a warning; whether the person exists is the register's answer.
 *
 * Source: padm2regler, fact sheet 8.5; the numbers of the rules stand there.
 */
export const rules: ReadonlyArray<Judged> = [
  {
    rule: "UGYLDIG_INNBYGGERIDENT_LENGDE",
    path: numberPath,
    code: "E31",
    text: "Pasientens fødselsnummer eller D-nummer har ikke elleve siffer.",
    class: "CONTENT",
    fires: ({ command: { content } }) => {
      const number = personNumberIn(content.identity);
      const findings = number === undefined ? [] : identityNumberFindings(number.value ?? "", typeOf(number));
      return findings.includes("IDENTITY_NUMBER_LENGTH");
    },
  },
  {
    rule: "AVSENDER_FNR_ER_SAMME_SOM_INNBYGGER_FNR",
    path: signerPath,
    code: "X99",
    text: "Den som har signert meldingen, er den som meldingen gjelder.",
    class: "SENDER",
    fires: ({ command }) => numberOf(command) !== "" && signersOf(command).includes(numberOf(command)),
  },
  {
    rule: "BEHANDLER_IKKE_GYLDIG_I_HPR",
    path: signerPath,
    code: "X99",
    text: "Den som har signert meldingen, har ingen gyldig godkjenning i Helsepersonellregisteret.",
    class: "SENDER",
    fires: (facts) => !facts.replies.signerIsRegistered || !hasActiveApproval(signerIn(facts)),
  },
  {
    rule: "BEHANDLER_MANGLER_AUTORISASJON",
    path: signerPath,
    code: "X99",
    text: "Den som har signert meldingen, har ingen autorisasjon eller lisens som gjelder her.",
    class: "SENDER",
    fires: (facts) => !hasCertifyingApproval(signerIn(facts)),
  },
  {
    rule: "BEHANDLER_IKKE_LE_KI_MT_TL_FT_PS",
    path: signerPath,
    code: "X99",
    text: "Bare lege, kiropraktor, manuellterapeut, tannlege, fysioterapeut og psykolog kan sende denne meldingen.",
    class: "SENDER",
    fires: (facts) => !dialogueCategories.some((category) => hasCategory(signerIn(facts), category)),
  },
  {
    rule: "BEHANDLER_SUSPENDERT",
    path: signerPath,
    code: "X99",
    text: "Den som har signert meldingen, er suspendert.",
    class: "SENDER",
    fires: ({ replies }) => replies.signerIsSuspended,
  },
];
