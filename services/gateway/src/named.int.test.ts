import { randomUUID } from "node:crypto";
import type { ArchiveId, PersonId } from "@samvirke/kernel";
import { day, E } from "@samvirke/kernel";
import { sickLeaveIdOf } from "@samvirke/domain";
import { printFollowUpSample, printTombstone } from "@samvirke/formats";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import type { RunningGateway } from "./adapter/gateway.ts";
import { bearer, message, openRig } from "./rig.cases.ts";
import type { Rig } from "./rig.cases.ts";

let rig: Rig;
let health: RunningGateway;
let welfare: RunningGateway;

beforeAll(async () => {
  rig = await openRig(inject("postgresUrl"));
  health = await rig.open();
  welfare = await rig.open({ sector: "welfare" });
});

afterAll(async () => {
  await health?.stop();
  await welfare?.stop();
  await rig?.store.close();
});

interface Taken {
  readonly messageId: ArchiveId;
  readonly personId: PersonId;
  readonly kind: string;
  readonly repeat: boolean;
}

const post = async (
  gateway: RunningGateway,
  body: Uint8Array | string,
  headers: Record<string, string>,
): Promise<Taken> => {
  const answer = await fetch(`http://127.0.0.1:${gateway.port}/v1/messages`, {
    method: "POST",
    headers,
    body: typeof body === "string" ? body : Buffer.from(body),
  });
  expect([200, 202]).toContain(answer.status);
  return (await answer.json()) as Taken;
};

const json = { "content-type": "application/json" };
const fromWelfare = (body: Uint8Array | string, more: Record<string, string> = {}): Promise<Taken> =>
  post(welfare, body, { ...json, ...bearer("test-welfare"), ...more });
const fromHealth = (body: Uint8Array | string, type = "application/xml"): Promise<Taken> =>
  post(health, body, { "content-type": type, ...bearer("test-station") });

const told = async ({ messageId, personId }: Taken) => {
  const records = await rig.store.readPerson("samvirke.messages", personId);
  for (const record of records) {
    const event = rig.codec.decodeAs("MessageReceived", record);
    if (E.isLeft(event)) throw new Error("does not decode");
    if (event.right.value.archiveId === messageId) return event.right.value;
  }
  throw new Error("is not in the log of its person");
};

const number = (index: number): string => `0281${String(9_000_000 + index)}`;
const status = (id: string, index: number): string =>
  JSON.stringify({ kafkaMetadata: { sykmeldingId: id, fnr: number(index) }, event: { sykmeldingId: id } });
const record = (id: string, index: number): string =>
  JSON.stringify({
    metadata: { msgInfo: { msgId: `m-${id}` } },
    sykmelding: { id, pasient: { fnr: number(index) } },
    validation: {},
  });
const validation = (key: string): string => JSON.stringify({ key, value: { status: "OK", ruleHits: [] } });

test("a record that names a certificate by key only goes to the certificate's person", async () => {
  const id = randomUUID();
  const certificate = await fromWelfare(record(id, 1));
  const outcome = await fromWelfare(validation(id.toUpperCase()));
  expect(outcome).toMatchObject({ personId: certificate.personId, kind: "validation", repeat: false });
  expect(await told(outcome)).toMatchObject({
    about: certificate.messageId,
    personNumberRead: false,
    precededBy: [],
    document: "VALIDATION_RESULT",
  });
  const deleted = await fromWelfare(printTombstone(id));
  expect(deleted).toMatchObject({ personId: certificate.personId, kind: "tombstone" });
  expect((await fromWelfare(printTombstone(id))).repeat).toBe(true);
});

test("the hub's own certificate is known to welfare by the hub's id", async () => {
  const certificate = await fromHealth(message(801));
  const deleted = await fromWelfare(printTombstone(sickLeaveIdOf(certificate.messageId)));
  expect(deleted.personId).toBe(certificate.personId);
});

