import { randomUUID } from "node:crypto";
import type { Codec } from "@samvirke/contracts";
import { newRecord } from "@samvirke/contracts";
import type { Clock, KeyPort, NewRecord, PersonId, PersonSecret } from "@samvirke/kernel";
import { deriveEventId, personId } from "@samvirke/kernel";
import type { Place, Store } from "@samvirke/store";
import type { RedriveWish } from "../core/parameters.ts";
import type { StageEntry } from "../core/stages.ts";

export interface RedriveDeps {
  readonly store: Pick<Store, "parkedList" | "parkedOf" | "transact" | "wake">;
  readonly codec: Codec;
  readonly keys: KeyPort;
  readonly clock: Clock;
}

interface Redrive {
  readonly entry: StageEntry;
  readonly wish: RedriveWish;
  readonly commandId: string;
}

/** Most persons of one redrive; whoever is left is told and can be redriven next. */
const most = 10_000;

const record =
  ({ codec, clock }: RedriveDeps, { entry, wish, commandId }: Redrive) =>
  (person: PersonId, secret: PersonSecret | undefined): NewRecord =>
    newRecord(codec, {
      topic: entry.topic,
      person,
      name: "PersonRedriven",
      value: {
        stage: entry.name,
        personId: person,
        case: secret ? { requestedBy: wish.by, reason: wish.reason } : null,
      },
      eventId: deriveEventId(commandId, `PersonRedriven/${person}`),
      secret,
      audience: "hub",
      meta: { source: "/samvirke/operations", time: clock.now(), correlationId: commandId },
    });

export interface Redriven {
  readonly stage: string;
  readonly commandId: string;
  readonly persons: ReadonlyArray<{ readonly personId: string } & Place>;
  /** Whether more persons are parked there than were redriven. */
  readonly more: boolean;
}

const personsIn = async (
  { store }: RedriveDeps,
  stage: string,
  wanted: string | undefined,
): Promise<ReadonlyArray<PersonId>> => {
  if (wanted === undefined) return (await store.parkedList(stage, most + 1)).map(({ person }) => person);
  const person = personId(wanted);
  return person && (await store.parkedOf(stage, person)).length > 0 ? [person] : [];
};

/**
 * Appends `PersonRedriven` to the topic that the stage reads, so that redrive has a place in the order.
 *
 * Shape: one transaction; undefined where nobody who was named has something parked there.
 */
export const redrive = async (
  deps: RedriveDeps,
  entry: StageEntry,
  wish: RedriveWish,
): Promise<Redriven | undefined> => {
  const parked = await personsIn(deps, entry.name, wish.personId);
  const persons = parked.slice(0, most);
  if (persons.length === 0) return undefined;
  const secrets = await deps.keys.secrets(persons);
  const commandId = randomUUID();
  const write = record(deps, { entry, wish, commandId });
  const records = persons.map((person) => write(person, secrets.get(person)));
  const places = await deps.store.transact((transaction) => transaction.appendPlaced(records));
  deps.store.wake();
  return {
    stage: entry.name,
    commandId,
    persons: persons.flatMap((person, index) => {
      const place = places[index];
      return place ? [{ personId: person, ...place }] : [];
    }),
    more: parked.length > most,
  };
};
