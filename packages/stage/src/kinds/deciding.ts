import type { ContractName, Contracts, Fact } from "@samvirke/contracts";
import type { Compartment, Day, Decider, Either, Topic } from "@samvirke/kernel";
import type { ParkFailure } from "../definition.ts";
import type { Known } from "./facts.ts";
import type { Appetite } from "./run.ts";

/** An event as the log takes it. */
export type Published = {
  readonly [N in ContractName]: {
    readonly name: N;
    readonly value: Contracts[N];
    /** The aggregate's stream, and the event's number in it from 0. */
    readonly stream?: string;
    readonly sequence?: number;
  };
}[ContractName];

/** A deciding stage: facts become commands (in the shell), commands become events (in the core). */
export interface Deciding<N extends ContractName, C extends Compartment, Command, Event, State> {
  readonly name: string;
  readonly topic: Topic;
  readonly to: Topic;
  readonly accepts: ReadonlyArray<N>;
  readonly opens: ReadonlyArray<C>;
  /** Archive, parsing, registers; for a whole batch, answers in the order given. A rejection means unavailable. */
  readonly command: (
    known: ReadonlyArray<Known<Fact<N, C>>>,
  ) => Promise<ReadonlyArray<Either<ParkFailure, Command | undefined>>>;
  readonly decider: Decider<Command, Event, State, never>;
  /** The state that a command finds, where it brings some with it; else as it was. */
  readonly ground?: (command: Command, state: State) => State;
  readonly appetite?: Appetite;
  /** What event ids derive from: the archive id. */
  readonly cause: (command: Command) => string;
  readonly publish: (event: Event) => Published;
  readonly state: { readonly encode: (state: State) => Uint8Array; readonly decode: (bytes: Uint8Array) => State };
  /** What registers answered, to be kept with the message it is about; undefined where none was asked. */
  readonly answers?: (command: Command) => unknown;
  readonly days?: Days<Command, Event, State>;
}

/** What days that pass bring, where something falls due. */
export interface Days<Command, Event, State> {
  /** Database schema that holds when something falls due for whom. */
  readonly schema: string;
  /** The first day after `passed` that changes the state by itself. */
  readonly due: (state: State, passed: Day) => Day | undefined;
  /** The last day that had passed when a command's message was received. */
  readonly passedBefore: (command: Command) => Day;
  readonly pass: (state: State, day: Day) => ReadonlyArray<Event>;
}
