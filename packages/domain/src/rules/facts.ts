import type { Day, Instant } from "@samvirke/kernel";

/** What a period of the certificate says. UNKNOWN: the period names none of the kinds. */
export type PeriodKind = "FULL" | "GRADED" | "TRAVEL_SUPPORT" | "TREATMENT_DAYS" | "AWAITING" | "UNKNOWN";

/** One period. Shape: both days inclusive; only the field that belongs to the kind is present. */
export interface Period {
  readonly from: Day;
  readonly to: Day;
  readonly kind: PeriodKind;
  /** GRADED. Unit: percent of full-time work the person cannot do. */
  readonly grade?: number;
  /** TREATMENT_DAYS. */
  readonly daysPerWeek?: number;
  /** AWAITING: what the clinician suggests to the employer. */
  readonly input?: string;
}

/** A diagnosis as sent: code, full OID of its system, and the text beside it. */
export interface Diagnosis {
  readonly code: string;
  readonly system: string;
  readonly text?: string;
}

/** A coded value of the health personnel register. `oid` is the last number of the code system's OID. */
export interface RegisterCode {
  readonly active: boolean;
  readonly oid: number;
  readonly value: string;
}

export interface Competence {
  readonly type?: RegisterCode;
  /** Present when the competence has ended. */
  readonly ended?: RegisterCode;
  readonly from?: Day;
  /** Open when absent. */
  readonly to?: Day;
}

/** One approval of a clinician in the health personnel register. */
export interface Approval {
  readonly authorisation?: RegisterCode;
  readonly category?: RegisterCode;
  readonly competences: ReadonlyArray<Competence>;
}

/** The signer as the registers answered. Not found: neither suspended nor approved. */
export interface Signer {
  readonly number: string;
  readonly found: boolean;
  /** The suspension register's answer for the day of signing. */
  readonly suspended: boolean;
  readonly approvals: ReadonlyArray<Approval>;
}

/** How an earlier certificate has been used by the person. */
export type CertificateUse = "open" | "confirmed" | "sent" | "aside" | "expired";

/** An earlier certificate of the same person; never the one under test. */
export interface EarlierCertificate {
  readonly periods: ReadonlyArray<Period>;
  readonly mainDiagnosisCode?: string;
  readonly outcome: "OK" | "MANUAL" | "INVALID";
  /** NAV's remark types, as NAV spells them. */
  readonly remarks: ReadonlyArray<string>;
  readonly use: CertificateUse;
}

/**
 * Everything the rules look at, recorded before they are asked.
 *
 * Unit:   instants in milliseconds; `treatedAt` is the wall clock as written, as if it were UTC.
 * Source: regulus-regula v52, its payload; NAV's input service for how each value is found.
 */
export interface RuleFacts {
  readonly mode: "electronic" | "paper";
  readonly periods: ReadonlyArray<Period>;
  readonly receivedAt: Instant;
  /** The Oslo day of receipt. */
  readonly today: Day;
  /** The message's own time of generation, which counts as the time of signing. */
  readonly generatedAt: Instant;
  readonly treatedAt?: number;
  readonly signer: Signer;
  /** The treating clinician's own national number, where a register knew it. */
  readonly clinicianNumber?: string;
  readonly patient: { readonly number: string; readonly birthDay?: Day };
  readonly organisationNumber?: string;
  readonly ruleSetVersion?: string;
  readonly mainDiagnosis?: Diagnosis;
  readonly secondDiagnoses: ReadonlyArray<Diagnosis>;
  readonly otherAbsence?: { readonly codes: ReadonlyArray<string>; readonly text?: string };
  /** Ids of the answered dynamic questions. An empty answer counts. */
  readonly questionIds: ReadonlyArray<string>;
  readonly backdatingReason?: string;
  readonly earlier: ReadonlyArray<EarlierCertificate>;
}
