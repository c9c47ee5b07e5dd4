import type { Day } from "@samvirke/kernel";
import { addDays, uuid5 } from "@samvirke/kernel";
import type { DutyHolder, DutyKind, FollowUpPolicy } from "../policy/policy.ts";

/** Something that somebody has to do. */
export interface Duty {
  readonly id: string;
  readonly kind: DutyKind;
  readonly holder: DutyHolder;
  readonly party: string | null;
  /** Day from which it is open. */
  readonly since: Day;
  /** Last day to act, inclusive; null when there is none. */
  readonly due: Day | null;
  /** Last day on which it stands at all; null when it stands until it is met. */
  readonly until: Day | null;
  /** Day on which it was met. */
  readonly closedOn: Day | null;
  /** Spell, certificate, message, meeting or referral that it follows from. */
  readonly cause: string;
  readonly spellRevision: number | null;
  /** The ball lies with somebody else meanwhile. */
  readonly waits: boolean;
  readonly legalSource: string;
}

/** What differs from one duty to the next. */
export interface DutyDraft {
  readonly kind: DutyKind;
  readonly cause: string;
  readonly since: Day;
  readonly due?: Day | null;
  readonly until?: Day | null;
  readonly closedOn?: Day | null;
  readonly party?: string | null;
  readonly holder?: DutyHolder;
  readonly spellRevision?: number;
  readonly waits?: boolean;
}

const dueBy = (since: Day, days: number | null): Day | null => (days === null ? null : addDays(since, days));

/** A duty by its policy. */
export const duty = (policy: FollowUpPolicy, draft: DutyDraft): Duty => {
  const { holder, days, legalSource } = policy.duties[draft.kind];
  const { kind, cause, since } = draft;
  const usual = { holder, party: null, due: dueBy(since, days), until: null, closedOn: null, waits: false };
  return {
    ...usual,
    spellRevision: null,
    legalSource,
    ...draft,
    id: uuid5("duty", kind, cause, draft.party ?? ""),
  };
};

/** The earliest of some days; null when there is none. */
export const firstOf = (facts: ReadonlyArray<{ readonly on: Day }>): Day | null =>
  facts.reduce<Day | null>((first, { on }) => (first === null || on < first ? on : first), null);

/** Whether somebody still has to act at the end of a day. */
export const isOpen = ({ since, until, closedOn }: Duty, today: Day): boolean =>
  since <= today && (until === null || today <= until) && (closedOn === null || today < closedOn);

/** Whether the last day passed without the duty being met. */
export const isReached = ({ due, until, closedOn }: Duty, passed: Day): boolean =>
  due !== null && due <= passed && (until === null || due <= until) && (closedOn === null || due < closedOn);
