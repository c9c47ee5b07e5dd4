import type { Finding, ReferralMedical } from "@samvirke/contracts";
import { hubEffortOf, hubStepOf, printHubReferral, printReferral, printReferralStatus } from "@samvirke/formats";
import { E } from "@samvirke/kernel";
import type { Document, Referral, ReferralStep } from "../core/model.ts";
import type { Printed } from "./printed.ts";
import type { Printing } from "./printing.ts";

type DocumentOf<D extends Document["document"]> = Extract<Document, { readonly document: D }>;

const nothingMedical: ReferralMedical = {
  diagnoses: [],
  reasons: [],
  comments: [],
  items: [],
  precautions: [],
  sickLeave: [],
  pathways: [],
  assessment: null,
  medicineReview: null,
  careSituation: null,
  attachments: [],
};

const withheld = (mayShare: boolean): ReadonlyArray<Finding> =>
  mayShare ? [] : [{ path: "medical", rule: "WITHHELD" }];

/** What welfare asks for as Henvisning 2.0; the edition needs no diagnosis, and none is made up. */
export const printWelfareReferral = (
  { referral, to, mayShareMedical }: DocumentOf<"REFERRAL">,
  { address, messageId }: Printing,
): ReadonlyArray<Printed> => {
  const medical = mayShareMedical ? referral.medical : nothingMedical;
  const envelope = { ...referral.case.envelope, messageId: referral.case.envelope.messageId ?? messageId };
  const parts = { identity: referral.identity, case: { ...referral.case, envelope }, medical };
  const printed = printReferral({ parts, referralId: referral.referralId }, "2.0");
  const at = address(to);
  if (E.isLeft(printed) || at === undefined) return [];
  const lost = printed.right.losses.map(({ path, reason }) => ({ path, rule: reason }));
  return [
    {
      address: at,
      shape: "Henvisning 2.0",
      kind: "REFERRAL",
      contentType: "application/xml",
      body: printed.right.bytes,
      wireMsgId: envelope.messageId,
      lost: [...lost, ...withheld(mayShareMedical)],
    },
  ];
};

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

const referralOf = ({ case: shared, referralId }: Referral): string => shared.referralIdAsSent ?? referralId;

const hubStatus = (told: DocumentOf<"STATUS">): Uint8Array => {
  const { step, about } = told;
  const { identity, case: shared } = about;
  const whole = hubStepOf(step, {
    referral: referralOf(about),
    identity,
    referrer: shared.envelope.sender?.organisations ?? [],
    receiver: shared.envelope.sender?.organisations ?? [],
  });
  const { body } = whole;
  return printHubReferral(body.kind === "STATUS" ? { ...whole, body: { ...body, text: textOf(told) } } : whole);
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

/** Welfare's answer to a referral: in the contract that the referrer used, which is the hub's own or the standard. */
export const printStatus = (told: DocumentOf<"STATUS">, printing: Printing): ReadonlyArray<Printed> => {
  const at = printing.address(told.to);
  if (at === undefined) return [];
  const isHub = told.about.case.format === "HUB_JSON";
  return [
    {
      address: at,
      shape: isHub ? "samvirke.referral/1" : "Dialogmelding 1.1",
      kind: "REFERRAL",
      contentType: isHub ? "application/json" : "application/xml",
      body: isHub ? hubStatus(told) : dialogueStatus(told, printing),
      wireMsgId: isHub ? told.step.value.archiveId : printing.messageId,
      lost: [
        ...(isHub ? [] : unplaced(told)),
        ...withheld(told.mayShareMedical || told.step.value.medical.text === null),
      ],
    },
  ];
};

/** What is being done because of a referral, in the contract that its parties use. */
export const printEffort = (
  { effort, about, to }: DocumentOf<"EFFORT">,
  { address }: Printing,
): ReadonlyArray<Printed> =>
  to.flatMap((one) => {
    const at = address(one);
    const { organisations: receiver } = one.party;
    const told = hubEffortOf(effort, { referral: referralOf(about), identity: about.identity, receiver });
    return at === undefined
      ? []
      : [
          {
            address: at,
            shape: "samvirke.referral/1",
            kind: "REFERRAL",
            contentType: "application/json",
            body: printHubReferral(told),
            wireMsgId: effort.archiveId,
            lost: [],
          },
        ];
  });
