import type { Finding } from "@samvirke/contracts";
import { hubEffortOf, hubStepOf, printHubReferral, printReferralStatus } from "@samvirke/formats";
import type { HubReferral } from "@samvirke/formats";
import type { Document, ReferralStep } from "../core/model.ts";
import type { Address } from "./addressing.ts";
import { fhirPrinted, notationFor, referralOf, withheld } from "./fhir.ts";
import type { Printed } from "./printed.ts";
import type { Printing } from "./printing.ts";

type DocumentOf<D extends Document["document"]> = Extract<Document, { readonly document: D }>;

const outcomeOf = (step: ReferralStep) => {
  if (step.type === "ReferralForwarded") return "FORWARDED";
  if (step.type === "ReferralDeclined") return "DECLINED";
  return step.value.outcome === "UNKNOWN" ? "ACCEPTED" : step.value.outcome;
};

const textOf = ({ step, mayShareMedical }: DocumentOf<"STATUS">): string | null =>
  mayShareMedical ? step.value.medical.text : null;

const dialogueStatus = (told: DocumentOf<"STATUS">, { messageId }: Printing): Uint8Array => {
  const { step, about, to } = told;
  const { envelope } = about.case;
  return printReferralStatus({
    messageId,
    outcome: outcomeOf(step),
    text: textOf(told),
    at: step.value.madeAt,
    identity: about.identity,
    receiver: to.party,
    answers: envelope.messageId,
    conversation: envelope.conversationReference,
  });
};

const hubStatus = (told: DocumentOf<"STATUS">): HubReferral => {
  const { step, about } = told;
  const { identity, case: shared } = about;
  const whole = hubStepOf(step, {
    referral: referralOf(about),
    identity,
    referrer: shared.envelope.sender?.organisations ?? [],
    receiver: shared.envelope.sender?.organisations ?? [],
  });
  const { body } = whole;
  return body.kind === "STATUS" ? { ...whole, body: { ...body, text: textOf(told) } } : whole;
};

// Dates and the class of a refusal have a place in the hub's contract only; the text carries what the sender wrote.
const datesOf = ({ step }: DocumentOf<"STATUS">): ReadonlyArray<readonly [path: string, value: unknown]> => {
  if (step.type === "ReferralForwarded") return [["case.to", step.value.case.to]];
  if (step.type === "ReferralDeclined") return [];
  const { appointmentAt, latestStart, place } = step.value.case;
  return [
    ["case.appointmentAt", appointmentAt],
    ["case.latestStart", latestStart],
    ["case.place", place],
  ];
};

const unplaced = (told: DocumentOf<"STATUS">): ReadonlyArray<Finding> =>
  datesOf(told).flatMap(([path, value]) => (value === null ? [] : [{ path, rule: "NO_PLACE" }]));

const withheldText = ({ mayShareMedical, step }: DocumentOf<"STATUS">): ReadonlyArray<Finding> =>
  withheld(mayShareMedical || step.value.medical.text === null);

/**
 * Welfare's answer to a referral: in FHIR to whoever reads it, else in the contract that the referrer used, which is the hub's
 * own or the standard.
 */
export const printStatus = (told: DocumentOf<"STATUS">, printing: Printing): ReadonlyArray<Printed> => {
  const at = printing.address(told.to);
  if (at === undefined) return [];
  const notation = notationFor(at, told.about, printing);
  return notation === undefined
    ? [statusInContract(told, at, printing)]
    : [fhirPrinted({ at, notation, what: "Task", message: hubStatus(told), lost: withheldText(told) })];
};

const statusInContract = (told: DocumentOf<"STATUS">, at: Address, printing: Printing): Printed => {
  const isHub = told.about.case.format === "HUB_JSON";
  return {
    address: at,
    shape: isHub ? "samvirke.referral/1" : "Dialogmelding 1.1",
    kind: "REFERRAL",
    contentType: isHub ? "application/json" : "application/xml",
    body: isHub ? printHubReferral(hubStatus(told)) : dialogueStatus(told, printing),
    wireMsgId: isHub ? told.step.value.archiveId : printing.messageId,
    lost: [...(isHub ? [] : unplaced(told)), ...withheldText(told)],
  };
};

/** What is being done because of a referral, in the contract that its parties use. */
export const printEffort = ({ effort, about, to }: DocumentOf<"EFFORT">, printing: Printing): ReadonlyArray<Printed> =>
  to.flatMap((one) => {
    const at = printing.address(one);
    const { organisations: receiver } = one.party;
    const message = hubEffortOf(effort, { referral: referralOf(about), identity: about.identity, receiver });
    if (at === undefined) return [];
    const notation = notationFor(at, about, printing);
    return notation === undefined
      ? [hubEffort(at, message)]
      : [fhirPrinted({ at, notation, what: "Task", message, lost: [] })];
  });

const hubEffort = (at: Address, message: HubReferral): Printed => ({
  address: at,
  shape: "samvirke.referral/1",
  kind: "REFERRAL",
  contentType: "application/json",
  body: printHubReferral(message),
  wireMsgId: message.messageId,
  lost: [],
});
