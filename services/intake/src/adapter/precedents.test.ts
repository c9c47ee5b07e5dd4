import { fixedIds, loadCatalogue, makeCodec, newRecord, sealBytes, topics } from "@samvirke/contracts";
import { archiveId as toArchiveId, deriveEventId, deriveWaitingPerson, E } from "@samvirke/kernel";
import type { LogRecord, PersonSecret } from "@samvirke/kernel";
import assert from "node:assert/strict";
import { createSecretKey } from "node:crypto";
import { test } from "vitest";
import { eventsOf, intake } from "../core/decide.ts";
import type { Event, State } from "../core/model.ts";
import type { CommandDeps } from "./commands.ts";
import { commandsFor } from "./commands.ts";
import { at, keyed, placeOf, record, status, validation, welfareId } from "./documents.cases.ts";
import { archiveIdOf, depsFor, keyCache, knownOf, messageOf, secret } from "./intake.cases.ts";
import type { Sent } from "./intake.cases.ts";

const catalogue = loadCatalogue();
const codec = makeCodec({ catalogue, ids: fixedIds(catalogue), strict: true });
const waiting = deriveWaitingPerson("alias");
const standIn: PersonSecret = { person: waiting, version: 1, secret: createSecretKey(Buffer.alloc(32, 8)) };

const welfareDoor = { door: "WELFARE", stationReceivedAt: null, case: placeOf(null) } as const;
const nav = (bytes: Uint8Array, change: Sent["message"] = {}): Sent => at(bytes, { ...welfareDoor, ...change });

const logged = (n: number, sent: Sent): LogRecord => {
  const value = messageOf(n, sent);
  const made = newRecord(codec, {
    topic: topics.messages,
    person: waiting,
    name: "MessageReceived",
    value,
    eventId: deriveEventId(value.archiveId, "MessageReceived"),
    secret: standIn,
    audience: "hub",
    meta: { source: "/samvirke/gateway", time: value.receivedAt, correlationId: value.archiveId },
  });
  return { ...made, partition: 0, position: n, recordedAt: value.receivedAt } as unknown as LogRecord;
};

/** Messages by their number: those that wait with a stand-in, those that are the person's own. */
interface Arrivals {
  readonly all: ReadonlyArray<Sent>;
  readonly early: ReadonlyArray<number>;
  readonly own: ReadonlyArray<number>;
}

const depsOf = ({ all, early }: Arrivals, change: Partial<CommandDeps["precedents"]> = {}): CommandDeps => {
  const ofWaiting = new Set(early.map((n) => archiveIdOf(n)));
  const readArchive: CommandDeps["archive"]["readArchive"] = (ids) =>
    Promise.resolve(
      new Map(
        all.flatMap(({ bytes }, n) => {
          const id = toArchiveId(archiveIdOf(n))!;
          const owner = ofWaiting.has(id) ? standIn : secret;
          const body = sealBytes(keyCache, { purpose: "archive", id, secret: owner, audience: "archive" }, bytes);
          const entry = { archiveId: id, person: owner.person, sender: new Uint8Array(), kind: "", format: "" };
          return ids.includes(id) ? [[id, { ...entry, body, receivedAt: 0 }] as const] : [];
        }),
      ),
    );
  const precedents: CommandDeps["precedents"] = {
    store: {
      readArchive,
      readPerson: () => Promise.resolve(early.map((n) => logged(n, all[n]!))),
    },
    keys: { secrets: () => Promise.resolve(new Map([[waiting, standIn]])) },
    codec,
    ...change,
  };
  return depsFor(all, { archive: { readArchive }, precedents });
};

interface Played {
  readonly state: State;
  readonly events: ReadonlyArray<Event>;
}

/** Decides the person's own messages in order; the first of them is told of those that waited. */
const play = async (arrivals: Arrivals, change: Partial<CommandDeps["precedents"]> = {}): Promise<Played> => {
  const { all, early, own } = arrivals;
  const known = own.map((n, index) => {
    const precededBy = index === 0 ? early.map((one) => archiveIdOf(one)) : [];
    return knownOf(n, { ...all[n]!, message: { ...all[n]!.message, precededBy } });
  });
  const commands = await commandsFor(depsOf(arrivals, change))(known);
  return commands.reduce<Played>(
    ({ state, events }, command) => {
      assert.ok(E.isRight(command), E.isLeft(command) ? command.left.detail : "");
      const next = command.right === undefined ? [] : eventsOf(command.right, state);
      return { state: next.reduce(intake.evolve, state), events: [...events, ...next] };
    },
    { state: intake.initial, events: [] },
  );
};

const typesOf = ({ events }: Played): ReadonlyArray<string> => events.map(({ type }) => type);

