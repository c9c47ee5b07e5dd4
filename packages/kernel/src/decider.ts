import type { Either } from "fp-ts/lib/Either.js";

/**
 * A consistency boundary as three pure functions.
 *
 * Laws: deciding a command again after its own events yields no events; `evolve` is total.
 */
export interface Decider<Command, Event, State, Rejection> {
  readonly initial: State;
  readonly decide: (command: Command, state: State) => Either<Rejection, ReadonlyArray<Event>>;
  readonly evolve: (state: State, event: Event) => State;
}

/** State after a history. */
export const fold =
  <Event, State>(evolve: (state: State, event: Event) => State) =>
  (initial: State, events: ReadonlyArray<Event>): State =>
    events.reduce(evolve, initial);
