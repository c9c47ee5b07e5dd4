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

interface Answer<State> {
  readonly before: State;
  readonly after: State;
}

/**
 * An `evolve` that answers the same question once: what was folded to decide is folded again to be kept, and what is
 * known of a state by its identity stays known.
 */
export const evolveOnce = <State, Event extends object>(
  evolve: (state: State, event: Event) => State,
): ((state: State, event: Event) => State) => {
  const answers = new WeakMap<Event, Answer<State>>();
  return (state, event) => {
    const known = answers.get(event);
    if (known !== undefined && known.before === state) return known.after;
    const after = evolve(state, event);
    answers.set(event, { before: state, after });
    return after;
  };
};

/** State after a history. */
export const fold =
  <Event, State>(evolve: (state: State, event: Event) => State) =>
  (initial: State, events: ReadonlyArray<Event>): State =>
    events.reduce(evolve, initial);