const orders = <A>(all: ReadonlyArray<A>): ReadonlyArray<ReadonlyArray<A>> =>
  all.length < 2
    ? [all]
    : all.flatMap((one, index) => orders(all.filter((_, other) => other !== index)).map((rest) => [one, ...rest]));

const told = [1, 2, 3];
const messages = async (): Promise<ReadonlyArray<Sent>> => [
  nav(await record()),
  nav(validation(welfareId, "INVALID")),
  nav(status(welfareId, "BEKREFTET")),
  nav(keyed(welfareId, null), { kind: "TOMBSTONE" }),
];
const withoutRemoval = (order: ReadonlyArray<number>) => order.filter((n) => n !== 3);

test.each([
  ["all that is said of a certificate", orders(told)],
  ["what is said of one that stands", orders(withoutRemoval(told))],
] as const)("%s ends the same, however much of it came before the certificate", async (_, all) => {
  const sent = await messages();
  for (const order of all) {
    const ideal = await play({ all: sent, early: [], own: [0, ...order] });
    assert.notDeepEqual(ideal.state, (await play({ all: sent, early: [], own: [0] })).state);
    for (const cut of [...order.keys(), order.length]) {
      const played = await play({ all: sent, early: order.slice(0, cut), own: [0, ...order.slice(cut)] });
      assert.deepEqual(played.state, ideal.state, `${order.join(" ")} cut at ${cut}`);
      assert.deepEqual(played.events, ideal.events);
    }
  }
});

test("what waited is applied once, also where it is told a second time", async () => {
  const sent = await messages();
  const once = await play({ all: sent, early: [2], own: [0] });
  const again = await commandsFor(depsOf({ all: sent, early: [2], own: [0] }))([
    knownOf(0, { ...sent[0]!, message: { ...sent[0]!.message, precededBy: [archiveIdOf(2), archiveIdOf(2)] } }),
  ]);
  const [command] = again;
  assert.ok(command && E.isRight(command) && command.right);
  const confirmed = (events: ReadonlyArray<Event>) => events.filter(({ type }) => type === "SickLeaveConfirmed");
  assert.equal(confirmed(once.events).length, 1);
  assert.equal(confirmed(eventsOf(command.right, intake.initial)).length, 1);
});

test("what named a certificate that is refused is told of it as if it had come after", async () => {
  const sent = await messages();
  const told = JSON.parse(Buffer.from(await record()).toString("utf8")) as { validation: object };
  const rule = { name: "EN_REGEL", timestamp: "2026-03-02T09:05:00Z", validationType: "AUTOMATIC", type: "INVALID" };
  const rules = [{ ...rule, reason: { sykmeldt: "Nei.", sykmelder: "Nei." } }];
  const refusedRecord = nav(
    Buffer.from(JSON.stringify({ ...told, validation: { ...told.validation, status: "INVALID", rules } })),
  );
  const all = [refusedRecord, ...sent.slice(1)];
  const ideal = await play({ all, early: [], own: [0, 2] });
  assert.ok(typesOf(ideal).includes("SickLeaveRejected"));
  assert.deepEqual((await play({ all, early: [2], own: [0] })).state, ideal.state);
});

test("what named a message that cannot be read waits with its person, and is applied when the certificate comes", async () => {
  const sent = await messages();
  const broken = nav(Buffer.from("{"));
  const all = [broken, ...sent.slice(1), sent[0]!];
  const early = await play({ all, early: [2], own: [0] });
  assert.deepEqual(typesOf(early), ["MessageUnreadable", "SickLeaveConfirmed"]);
  const whole = await play({ all, early: [2], own: [0, 4] });
  const last = whole.events.findLast(({ type }) => type === "SickLeaveConfirmed");
  assert.ok(last?.type === "SickLeaveConfirmed");
  assert.equal(last.value.standing, "APPLIED");
});

test("nothing is made of what waited with somebody who is erased", async () => {
  const sent = await messages();
  const erased = { keys: { secrets: () => Promise.resolve(new Map()) } };
  const played = await play({ all: sent, early: [2], own: [0] }, erased);
  assert.deepEqual(played.state, (await play({ all: sent, early: [], own: [0] })).state);
});

test("a record in the log that does not read parks the message that is told of it", async () => {
  const sent = await messages();
  const arrivals = { all: sent, early: [2], own: [0] };
  const store = {
    ...depsOf(arrivals).precedents.store,
    readPerson: () => Promise.resolve([{ ...logged(2, sent[2]!), value: Buffer.from("no frame") }]),
  };
  const precededBy = [archiveIdOf(2)];
  const [command] = await commandsFor(depsOf(arrivals, { store }))([
    knownOf(0, { ...sent[0]!, message: { ...sent[0]!.message, precededBy } }),
  ]);
  assert.ok(command && E.isLeft(command));
  assert.equal(command.left.reason, "contract");
});
