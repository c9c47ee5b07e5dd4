import type { SharingConsentRecorded } from "@samvirke/contracts";

/** One consent, or its refusal or withdrawal, that a message tells of beside a referral's own content. */
export interface StatedConsent extends Pick<SharingConsentRecorded["case"], "on" | "givenBy" | "legalBasis"> {
  readonly status: SharingConsentRecorded["status"];
}

/** What was recorded of a consent. */
export interface ConsentNews extends Pick<SharingConsentRecorded, "archiveId" | "madeAt" | "status"> {
  readonly referralId: string;
  readonly names: ReadonlyArray<string>;
  readonly counts: boolean;
  /** The event while it waits for the referral that it names. */
  readonly waiting: SharingConsentRecorded | null;
}
