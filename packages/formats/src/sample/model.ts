import type { Day } from "@samvirke/kernel";

export interface SampleName {
  readonly given: string;
  readonly middle?: string;
  readonly family: string;
}

export interface SampleCode {
  readonly code: string;
  readonly text?: string;
  /** Full OID; the certificate's lists have none of their own. */
  readonly system?: string;
}

export interface SampleCauses {
  readonly codes: ReadonlyArray<SampleCode>;
  readonly text?: string;
}

export type SamplePeriodContent =
  | { readonly kind: "FULL"; readonly medicalCauses?: SampleCauses; readonly workplaceCauses?: SampleCauses }
  | { readonly kind: "GRADED"; readonly grade: number; readonly travelSupport?: boolean }
  | { readonly kind: "AWAITING"; readonly inputToEmployer: string }
  | { readonly kind: "TREATMENT_DAYS"; readonly daysPerWeek: number }
  | { readonly kind: "TRAVEL_SUPPORT" }
  | { readonly kind: "NONE" };

export type SamplePeriod = SamplePeriodContent & { readonly from: Day; readonly to: Day };

export interface SamplePerson {
  /** National identity number, D-number and the like; synthetic. */
  readonly number: string;
  /** FNR when left out. */
  readonly numberType?: string;
  readonly name: SampleName;
  readonly phone?: string;
  readonly familyDoctor?: string;
}

export interface SampleClinician {
  readonly number?: string;
  readonly hprNumber?: string;
  readonly herId?: string;
  readonly name: SampleName;
  readonly phone?: string;
}

export interface SampleUnit {
  readonly name: string;
  readonly organisationNumber?: string;
  readonly herId?: string;
}

export interface SampleAnswers {
  readonly groupId: string;
  readonly groupText: string;
  readonly answers: ReadonlyArray<{ readonly id: string; readonly question: string; readonly answer: string }>;
}

export interface SampleAttachment {
  readonly id: string;
  readonly mimeType: string;
  readonly description: string;
  readonly bytes: Uint8Array;
}

/** What a synthetic certificate says. Texts go to the wire as they stand. */
export interface CertificateSample {
  readonly wrapping: "fellesformat" | "msghead" | "payload";
  readonly messageId: string;
  /** MsgInfo/GenDate as it shall stand. */
  readonly generatedAt: string;
  /** MottakenhetBlokk/@mottattDatotid as it shall stand. */
  readonly receivedAt: string;
  readonly ediLogId: string;
  /** Sykmelding when left out; SykmeldingVirksomhet for a hospital's message. */
  readonly ebService?: string;
  readonly person: SamplePerson;
  readonly clinician: SampleClinician;
  /** Number in the signature; the clinician's when left out. */
  readonly signerNumber?: string;
  readonly unit: SampleUnit;
  readonly ruleSetVersion?: string;
  readonly spellStart: Day;
  readonly employment: {
    readonly count: "1" | "2" | "3";
    readonly employerName?: string;
    readonly occupation?: string;
    readonly positionPercent?: number;
  };
  readonly mainDiagnosis?: SampleCode;
  readonly otherDiagnoses?: ReadonlyArray<SampleCode>;
  readonly otherAbsence?: SampleCauses;
  readonly periods: ReadonlyArray<SamplePeriod>;
  readonly fitAfterPeriod?: boolean;
  readonly consideration?: string;
  readonly answers?: ReadonlyArray<SampleAnswers>;
  readonly helpText?: string;
  readonly messageToEmployer?: string;
  /** KontaktMedPasient/BehandletDato as it shall stand; left out when undefined. */
  readonly treatedAt?: string;
  readonly contactOn?: Day;
  readonly lateContactReason?: string;
  readonly system: { readonly name: string; readonly version: string };
  readonly barcode: string;
  readonly attachments?: ReadonlyArray<SampleAttachment>;
}
