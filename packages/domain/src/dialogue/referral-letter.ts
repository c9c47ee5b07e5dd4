import type {
  DialogueMessageSent,
  PersonIdentity,
  ReferralCancelled,
  ReferralChanged,
  ReferralIdentity,
  ReferralSent,
} from "@samvirke/contracts";
import { uuid5 } from "@samvirke/kernel";
import { draftLetter } from "./letter-draft.ts";

/** The id of the letter that a message about a referral leaves as, which is also its message id on the wire. */
export const referralLetterIdOf = (archiveId: string): string => uuid5("referral-letter", archiveId);

type Referral = ReferralSent | ReferralChanged;

const question = { system: "2.16.578.1.12.4.1.1.8129", code: "1", text: "Forespørsel om pasient" };
const message = { system: "2.16.578.1.12.4.1.1.8127", code: "8", text: "Melding fra NAV" };

const identityOf = ({ number, otherNumbers, name, currentNumber }: ReferralIdentity): PersonIdentity => ({
  number,
  name,
  envelopeNumbers: otherNumbers,
  envelopeName: null,
  currentNumber,
});

const said = (heading: string, text: string | null | undefined): ReadonlyArray<string> =>
  (text ?? "") === "" ? [] : [`${heading}: ${text}`];

const workTexts = ({ case: { cooperation, comment } }: Referral): ReadonlyArray<string> => [
  ...said("Mål for arbeid", cooperation?.workGoal),
  ...said("Forsøkt tidligere", cooperation?.tried),
  ...said("Det bes om", cooperation?.asked),
  ...said("Funksjon i arbeid", cooperation?.functionAtWork),
  ...said("Gjenværende arbeidsevne", cooperation?.remainingCapacity),
  ...said("Rettslig grunnlag", cooperation?.legalBasis),
  ...said("Merknad", comment),
];

const medicalTexts = ({ medical }: Referral): ReadonlyArray<string> => [
  ...medical.diagnoses.flatMap(({ concept }) => said("Diagnose", concept?.text ?? concept?.code)),
  ...medical.reasons.flatMap(({ text }) => said("Opplysninger", text)),
];

const openings: Partial<Record<ReferralChanged["changeKind"], string>> = {
  CHANGE: "NAV har endret henvendelsen.",
  ADDITION: "NAV har opplysninger i tillegg til henvendelsen.",
  REPLACEMENT: "Dette erstatter den tidligere henvendelsen.",
};

const openingOf = (referral: Referral): ReadonlyArray<string> => {
  const opening = "changeKind" in referral ? openings[referral.changeKind] : undefined;
  return opening === undefined ? [] : [opening];
};

/**
 * What welfare asks of health, as a dialogue message to the person's doctor: a question where something is asked, else a
 * message. Medical content only where it may be shared.
 *
 * Source: canonical model R33 (NAV is no ordinary referrer to specialist care); lists 8129 and 8127.
 */
export const referralLetterOf = (referral: Referral, mayShareMedical: boolean): DialogueMessageSent => {
  const isQuestion = (referral.case.cooperation?.asked ?? "") !== "";
  const texts = [...openingOf(referral), ...workTexts(referral), ...(mayShareMedical ? medicalTexts(referral) : [])];
  return draftLetter({
    messageId: referralLetterIdOf(referral.archiveId),
    archiveId: referral.archiveId,
    kind: isQuestion ? "QUESTION" : "NOTE",
    theme: isQuestion ? question : message,
    text: texts.length === 0 ? message.text : texts.join("\n"),
    identity: identityOf(referral.identity),
    at: referral.receivedAt,
    aliases: referral.aliases,
    parentReference: null,
    receiver: referral.case.envelope.receiver,
    receiverAliases: [],
  });
};

/** That welfare takes back what it asked for. Source: canonical model R29 and R33; list 8127, code 8. */
export const cancellationLetterOf = (cancelled: ReferralCancelled, referral: Referral): DialogueMessageSent =>
  draftLetter({
    messageId: referralLetterIdOf(cancelled.archiveId),
    archiveId: cancelled.archiveId,
    kind: "NOTE",
    theme: message,
    text: ["NAV trekker henvendelsen tilbake.", ...said("Begrunnelse", cancelled.case.reason)].join("\n"),
    identity: identityOf(referral.identity),
    at: cancelled.receivedAt,
    aliases: [],
    parentReference: referralLetterIdOf(referral.archiveId),
    receiver: referral.case.envelope.receiver,
    receiverAliases: [],
  });
