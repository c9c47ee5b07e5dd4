import { openBytes, sealBytes } from "@samvirke/contracts";
import type { ContractName, Fact, ViewChanged } from "@samvirke/contracts";
import { E } from "@samvirke/kernel";
import type { Compartment, Either, LogRecord, PersonSecret, Projected } from "@samvirke/kernel";
import type { Effects, ParkFailure, StageDefinition, StateCodec } from "../definition.ts";
import type { Hub } from "../hub/hub.ts";
import type { Running } from "../hub/running.ts";
import { readFacts } from "./facts.ts";
import type { Known } from "./facts.ts";
import { historyOf, takenOverIn } from "./history.ts";
import type { Projection } from "./projector.ts";
import { effectsWith } from "./projector.ts";
import { runDefinition } from "./run.ts";

/** What a projection makes of a fact, and the person's state after it; absent: as before. */
export interface Folded<State> extends Projected<ViewChanged> {
  readonly state?: State;
}

/** Seals bytes that a row keeps; undefined where the person has no key any more. To be opened under the same purpose and id. */
export type Seal = (purpose: string, id: string, bytes: Uint8Array) => Uint8Array | undefined;

const sealWith =
  (hub: Hub, { secret }: Known<unknown>): Seal =>
  (purpose, id, bytes) =>
    secret && sealBytes(hub.keyCache, { purpose, id, secret, audience: "hub" }, bytes);

/**
 * A projection that remembers something of each person, because a fact does not say all that its rows need.
 *
 * Shape: only facts that `folds` names read and write the state, in one statement a batch; the others cost nothing more.
 */
export interface FoldingProjection<N extends ContractName, C extends Compartment, State> extends Omit<
  Projection<N, C>,
  "project"
> {
  readonly folds: ReadonlyArray<N>;
  readonly initial: State;
  readonly encode: (state: State) => Uint8Array;
  readonly decode: (bytes: Uint8Array) => State;
  /** Pure and total; `seal` closes bytes of its own under the person's key, for the hub, and is pure as well. */
  readonly project: (fact: Fact<N, C>, state: State, seal: Seal) => Folded<State>;
}

type FactOfAny = Fact<ContractName, Compartment>;

const secretOf = ({ secret }: Known<unknown>): PersonSecret => {
  if (!secret) throw new Error("the person has no key");
  return secret;
};

const stateCodec = <N extends ContractName, C extends Compartment, State>(
  hub: Hub,
  { name, folds, encode, decode }: FoldingProjection<N, C, State>,
): StateCodec<Known<Fact<N, C>>, State> => {
  const folding: ReadonlySet<string> = new Set(folds);
  const purpose = `state/${name}`;
  const personOf = ({ fact }: Known<Fact<N, C>>): string => (fact as unknown as FactOfAny).personId;
  return {
    // An erased person has no key to any state, and nothing to remember.
    key: (known) => (known.secret && folding.has(known.record.type) ? personOf(known) : undefined),
    encode: (state, known) =>
      sealBytes(
        hub.keyCache,
        { purpose, id: personOf(known), secret: secretOf(known), audience: "hub" },
        encode(state),
      ),
    decode: (bytes, known) => {
      const reader = { secret: secretOf(known), audience: "hub" as const };
      const opened = openBytes(hub.keyCache, { purpose, id: personOf(known), reader }, bytes);
      if (E.isLeft(opened) || opened.right.state !== "Open") throw new Error("the person's state does not open");
      return decode(opened.right.value);
    },
  };
};

/** A fact, and where it takes over another person's stream, what was recorded on that. */
type Prepared<N extends ContractName, C extends Compartment> = Known<Fact<N, C>> & {
  readonly takenOver?: ReadonlyArray<Known<Fact<N, C>>>;
};

const readTakenOver = async <N extends ContractName, C extends Compartment, State>(
  hub: Hub,
  projection: FoldingProjection<N, C, State>,
  known: Known<Fact<N, C>>,
): Promise<Either<ParkFailure, Prepared<N, C>>> => {
  const folds: ReadonlySet<string> = new Set(projection.folds);
  const persons = takenOverIn(hub, [known.record]);
  const records = (await Promise.all(persons.map((person) => historyOf(hub, person)))).flat();
  const facts = await readFacts<N, C>(hub, projection)(records.filter(({ type }) => folds.has(type)));
  const failed = facts.find(E.isLeft);
  return failed ?? E.right({ ...known, takenOver: facts.flatMap((one) => (E.isRight(one) ? [one.right] : [])) });
};

/** Reads facts; those that take over another stream with what was recorded on that, which the log keeps for ever. */
const preparing = <N extends ContractName, C extends Compartment, State>(
  hub: Hub,
  projection: FoldingProjection<N, C, State>,
) => {
  const read = readFacts<N, C>(hub, projection);
  const complete = (one: Either<ParkFailure, Known<Fact<N, C>>>): Promise<Either<ParkFailure, Prepared<N, C>>> =>
    E.isLeft(one) || one.right.record.type !== "PersonIdentityLinked"
      ? Promise.resolve(one)
      : readTakenOver(hub, projection, one.right);
  return async (records: ReadonlyArray<LogRecord>): Promise<ReadonlyArray<Either<ParkFailure, Prepared<N, C>>>> =>
    Promise.all((await read(records)).map(complete));
};

/** What is remembered once another stream is taken over: its rows are there already. */
const groundOf = <N extends ContractName, C extends Compartment, State>(
  projection: FoldingProjection<N, C, State>,
  { takenOver = [] }: Prepared<N, C>,
  { before, seal }: { readonly before: State; readonly seal: Seal },
): State => takenOver.reduce((state, { fact }) => projection.project(fact, state, seal).state ?? state, before);

/** The stage that keeps a remembering projection up to date. */
export const foldingStage = <N extends ContractName, C extends Compartment, State>(
  hub: Hub,
  projection: FoldingProjection<N, C, State>,
): StageDefinition<Prepared<N, C>, State> => {
  const accepted: ReadonlySet<string> = new Set(projection.accepts);
  const { name, topic, schema } = projection;
  const states = stateCodec(hub, projection);
  const effects = effectsWith<N, C>(hub, projection);
  return {
    name,
    topic,
    schema,
    accepts: (type) => accepted.has(type),
    states,
    prepare: preparing(hub, projection),
    handle: (known, before): Effects<State> => {
      const seal = sealWith(hub, known);
      const ground = groundOf(projection, known, { before: before ?? projection.initial, seal });
      const { state, ...projected } = projection.project(known.fact, ground, seal);
      const isKept = state !== undefined && states.key(known) !== undefined;
      return { ...effects(known, projected), ...(isKept ? { state } : {}) };
    },
  };
};

/** Creates a remembering projection's tables and runs it. */
export const runFoldingProjector = async <N extends ContractName, C extends Compartment, State>(
  hub: Hub,
  projection: FoldingProjection<N, C, State>,
): Promise<Running> => {
  await hub.store.createTables(projection.schema, projection.tables);
  return runDefinition(hub, foldingStage(hub, projection), projection.appetite);
};
