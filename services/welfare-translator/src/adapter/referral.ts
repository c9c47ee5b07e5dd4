import type { SharingConsentRecorded } from "@samvirke/contracts";
import { hubReferralOf, hubStepOf, printHubReferral } from "@samvirke/formats";
import type { HubBody, HubParty, HubReferral } from "@samvirke/formats";
import { printDay } from "@samvirke/kernel";
import type { Document, ReferralContent, ReferralScope } from "../core/model.ts";
import { unsaid } from "./losses.ts";
import type { Printed } from "./printed.ts";

type DocumentOf<D extends Document["document"]> = Extract<Document, { readonly document: D }>;

const shape = "samvirke.referral/1";
const nobody: HubParty = { name: null, identifiers: [], department: null, professional: null };
const noWork = { tried: null, asked: null, ordinaryWorkWished: null, functionAtWork: null, remainingCapacity: null };

// The sender's own id of a referral, which its changes and statuses repeat; the hub's where it has none.
const referralOf = ({ value }: ReferralContent): string => value.case.referralIdAsSent ?? value.referralId;

const narrowed = (body: HubBody): HubBody => {
  switch (body.kind) {
    case "REFERRAL":
      return {
        ...body,
        // A programme hints at the illness, and so may a clinic's name.
        programme: "OTHER",
        copies: [],
        consent: null,
        legalBasis: null,
        work: { ...noWork, goal: body.work.goal },
        medical: null,
      };
    case "STATUS":
      return { ...body, declineClass: null, place: null, forwardedTo: null, text: null };
    case "CANCELLATION":
      return { ...body, reason: null };
    case "EFFORT":
      return body;
  }
};

const withoutMedical = (body: HubBody): HubBody => {
  if (body.kind === "REFERRAL") return { ...body, medical: null };
  return body.kind === "STATUS" ? { ...body, text: null } : body;
};

const withinScope = (referral: HubReferral, scope: ReferralScope): HubReferral => {
  if (scope === "WHOLE") return referral;
  if (scope === "WITHOUT_MEDICAL") return { ...referral, body: withoutMedical(referral.body) };
  return { ...referral, sender: nobody, receiver: nobody, body: narrowed(referral.body) };
};

const withoutPlace = (referral: HubReferral, isProtected: boolean): HubReferral =>
  isProtected && referral.body.kind === "STATUS"
    ? { ...referral, body: { ...referral.body, place: null, forwardedTo: null } }
    : referral;

const printed = (whole: HubReferral, part: HubReferral): Printed => ({
  shape,
  kind: "REFERRAL",
  body: printHubReferral(part),
  isMedical: true,
  wireMsgId: part.messageId,
  lost: unsaid(whole, part),
});

const noPlace = ({ value }: ReferralContent): Printed["lost"] =>
  value.medical.attachments.map((_, index) => ({ path: `medical.attachments[${index}]`, rule: "NO_PLACE" }));

// List 9064.
const listed: Readonly<Record<string, string>> = { GIVEN: "1", NOT_REQUIRED: "2", ANSWER_TO_CONSENTED_REQUEST: "3" };

// The word that lets it be told stands in the place of what the referral stated.
const withConsent = ({ value }: ReferralContent, { status, case: said }: SharingConsentRecorded) => {
  const code = { system: "2.16.578.1.12.4.1.1.9064", code: listed[status] ?? null, text: null, originalText: null };
  const on = said.on === null ? null : { text: printDay(said.on), day: said.on };
  return { ...value, case: { ...value.case, consents: [{ status: code, on, note: null, givenBy: null }] } };
};

// More of a referral that was told before takes the place of it.
const replacing = (referral: HubReferral): HubReferral =>
  referral.body.kind === "REFERRAL" ? { ...referral, body: { ...referral.body, lifecycle: "REPLACEMENT" } } : referral;

/** A referral in the hub's own contract, as far as welfare may have it. */
export const printReferral = ({ referral, scope, since }: DocumentOf<"REFERRAL">): ReadonlyArray<Printed> => {
  const { archiveId, madeAt } = since?.consent ?? referral.value;
  const parts = since === null ? referral.value : withConsent(referral, since.consent);
  const all = hubReferralOf(parts, { messageId: archiveId, madeAt, referralId: referralOf(referral) });
  const whole = since?.isTold === true ? replacing(all) : all;
  const scoped = printed(whole, withinScope(whole, scope));
  return [{ ...scoped, lost: [...scoped.lost, ...noPlace(referral)] }];
};

/** What became of a referral, in the hub's own contract. */
export const printStep = ({ step, about, scope, isProtected }: DocumentOf<"REFERRAL_STEP">): ReadonlyArray<Printed> => {
  const { identity, case: shared } = about.value;
  const parties = { referrer: shared.envelope.sender, receiver: shared.envelope.receiver };
  const isToReceiver = step.type === "ReferralCancelled";
  const whole = hubStepOf(step, {
    referral: referralOf(about),
    identity,
    referrer: parties.referrer?.organisations ?? [],
    receiver: (isToReceiver ? parties.receiver : parties.referrer)?.organisations ?? [],
  });
  return [printed(whole, withoutPlace(withinScope(whole, scope), isProtected))];
};
