import type { Day } from "@samvirke/kernel";
import type { SampleAttachment, SampleClinician, SamplePerson, SampleUnit } from "./model.ts";

export interface SampleStatementReferral {
  readonly text: string;
  readonly on: Day;
  readonly weeks: number;
}

export interface SampleStatementAddress {
  /** RES, PST, H, WP and the like. */
  readonly kind: string;
  readonly street: string;
  readonly postalCode: string;
  readonly city: string;
  readonly country?: string;
  readonly phone?: { readonly kind: string; readonly number: string };
}

export interface SampleEmployment {
  readonly employerName?: string;
  readonly employerNumber?: string;
  readonly employerAddress?: SampleStatementAddress;
  readonly occupation: string;
  readonly occupationCode?: string;
  readonly isPrimary?: boolean;
}

export interface SampleAbility {
  readonly cannotDo?: string;
  readonly otherWork?: string;
  readonly canResume?: boolean;
  /** 1 now, 2 after treatment. */
  readonly resumeWhen?: "1" | "2";
  readonly canTakeOther?: boolean;
  readonly takeOtherWhen?: "1" | "2";
}

export interface SamplePlan {
  readonly examination?: SampleStatementReferral;
  readonly treatment?: SampleStatementReferral;
  readonly newInformationWhen?: string;
  readonly noFurtherTreatment?: string;
  readonly earlierPlan?: string;
  readonly treatmentPlan?: string;
  readonly examinationPlan?: string;
}

export interface SampleCoded {
  readonly code: string;
  readonly text?: string;
}

/** What a synthetic medical statement says. Texts go to the wire as they stand. */
export interface StatementSample {
  readonly wrapping: "fellesformat" | "msghead";
  /** MsgInfo/Type/@V; LEGEERKL when left out. */
  readonly type?: string;
  readonly messageId: string;
  readonly generatedAt: string;
  readonly receivedAt: string;
  readonly ediLogId: string;
  readonly person: SamplePerson;
  readonly clinician: SampleClinician;
  readonly signerNumber?: string;
  readonly unit: SampleUnit;
  /** Codes 1 to 4. */
  readonly occasions: ReadonlyArray<string>;
  /** 1 yes, 2 no, 3 unsure. */
  readonly severalEmployments: "1" | "2" | "3";
  readonly welfareOffice: string;
  readonly employment?: SampleEmployment;
  readonly addresses?: ReadonlyArray<SampleStatementAddress>;
  readonly plan?: SamplePlan;
  /** Codes 1 to 5. */
  readonly diagnosisSystem: string;
  readonly diagnoses: ReadonlyArray<SampleCoded>;
  readonly unfitFrom?: Day;
  readonly injury?: { readonly assess: boolean; readonly on?: Day };
  readonly status: string;
  readonly history: string;
  readonly measuresRelevant?: boolean;
  readonly measures: ReadonlyArray<{ readonly code: string; readonly text: string }>;
  readonly measuresDetails: string;
  readonly limits?: string;
  /** Stands where there are no limits. */
  readonly noMeasures?: string;
  readonly situations: ReadonlyArray<SampleCoded>;
  readonly ability?: SampleAbility;
  readonly function?: string;
  readonly demands?: string;
  readonly outlook: {
    readonly better?: boolean;
    readonly illness?: string;
    readonly functionLoss?: string;
    readonly workAbility?: string;
  };
  readonly weight?: string;
  readonly withheld?: string;
  readonly other?: { readonly text: string; readonly wantsCopy?: boolean };
  readonly contacts: ReadonlyArray<SampleCoded>;
  readonly attachments?: ReadonlyArray<SampleAttachment>;
}
