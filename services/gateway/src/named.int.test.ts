import { randomUUID } from "node:crypto";
import type { ArchiveId, PersonId } from "@samvirke/kernel";
import { E } from "@samvirke/kernel";
import { sickLeaveIdOf } from "@samvirke/domain";
import { printTombstone } from "@samvirke/formats";
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
