import type { Day, Instant } from "@samvirke/kernel";
import type { FhirNotation } from "../fhir/print/out.ts";
import type { HubBody } from "../referral/hub/model.ts";
import type { ReferralSampleParty, ReferralSamplePerson } from "./referral-model.ts";

type Referral = Extract<HubBody, { readonly kind: "REFERRAL" }>;
type Status = Extract<HubBody, { readonly kind: "STATUS" }>;

/** What a made-up FHIR document says. */
export type FhirSampleBody =
  | {
      readonly kind: "REFERRAL";
      /** NEW unless stated. */
      readonly lifecycle?: Referral["lifecycle"];
      /** WORK_HELP unless stated. */
      readonly programme?: Referral["programme"];
      /** NORMAL unless stated. */
      readonly urgency?: Referral["urgency"];
      readonly consent?: NonNullable<Referral["consent"]>["status"];
      readonly asked?: string;
      readonly workGoal?: string;
      readonly reason?: string;
      readonly diagnosis?: { readonly code: string; readonly system: string; readonly text: string };
      readonly sickLeave?: { readonly from: Day; readonly to: Day; readonly grade?: number };
    }
  | {
      readonly kind: "STATUS";
      readonly outcome: Status["outcome"];
      readonly appointmentOn?: Day;
      readonly text?: string;
    }
  | { readonly kind: "CANCELLATION"; readonly reason?: string }
  | { readonly kind: "EFFORT"; readonly from: Day; readonly to?: Day; readonly closed?: boolean };

/** A made-up FHIR document; whatever is left out is left out of the document. */
export interface FhirSample {
  readonly notation: FhirNotation;
  /** UUIDs, of the message and of the referral that it is or speaks of. */
  readonly messageId: string;
  readonly referralId: string;
  readonly generatedAt: Instant;
  readonly sender: ReferralSampleParty;
  readonly receiver: ReferralSampleParty;
  readonly person: ReferralSamplePerson;
  readonly body: FhirSampleBody;
}