test("what is named before it is known waits with a pseudo-person, and whoever brings it is told, in order", async () => {
  const id = randomUUID();
  const first = await fromWelfare(validation(id));
  const second = await fromWelfare(printTombstone(id));
  expect(second.personId).toBe(first.personId);
  expect(await told(first)).toMatchObject({ about: null, precededBy: [] });
  const certificate = await fromWelfare(record(id, 2));
  expect(certificate.personId).not.toBe(first.personId);
  expect((await told(certificate)).precededBy).toEqual([first.messageId, second.messageId]);
  const third = await fromWelfare(printTombstone(id), { "samvirke-record-topic": "tsm.sykmeldinger" });
  expect(third).toMatchObject({ personId: certificate.personId, repeat: false });
  expect((await fromWelfare(validation(id))).repeat).toBe(true);
  expect((await fromWelfare(record(id, 2))).repeat).toBe(true);
  // Somebody else's later record under the same id is not told again.
  expect((await told(await fromWelfare(record(id, 3)))).precededBy).toEqual([]);
});

test("a receipt finds the document that the hub wrote, and the message that a station forwarded", async () => {
  const person = (await fromHealth(message(802))).personId;
  const written = randomUUID();
  await rig.store.query(
    {
      name: "insert_outbox",
      text: "insert into view_case.outbox (message_id, person_id, topic, partition, position, kind, content_type) values ($1, $2, 'samvirke.health.outbound', 0, 0, 'DIALOGUE', 'application/xml')",
    },
    [written, person],
  );
  const appRec = (id: string) =>
    `<AppRec xmlns="http://www.kith.no/xmlstds/apprec/2004-11-21"><Id>${randomUUID()}</Id><OriginalMsgId><Id> ${id}</Id></OriginalMsgId></AppRec>`;
  const receipt = await fromHealth(appRec(`{${written}}`));
  expect(receipt).toMatchObject({ personId: person, kind: "receipt" });
  expect(await told(receipt)).toMatchObject({ about: written, routeClass: "NONE" });
  const forwarded = await fromHealth(message(803));
  const answer = await fromHealth(appRec("7d0a0e6f-0f3a-4a53-8d21-000000000803"));
  expect(await told(answer)).toMatchObject({ about: forwarded.messageId });
  expect(answer.personId).toBe(forwarded.personId);
});

/** The register's word on whose numbers these are. */
const oneHuman = (current: string, old: string) => {
  const at = Date.parse("2026-03-02T09:00:00Z");
  const { bytes, contentType } = printFollowUpSample("PERSON_NUMBERS", {
    id: randomUUID(),
    otherId: randomUUID(),
    personNumber: current,
    otherNumber: old,
    employer: "",
    office: "",
    caseWorker: "",
    text: "",
    at,
    meetingAt: at,
    from: day(20_000),
    to: day(20_000),
  });
  return { bytes, headers: { "content-type": contentType, "samvirke-record-topic": "pdl.aktor-v2" } };
};

const ended = async (person: PersonId) => {
  const records = await rig.store.readPerson("samvirke.messages", person);
  return records.flatMap((one) => {
    const event = rig.codec.decodeAs("PersonMerged", one);
    return one.type === "PersonMerged" && E.isRight(event) ? [event.right.value.survivingPersonId] : [];
  });
};

test("two persons of whom the register says that they are one: later messages and names lead to the survivor", async () => {
  const [first, second] = [randomUUID(), randomUUID()];
  const old = await fromWelfare(record(first, 501));
  const current = await fromWelfare(record(second, 502));
  expect(old.personId).not.toBe(current.personId);
  const { bytes, headers } = oneHuman(number(502), number(501));
  const told502 = await fromWelfare(bytes, headers);
  expect(told502.personId).toBe(current.personId);
  expect(await ended(old.personId)).toEqual([current.personId]);
  expect(await ended(current.personId)).toEqual([]);
  expect((await fromWelfare(status(first, 501))).personId).toBe(current.personId);
  expect((await fromWelfare(validation(first))).personId).toBe(current.personId);
  expect((await fromWelfare(bytes, headers)).repeat).toBe(true);
  const again = oneHuman(number(501), number(502));
  expect((await fromWelfare(again.bytes, again.headers)).personId).toBe(current.personId);
  expect(await ended(old.personId)).toEqual([current.personId]);
});

