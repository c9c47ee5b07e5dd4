import type { Finding, ReferralMedical } from "@samvirke/contracts";
import { hubReferralOf, printReferral } from "@samvirke/formats";
import { E } from "@samvirke/kernel";
import type { Document, Referral } from "../core/model.ts";
import { fhirPrinted, referralOf, withheld } from "./fhir.ts";
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

const noPlace = ({ medical, case: { envelope } }: Referral): ReadonlyArray<Finding> =>
  [
    ...(envelope.parentReference === null ? [] : ["case.envelope.parentReference"]),
    ...(envelope.conversationReference === null ? [] : ["case.envelope.conversationReference"]),
    ...medical.attachments.map((_, index) => `medical.attachments[${index}]`),
  ].map((path) => ({ path, rule: "NO_PLACE" }));

/** What welfare asks for, in FHIR to whoever reads it, else as Henvisning 2.0: neither needs a diagnosis, and none is made up. */
export const printWelfareReferral = (told: DocumentOf<"REFERRAL">, printing: Printing): ReadonlyArray<Printed> => {
  const at = printing.address(told.to);
  const notation = at && printing.fhir(at.partyAlias);
  if (at === undefined || notation === undefined) return printHenvisning(told, printing);
  const { referral, mayShareMedical } = told;
  const { archiveId: messageId, madeAt } = referral;
  const whole = hubReferralOf(referral, { messageId, madeAt, referralId: referralOf(referral) });
  const { body } = whole;
  const isShared = body.kind === "REFERRAL" && body.medical !== null && mayShareMedical;
  const part = body.kind === "REFERRAL" && !isShared ? { ...whole, body: { ...body, medical: null } } : whole;
  return [
    fhirPrinted({
      at,
      notation,
      what: "ServiceRequest",
      message: part,
      lost: [...withheld(isShared), ...noPlace(referral)],
    }),
  ];
};

const printHenvisning = (
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
