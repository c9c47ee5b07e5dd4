import type { Clock, PersonId } from "@samvirke/kernel";

const windowMs = 60_000;
const leastParked = 100;
const shareParked = 0.05;
// Enough to tell 5 % of a minute's persons; beyond it, 5,000 parked persons trip the breaker whatever the share.
const mostRemembered = 100_000;

/** Persons seen within the last minute; a Map keeps them in the order of their last sight. */
const makeWindow = (clock: Clock) => {
  const seen = new Map<PersonId, number>();
  const prune = (): void => {
    const from = clock.now() - windowMs;
    for (const [person, at] of seen) {
      if (at >= from && seen.size <= mostRemembered) return;
      seen.delete(person);
    }
  };
  return {
    add: (persons: Iterable<PersonId>): void => {
      for (const person of persons) {
        seen.delete(person);
        seen.set(person, clock.now());
      }
      prune();
    },
    /** Number of persons seen, with these. */
    countWith: (persons: ReadonlySet<PersonId>): number => {
      prune();
      let count = seen.size;
      for (const person of persons) if (!seen.has(person)) count += 1;
      return count;
    },
  };
};

/** A batch as the breaker sees it. */
export interface BatchPersons {
  readonly handled: ReadonlySet<PersonId>;
  /** Persons parked anew, not those who were parked before. */
  readonly parked: ReadonlySet<PersonId>;
}

/** Tells a bad release from bad data: more than 100 persons and more than 5 % of those handled parked within one minute. */
export interface Breaker {
  /** Asked before the commit, so that nobody of the batch that trips it gets parked. */
  readonly wouldTrip: (batch: BatchPersons) => boolean;
  readonly note: (batch: BatchPersons) => void;
}

export const makeBreaker = (clock: Clock): Breaker => {
  const [handled, parked] = [makeWindow(clock), makeWindow(clock)];
  return {
    wouldTrip: (batch) => {
      const count = parked.countWith(batch.parked);
      return batch.parked.size > 0 && count > leastParked && count > shareParked * handled.countWith(batch.handled);
    },
    note: (batch) => {
      handled.add(batch.handled);
      parked.add(batch.parked);
    },
  };
};
