import type { Fact } from "@samvirke/contracts";
import type { EmployerView } from "@samvirke/domain";

/** Events that an employer may come to see something of, or that take something away. */
export const accepted = [
  "PersonIdentityLinked",
  "SickLeaveCertified",
  "SickLeaveRejected",
  "SickLeaveReviewed",
  "SickLeaveRevised",
  "SickLeaveSentToEmployer",
  "SickLeaveConfirmed",
  "SickLeaveSetAside",
  "SickLeaveReopened",
  "SickLeaveDeleted",
  "FollowUpPlanShared",
  "DialogueMeetingCalled",
  "DialogueMeetingAnswered",
  "DialogueMeetingEnded",
  "SpellDetermined",
  "LineManagerRegistered",
] as const;
export type Accepted = (typeof accepted)[number];
export type Known<N extends Accepted = Accepted> = Fact<N, "case" | "work">;

/** Turns an identifier of a party into the alias by which rows are filtered. */
export type PartyAlias = (type: string, value: string) => string;

/** The parts of an event that an employer's key would open, sealed as they were, in base64. */
export interface Sealed {
  readonly eventId: string;
  readonly eventType: string;
  readonly identity: string | null;
  readonly work: string | null;
}

/** A plan, whoever of the employers made it. */
export interface KeptPlan {
  readonly parties: ReadonlyArray<string>;
  readonly revision: number;
  readonly format: string;
  readonly receivedAt: number;
  readonly sealed: Sealed;
}

/** A meeting with the employer that takes part in it; null while none does. */
export interface KeptMeeting {
  readonly party: string | null;
  readonly revision: number | null;
  readonly ended: string | null;
  readonly sealed: Sealed | null;
}

/** The employer's answer to a call. */
export interface KeptAnswer {
  readonly meetingId: string;
  readonly answer: string;
  readonly receivedAt: number;
}

export interface KeptSpell {
  readonly revision: number;
  readonly sealed: Sealed;
}

/** The latest record of who leads the person at an employer; nothing is kept of a relation that has ended but when. */
export interface KeptManager {
  readonly party: string | null;
  readonly changedAt: number;
  readonly sealed: Sealed | null;
}

type ById<A> = Readonly<Record<string, A>>;

/**
 * What is remembered of a person, since an employer is shown what was said before it became theirs.
 *
 * Shape: of the certificates in `view` identity and work are the sealed parts, not their content.
 */
export interface Memory {
  readonly view: EmployerView;
  /** The sealed parts of the event by which a certificate was last sent. */
  readonly sendings: ById<Sealed>;
  readonly plans: ById<KeptPlan>;
  readonly meetings: ById<KeptMeeting>;
  readonly answers: ById<KeptAnswer>;
  readonly spells: ById<KeptSpell>;
  readonly managers: ById<KeptManager>;
}

export const blank: Memory = { view: [], sendings: {}, plans: {}, meetings: {}, answers: {}, spells: {}, managers: {} };

type Kept = EmployerView[number];
/** `identity` is left out where it is the same as `work`: both stand for one event's sealed parts. */
type Written = Omit<Kept, "identity"> & Partial<Pick<Kept, "identity">>;

const written = (one: Kept): Written => {
  const { identity, ...rest } = one;
  return (identity as unknown) === one.work ? rest : one;
};

const read = (one: Written): Kept => {
  const { identity = one.work as unknown as Kept["identity"] } = one;
  return { ...one, identity };
};

/** A person's memory in bytes, to be sealed, and back. */
export const memoryBytes = {
  encode: ({ view, ...rest }: Memory): Uint8Array =>
    new TextEncoder().encode(JSON.stringify({ view: view.map(written), ...rest })),
  decode: (bytes: Uint8Array): Memory => {
    const { view, ...rest } = JSON.parse(new TextDecoder().decode(bytes)) as Omit<Memory, "view"> & {
      readonly view: ReadonlyArray<Written>;
    };
    return { ...rest, view: view.map(read) };
  },
};
