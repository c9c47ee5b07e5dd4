import type { Day } from "@samvirke/kernel";
import type { ReferralVersion } from "../referral/print/print-referral.ts";

/** A house that sends or gets a referral. */
export interface ReferralSampleParty {
  readonly name: string;
  readonly herId: string;
  readonly organisationNumber?: string;
  readonly department?: { readonly name: string; readonly herId: string };
  readonly professional?: { readonly given: string; readonly family: string; readonly hprNumber: string };
}

export interface ReferralSamplePerson {
  readonly number?: string;
  /** FNR unless stated. */
  readonly numberType?: string;
  readonly name?: { readonly given: string; readonly family: string };
  readonly bornOn?: Day;
  /** List 3101. */
  readonly sex?: string;
}

/** A made-up referral; whatever is left out is left out of the document. */
export interface ReferralSample {
  readonly version: ReferralVersion;
  /** List 7309: N, M, A, O, C, H. */
  readonly lifecycle: string;
  readonly messageId: string;
  /** As it shall stand. */
  readonly generatedAt: string;
  readonly referralId: string;
  /** Ids of earlier messages, by which the versions before 2.0 link a change or a cancellation. */
  readonly refersTo?: ReadonlyArray<string>;
  /** List 8279, for 2.0; HENVISNING_NYTILSTAND unless stated. */
  readonly messageType?: string;
  readonly ack?: string;
  readonly sender: ReferralSampleParty;
  readonly receiver: ReferralSampleParty;
  readonly copies?: ReadonlyArray<ReferralSampleParty>;
  readonly person: ReferralSamplePerson;
  /** List 8306; N unless stated. */
  readonly priority?: string;
  /** List 8455; 10 unless stated. */
  readonly contentType?: string;
  readonly diagnosis?: { readonly code: string; readonly system: string; readonly text: string };
  readonly reason?: string;
  readonly sickLeave?: { readonly from: Day; readonly to: Day; readonly text?: string };
  /** List 9064. */
  readonly consent?: string;
}
