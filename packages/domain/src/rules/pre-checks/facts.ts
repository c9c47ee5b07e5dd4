import type { Instant } from "@samvirke/kernel";
import type { PeriodChoices } from "../period-kind.ts";

/** A diagnosis as far as the message has it. */
export interface WrittenDiagnosis {
  readonly code?: string;
  readonly system?: string;
  readonly text?: string;
}

export interface WrittenId {
  readonly type?: string;
  readonly value?: string;
}

/** The code attribute of each cause; undefined where the attribute is absent. */
export type WrittenCodes = ReadonlyArray<string | undefined>;

/** An attachment: size after decoding, and the virus scan's answer as the scanner words it. */
export interface ReceivedAttachment {
  readonly bytes: number;
  readonly virusScan: string;
}

/** What the certificate says, or fails to say, where the reception looks. */
export interface WrittenCertificate {
  /** Absent without an activity element. */
  readonly periods?: ReadonlyArray<PeriodChoices>;
  /** A period whose days are missing or cannot be read. */
  readonly hasUnreadablePeriod: boolean;
  readonly hasMedicalAssessment: boolean;
  readonly mainDiagnosis?: WrittenDiagnosis;
  readonly secondDiagnoses: ReadonlyArray<WrittenDiagnosis>;
  readonly clinicianIds: ReadonlyArray<WrittenId>;
  /** All periods' medical causes, in document order. */
  readonly medicalCauses: WrittenCodes;
  readonly workplaceCauses: WrittenCodes;
  readonly otherAbsenceCodes: WrittenCodes;
  readonly restrictionCodes: WrittenCodes;
  readonly hasTreatedAt: boolean;
  /** Absent without the element; its code may be absent too. */
  readonly employerCount?: { readonly code?: string };
}

/**
 * Everything the pre-checks look at, registry answers included.
 *
 * Source: NAV's reception of sick-leave certificates.
 */
export interface PreCheckFacts {
  readonly receivedAt: Instant;
  /** Absent when the message's time of generation cannot be read. */
  readonly generatedAt?: Instant;
  /** Only for a hospital's message: the number of the signing clinician, and whether the register knows a person with a national number for it. */
  readonly hospital?: { readonly hprNumber?: string; readonly isKnown: boolean };
  readonly duplicateOf?: "accepted" | "rejected";
  readonly patient: { readonly number: string; readonly isKnown: boolean };
  /** `isKnown`: in the person register; `isInHpr`: in the health personnel register, under any of the signer's numbers. */
  readonly signer: { readonly isKnown: boolean; readonly isInHpr: boolean };
  readonly attachments: ReadonlyArray<ReceivedAttachment>;
  /** Absent when the message has no certificate in it. */
  readonly certificate?: WrittenCertificate;
}
