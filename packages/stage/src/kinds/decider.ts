import { lineageOf, newRecord, openBytes, sealBytes } from "@samvirke/contracts";
import type { ContractName, Contracts, Fact } from "@samvirke/contracts";
import { deriveEventId, E } from "@samvirke/kernel";
import type { Compartment, Decider, Either, NewRecord, PersonSecret, Topic } from "@samvirke/kernel";
import type { Hub } from "../hub/hub.ts";
import type { Running } from "../hub/running.ts";
import type { Effects, ParkFailure, StageDefinition, StateCodec } from "../definition.ts";
import { readFacts } from "./facts.ts";
import type { Known } from "./facts.ts";
import type { Appetite } from "./run.ts";
import { runDefinition } from "./run.ts";

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
  readonly appetite?: Appetite;
  /** What event ids derive from: the archive id. */
  readonly cause: (command: Command) => string;
  readonly publish: (event: Event) => Published;
  readonly state: { readonly encode: (state: State) => Uint8Array; readonly decode: (bytes: Uint8Array) => State };
}

interface Prepared<F, Command> {
  readonly known: Known<F>;
  readonly command: Command | undefined;
}

const secretOf = ({ known }: Prepared<unknown, unknown>): PersonSecret => {
  if (!known.secret) throw new Error("the person has no key");
  return known.secret;
};

const stateCodec = <F extends { readonly personId: string }, Command, State>(
  hub: Hub,
  { name, state }: { readonly name: string; readonly state: Deciding<never, never, never, never, State>["state"] },
): StateCodec<Prepared<F, Command>, State> => ({
  key: ({ command, known }) => (command === undefined ? undefined : known.fact.personId),
  encode: (value, prepared) =>
    sealBytes(
      hub.keyCache,
      { purpose: `state/${name}`, id: prepared.known.fact.personId, secret: secretOf(prepared), audience: "hub" },
      state.encode(value),
    ),
  decode: (bytes, prepared) => {
    const reader = { secret: secretOf(prepared), audience: "hub" as const };
    const opened = openBytes(
      hub.keyCache,
      { purpose: `state/${name}`, id: prepared.known.fact.personId, reader },
      bytes,
    );
    if (E.isLeft(opened) || opened.right.state !== "Open") throw new Error("the person's state does not open");
    return state.decode(opened.right.value);
  },
});

interface Writing {
  readonly known: Known<Fact<ContractName, Compartment>>;
  readonly eventId: NewRecord["id"];
}

const eventRecord =
  (hub: Hub, source: { readonly name: string; readonly to: Topic }) =>
  ({ known, eventId }: Writing, published: Published): NewRecord => {
    const lineage = lineageOf(known.record.headers);
    return newRecord(hub.codec, {
      topic: source.to,
      person: known.fact.personId,
      name: published.name,
      value: published.value,
      eventId,
      secret: known.secret,
      audience: "hub",
      meta: {
        source: `/samvirke/${source.name}`,
        time: known.fact.recordedAt,
        correlationId: lineage.correlationId ?? known.fact.id,
        causationId: known.fact.id,
        traceparent: lineage.traceparent,
        stream: published.stream,
        sequence: published.sequence,
      },
    });
  };

/** The n-th event of its type that this command led to. */
const indexAmong = (published: ReadonlyArray<Published>, index: number): number =>
  published.slice(0, index).filter(({ name }) => name === published[index]?.name).length;

/** The stage that decides. */
export const deciderStage = <N extends ContractName, C extends Compartment, Command, Event, State>(
  hub: Hub,
  deciding: Deciding<N, C, Command, Event, State>,
): StageDefinition<Prepared<Fact<N, C>, Command>, State> => {
  const accepted: ReadonlySet<string> = new Set(deciding.accepts);
  const { decider } = deciding;
  const write = eventRecord(hub, deciding);
  const read = readFacts<N, C>(hub, deciding);

  const handle = ({ known, command }: Prepared<Fact<N, C>, Command>, before: State | undefined): Effects<State> => {
    if (command === undefined) return { appends: [], rows: [] };
    const state = before ?? decider.initial;
    const decided = decider.decide(command, state);
    // The type leaves no rejection; one that came all the same must park its record, not vanish with it.
    if (E.isLeft(decided)) throw new TypeError("a decision without an event");
    const events = decided.right;
    const published = events.map(deciding.publish);
    const appends = published.map((event, index) => {
      const eventId = deriveEventId(deciding.cause(command), event.name, indexAmong(published, index));
      return write({ known: known as unknown as Writing["known"], eventId }, event);
    });
    return { appends, rows: [], ...(events.length === 0 ? {} : { state: events.reduce(decider.evolve, state) }) };
  };

  return {
    name: deciding.name,
    topic: deciding.topic,
    accepts: (type) => accepted.has(type),
    states: stateCodec<Fact<N, C>, Command, State>(hub, deciding),
    prepare: async (records) => withCommands(await read(records), deciding.command),
    handle,
  };
};

type Answer<A> = Either<ParkFailure, A>;

const withCommands = async <F, Command>(
  facts: ReadonlyArray<Answer<Known<F>>>,
  ask: (known: ReadonlyArray<Known<F>>) => Promise<ReadonlyArray<Answer<Command | undefined>>>,
): Promise<ReadonlyArray<Answer<Prepared<F, Command>>>> => {
  const known = facts.flatMap((fact) => (E.isRight(fact) ? [fact.right] : []));
  const commands = await ask(known);
  const byFact = new Map(known.map((fact, index) => [fact, commands[index]]));
  return facts.map((fact) => {
    if (E.isLeft(fact)) return fact;
    const command = byFact.get(fact.right);
    if (command === undefined) return E.left({ reason: "defect", detail: "no answer came for this record" });
    return E.isLeft(command) ? command : E.right({ known: fact.right, command: command.right });
  });
};

/** Runs a deciding stage. */
export const runDecider = <N extends ContractName, C extends Compartment, Command, Event, State>(
  hub: Hub,
  deciding: Deciding<N, C, Command, Event, State>,
): Promise<Running> => runDefinition(hub, deciderStage(hub, deciding), deciding.appetite);
