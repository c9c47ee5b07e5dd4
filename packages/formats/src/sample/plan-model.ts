import type { Day } from "@samvirke/kernel";

/** Help wanted for one measure of a form; left out says nothing. */
export interface SamplePlanHelp {
  readonly advice?: boolean;
  readonly adviceText?: string;
  readonly meeting?: boolean;
  readonly meetingText?: string;
  readonly workMeasures?: boolean;
  readonly workMeasuresText?: string;
  readonly aids?: boolean;
  readonly aidsText?: string;
  readonly occupationalHealth?: boolean;
  readonly other?: boolean;
  readonly otherText?: string;
}

export interface SamplePlanMeasure extends SamplePlanHelp {
  readonly goal?: string;
  readonly text?: string;
  readonly from?: Day;
  readonly to?: Day;
  readonly grade?: string;
  readonly impossibleTasks?: string;
  readonly clarification?: string;
  readonly signedCopy?: boolean;
  readonly signedOn?: Day;
  readonly conversations?: string;
  readonly adaptationNotPossible?: string;
  readonly newMeasuresNeeded?: boolean;
  readonly assessment?: string;
}

export interface SamplePlanContact {
  readonly given?: string;
  readonly family?: string;
  readonly phone?: string;
}

/** What a synthetic follow-up plan of the portal says. Texts go to the wire as they stand. */
export interface PlanFormSample {
  /** The form's namespace; that of 2016 when left out. */
  readonly namespace?: string;
  readonly employerNumber: string;
  readonly employerName: string;
  readonly isInclusive?: boolean;
  readonly hasOccupationalHealth?: boolean;
  readonly leader?: SamplePlanContact;
  readonly contact?: SamplePlanContact;
  readonly personNumber: string;
  readonly given?: string;
  readonly family?: string;
  readonly position?: string;
  readonly phone?: string;
  readonly ordinaryTasks?: string;
  readonly firstAbsenceDay?: Day;
  readonly certificateDay?: Day;
  readonly certificateGrade?: string;
  readonly systemName?: string;
  readonly systemVersion?: string;
  readonly measures: ReadonlyArray<SamplePlanMeasure>;
  readonly changedOn: Day;
  /** Left out: the flag is not there. */
  readonly toWelfare?: boolean;
  readonly toClinician?: boolean;
  readonly tookPart?: boolean;
  readonly whyNot?: string;
  readonly additional?: string;
}

/** The portal's envelope around a form. */
export interface PlanBatchSample {
  /** Edition of service 2913. */
  readonly edition: string;
  readonly reference: string;
  readonly archivedAt: string;
  readonly reporter: string;
}