test("a new number of somebody who is known is nobody new", async () => {
  const known = await fromWelfare(record(randomUUID(), 511));
  const { bytes, headers } = oneHuman(number(512), number(511));
  expect((await fromWelfare(bytes, headers)).personId).toBe(known.personId);
  expect((await fromWelfare(status(randomUUID(), 512))).personId).toBe(known.personId);
  expect(await ended(known.personId)).toEqual([]);
});

test("nobody but welfare says who is who", async () => {
  const [old, current] = [await fromWelfare(record(randomUUID(), 521)), await fromWelfare(record(randomUUID(), 522))];
  const { bytes, headers } = oneHuman(number(522), number(521));
  await post(health, bytes, { ...headers, ...bearer("test-station") });
  expect((await fromWelfare(status(randomUUID(), 521))).personId).toBe(old.personId);
  expect(await ended(old.personId)).toEqual([]);
  expect(await ended(current.personId)).toEqual([]);
});

test("messages in one rush with the register's word: none is appended to a stream that has ended", async () => {
  const rounds = await Promise.all(
    Array.from({ length: 20 }, async (_, index) => {
      const [a, b] = [530 + index * 2, 531 + index * 2];
      const old = await fromWelfare(record(randomUUID(), a));
      await fromWelfare(record(randomUUID(), b));
      const { bytes, headers } = oneHuman(number(b), number(a));
      const statuses = Array.from({ length: 4 }, () => () => fromWelfare(status(randomUUID(), a)));
      const word = () => fromWelfare(bytes, headers);
      await Promise.all([statuses[0]!(), statuses[1]!(), word(), statuses[2]!(), statuses[3]!()]);
      const types = (await rig.store.readPerson("samvirke.messages", old.personId)).map(({ type }) => type);
      return types.at(-1) === "PersonMerged" && types.filter((type) => type === "PersonMerged").length === 1;
    }),
  );
  expect(rounds).toEqual(rounds.map(() => true));
});

test("health's word about welfare's ids does not count", async () => {
  const id = randomUUID();
  const claimed = await fromHealth(record(id, 4), "application/json");
  const deleted = await fromWelfare(printTombstone(id));
  expect(deleted.personId).not.toBe(claimed.personId);
  const certificate = await fromWelfare(record(id, 5));
  const guessed = await fromHealth(printTombstone(id), "application/json");
  expect(guessed.personId).not.toBe(certificate.personId);
});

test("a status states its person's number, so nobody has to be looked for", async () => {
  const id = randomUUID();
  const certificate = await fromWelfare(record(id, 6));
  const sent = await fromWelfare(status(id, 6));
  expect(sent.personId).toBe(certificate.personId);
  expect(await told(sent)).toMatchObject({ about: null, personNumberRead: true });
});

test("naming and bearing in one rush: nobody is forgotten, nothing deadlocks", async () => {
  const rounds = await Promise.all(
    Array.from({ length: 60 }, async (_, index) => {
      const id = randomUUID();
      const sends = [
        () => fromWelfare(record(id, 100 + index)),
        () => fromWelfare(validation(id)),
        () => fromWelfare(printTombstone(id)),
      ];
      const order = index % 2 === 0 ? sends : sends.toReversed();
      const all = await Promise.all(order.map((send) => send()));
      const bearing = all.find(({ kind }) => kind === "sick-leave")!;
      const others = all.filter(({ kind }) => kind !== "sick-leave");
      const early = (await told(bearing)).precededBy;
      return others.every(({ messageId, personId }) => early.includes(messageId) !== (personId === bearing.personId));
    }),
  );
  expect(rounds).toEqual(rounds.map(() => true));
});
