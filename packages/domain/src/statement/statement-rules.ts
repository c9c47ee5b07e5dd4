import { addYears, osloDay } from "@samvirke/kernel";
import { hasActiveApproval, hasCategory, hasCertifyingApproval } from "../rules/clinician.ts";
import { ofType } from "../sick-leave/identifiers.ts";
import type { RegistryReplies } from "../sick-leave/index.ts";
import { senderOrganisation } from "../sick-leave/signer.ts";
import type { JudgedStatement } from "./checks.ts";
import { numberOf, numberPath, signerPath, signersOf } from "./checks.ts";
import type { RegisterStatement } from "./model.ts";

const youngest = 13;
const organisationDigits = 9;
const categories: ReadonlyArray<string> = ["LE", "KI", "MT", "TL", "FT", "PS"];

const signerIn = (replies: RegistryReplies, command: RegisterStatement) => ({
  number: signersOf(command)[0] ?? "",
  found: replies.signer.found,
  suspended: replies.signerIsSuspended,
  approvals: replies.signer.approvals,
});

const isTooYoung = ({ content, replies, received }: RegisterStatement): boolean => {
  const { birthDay } = replies.patient;
  const signed = osloDay(content.case.envelope.generatedAt ?? received.receivedAt);
  return birthDay !== undefined && signed < addYears(birthDay, youngest);
};

const hasOddOrganisation = ({ content }: RegisterStatement): boolean => {
  const identifiers = senderOrganisation(content.case.envelope)?.identifiers ?? [];
  const [number] = ofType(identifiers, "ENH");
  return number !== undefined && (number.value ?? "").replaceAll(/\s/g, "").length !== organisationDigits;
};

/**
 * The rules, all that fire.
 *
 * Source: pale-2-regler: validation, authorisation, suspension; fact sheet 8.5.
 */
export const statementRules: ReadonlyArray<JudgedStatement> = [
  {
    rule: "PASIENT_YNGRE_ENN_13",
    path: numberPath,
    code: "X99",
    text: "Pasienten var under 13 år da legeerklæringen ble skrevet.",
    class: "CONTENT",
    fires: ({ command }) => isTooYoung(command),
  },
  {
    rule: "UGYLDIG_ORGNR_LENGDE",
    path: "MsgHead/MsgInfo/Sender/Organisation/Ident/Id",
    code: "X99",
    text: "Organisasjonsnummeret til avsenderen har ikke ni siffer.",
    class: "SENDER",
    fires: ({ command }) => hasOddOrganisation(command),
  },
  {
    rule: "AVSENDER_FNR_ER_SAMME_SOM_PASIENT_FNR",
    path: signerPath,
    code: "X99",
    text: "Den som har signert legeerklæringen, er den som den gjelder.",
    class: "SENDER",
    fires: ({ command }) => signersOf(command).includes(numberOf(command)),
  },
  {
    rule: "BEHANDLER_IKKE_GYLDIG_I_HPR",
    path: signerPath,
    code: "X99",
    text: "Den som har signert legeerklæringen, har ingen gyldig godkjenning i Helsepersonellregisteret.",
    class: "SENDER",
    fires: ({ command }) => !hasActiveApproval(signerIn(command.replies, command)),
  },
  {
    rule: "BEHANDLER_MANGLER_AUTORISASJON_I_HPR",
    path: signerPath,
    code: "X99",
    text: "Den som har signert legeerklæringen, har ingen autorisasjon eller lisens som gjelder her.",
    class: "SENDER",
    fires: ({ command }) => !hasCertifyingApproval(signerIn(command.replies, command)),
  },
  {
    rule: "BEHANDLER_IKKE_LE_KI_MT_TL_FT_PS_I_HPR",
    path: signerPath,
    code: "X99",
    text: "Bare lege, kiropraktor, manuellterapeut, tannlege, fysioterapeut og psykolog kan sende legeerklæring.",
    class: "SENDER",
    fires: ({ command }) => !categories.some((one) => hasCategory(signerIn(command.replies, command), one)),
  },
  {
    rule: "BEHANDLER_SUSPENDERT",
    path: signerPath,
    code: "X99",
    text: "Den som har signert legeerklæringen, er suspendert.",
    class: "SENDER",
    fires: ({ command }) => command.replies.signerIsSuspended,
  },
];
