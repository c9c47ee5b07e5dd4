import type { ContractName, Fact } from "@samvirke/contracts";
import { day, E } from "@samvirke/kernel";
import type { Compartment, Day, Either, PersonId, PersonSecret } from "@samvirke/kernel";
import type { Hub } from "../hub/hub.ts";
import type { Running } from "../hub/running.ts";
import type { Effects, ParkFailure, StageDefinition, StateCodec } from "../definition.ts";
import { answerRow, answersTable } from "./answers.ts";
import type { Deciding } from "./deciding.ts";
import { dueTable, readDay } from "./due.ts";
import type { DayDue } from "./due.ts";
import { readFacts } from "./facts.ts";
import type { Known } from "./facts.ts";
import { keptCodec } from "./kept-state.ts";
import type { Kept, KeptCodec } from "./kept-state.ts";
import { runDefinition } from "./run.ts";
import { eventRecord, tell } from "./told.ts";
import type { Telling } from "./told.ts";

const dayType = "DayPassed";

interface Message<F, Command> {
  readonly known: Known<F>;
  readonly command: Command | undefined;
}

/** A message with what it asks for, or a day with those for whom something falls due. */
type Prepared<F, Command> = Message<F, Command> | DayDue;

const isDay = <F, Command>(prepared: Prepared<F, Command>): prepared is DayDue => "persons" in prepared;

const stateCodec = <F extends { readonly personId: string }, Command, State>(
  kept: KeptCodec<State>,
): StateCodec<Prepared<F, Command>, Kept<State>> => {
  const secretFor = (prepared: Prepared<F, Command>, key: string): PersonSecret | undefined =>
    isDay(prepared) ? prepared.persons.get(key as PersonId) : prepared.known.secret;
  return {
    key: (prepared) => (isDay(prepared) || prepared.command === undefined ? undefined : prepared.known.fact.personId),
    others: (prepared) => (isDay(prepared) ? [...prepared.persons.keys()] : []),
    encode: (state, prepared, key) => kept.encode(state, key, secretFor(prepared, key)),
    decode: (bytes, prepared, key) => kept.decode(bytes, key, secretFor(prepared, key)),
  };
};

type Definition<F, Command, State> = StageDefinition<Prepared<F, Command>, Kept<State>>;

const noDay = day(0);
const nothing = (): ReadonlyArray<never> => [];
const never = (): undefined => undefined;
const unchanged = <Command, State>(_command: Command, state: State): State => state;

/** What one message brings about. */
const messageEffects =
  <N extends ContractName, C extends Compartment, Command, Event, State>(
    hub: Hub,
    { name, decider, cause, days, ground = unchanged, answers = never }: Deciding<N, C, Command, Event, State>,
    telling: Telling<Event, State>,
  ) =>
  ({ known, command }: Message<Fact<N, C>, Command>, kept: Kept<State> | undefined): Effects<Kept<State>> => {
    if (command === undefined) return { appends: [], rows: [] };
    const found = kept ?? { state: decider.initial, due: undefined };
    const before = { ...found, state: ground(command, found.state) };
    const decided = decider.decide(command, before.state);
    // The type leaves no rejection; one that came all the same must park its record, not vanish with it.
    if (E.isLeft(decided)) throw new TypeError("a decision without an event");
    const { fact, secret, record } = known as unknown as Known<Fact<ContractName, Compartment>>;
    const { appends, rows, after } = tell(telling, {
      before,
      events: decided.right,
      writing: { person: fact.personId, secret, cause: record },
      idFrom: cause(command),
      partition: fact.partition,
      passed: days?.passedBefore(command) ?? noDay,
    });
    const about = { archiveId: cause(command), person: fact.personId, secret };
    const asked = answerRow(hub, { stage: name }, { about, answer: answers(command) });
    return {
      appends,
      rows: [...rows, ...asked],
      ...(after === before && before.state === found.state ? {} : { state: after }),
    };
  };

/** What a day that passed brings about, for everybody whom it concerns. */
const dayEffects =
  <Event, State>(pass: (state: State, passed: Day) => ReadonlyArray<Event>, telling: Telling<Event, State>) =>
  ({ record, day: passed, persons }: DayDue, at: (key: string) => Kept<State> | undefined): Effects<Kept<State>> => {
    const others = new Map<string, Kept<State>>();
    const all = [...persons].flatMap(([person, secret]) => {
      const before = at(person);
      if (before === undefined) return [];
      const writing = { person, secret, cause: record };
      const events = pass(before.state, passed);
      const idFrom = `${record.id}/${person}`;
      const told = tell(telling, { before, events, writing, idFrom, partition: record.partition, passed });
      if (told.after !== before) others.set(person, told.after);
      return [told];
    });
    return { appends: all.flatMap(({ appends }) => appends), rows: all.flatMap(({ rows }) => rows), others };
  };

/** The stage that decides. */
export const deciderStage = <N extends ContractName, C extends Compartment, Command, Event, State>(
  hub: Hub,
  deciding: Deciding<N, C, Command, Event, State>,
): Definition<Fact<N, C>, Command, State> => {
  const accepted: ReadonlySet<string> = new Set(deciding.accepts);
  const { name, decider, publish, days } = deciding;
  const telling = { evolve: decider.evolve, publish, write: eventRecord(hub, deciding), due: days?.due ?? never };
  const [onMessage, onDay] = [messageEffects(hub, deciding, telling), dayEffects(days?.pass ?? nothing, telling)];
  const read = readFacts<N, C>(hub, deciding);
  return {
    name,
    topic: deciding.topic,
    ...(days === undefined ? {} : { schema: days.schema }),
    accepts: (type) => accepted.has(type) || (days !== undefined && type === dayType),
    isAlone: (type) => type === dayType,
    states: stateCodec<Fact<N, C>, Command, State>(keptCodec(hub, name, deciding.state)),
    prepare: async (records) => {
      const [record] = records;
      // A day comes alone, or out of parking with days before and after it.
      if (record?.type === dayType) {
        return Promise.all(records.map((one) => readDay(hub, { stage: name, schema: days?.schema ?? name }, one)));
      }
      return withCommands(await read(records), deciding.command);
    },
    handle: (prepared, before, at) => (isDay(prepared) ? onDay(prepared, at) : onMessage(prepared, before)),
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
export const runDecider = async <N extends ContractName, C extends Compartment, Command, Event, State>(
  hub: Hub,
  deciding: Deciding<N, C, Command, Event, State>,
): Promise<Running> => {
  if (deciding.days) await hub.store.createTables(deciding.days.schema, [dueTable, answersTable]);
  return runDefinition(hub, deciderStage(hub, deciding), deciding.appetite);
};
