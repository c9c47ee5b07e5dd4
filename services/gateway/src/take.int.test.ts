import { header } from "@samvirke/kernel";
import type { ArchiveId, PersonId } from "@samvirke/kernel";
import { E, partitionOf } from "@samvirke/kernel";
import { openBytes } from "@samvirke/contracts";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { archivePurpose } from "./adapter/accept.ts";
import type { RunningGateway } from "./adapter/gateway.ts";
import { bearer, message, openRig } from "./rig.cases.ts";
import type { Rig } from "./rig.cases.ts";

let rig: Rig;
let gateway: RunningGateway;

beforeAll(async () => {
  rig = await openRig(inject("postgresUrl"));
  gateway = await rig.open();
});

afterAll(async () => {
  await gateway?.stop();
  await rig?.store.close();
});

const url = (path: string): string => `http://127.0.0.1:${gateway.port}${path}`;

const send = (body: string | Uint8Array, more: Record<string, string> = {}, from = "test-station"): Promise<Response> =>
  fetch(url("/v1/messages"), {
    method: "POST",
    headers: { "content-type": "application/xml", ...bearer(from), ...more },
    body: typeof body === "string" ? body : Buffer.from(body),
  });

const json = async (response: Response): Promise<Record<string, unknown>> =>
  (await response.json()) as Record<string, unknown>;

const logged = async (person: unknown) => rig.store.readPerson("samvirke.messages", person as PersonId);

const eventOf = async (person: unknown, index = 0) => {
  const record = (await logged(person))[index]!;
  const event = rig.codec.decodeAs("MessageReceived", record);
  if (E.isLeft(event)) throw new Error("does not decode");
  const secret = (await rig.keys.secrets([record.key])).get(record.key);
  const opened = rig.codec.open(event.right, { secret, audience: "hub" }, ["case"]);
  if (E.isLeft(opened) || opened.right.state !== "Open") throw new Error("does not open");
  return { record, event: opened.right.value };
};

test("a message is archived and told before 202, under an id that the same bytes find again", async () => {
  const first = await send(message(1));
  const body = await json(first);
  expect(first.status).toBe(202);
  expect(first.headers.get("location")).toBe(`/v1/messages/${String(body["messageId"])}`);
  expect(body).toMatchObject({
    kind: "sick-leave",
    format: "ei-fellesformat",
    repeat: false,
    receivedAt: "2026-03-02T09:30:00.000Z",
  });
  const second = await send(message(1));
  expect(second.status).toBe(200);
  expect(await json(second)).toEqual({ ...body, repeat: true });
  expect(await logged(body["personId"])).toHaveLength(1);
});

test("the event tells what the envelope says, sealed where it is personal", async () => {
  const body = await json(await send(message(2)));
  const { record, event } = await eventOf(body["personId"]);
  expect(record.partition).toBe(partitionOf(record.key));
  expect(header(record.headers, "correlationid")).toBe(body["messageId"]);
  expect(event).toMatchObject({
    archiveId: body["messageId"],
    kind: "SICK_LEAVE",
    format: "EI_FELLESFORMAT",
    routeClass: "EDGE",
    door: "HEALTH",
    receiptTrusted: true,
    stationReceivedAt: Date.parse("2026-03-02T09:00:05Z"),
    personNumberRead: true,
    conflictsWith: null,
    case: {
      sender: "test-station",
      contentType: "application/xml",
      wireMsgId: "7d0a0e6f-0f3a-4a53-8d21-000000000002",
      envelope: {
        format: "FELLESFORMAT_1",
        messageId: "7d0a0e6f-0f3a-4a53-8d21-000000000002",
        messageType: { code: "SYKMELD" },
      },
    },
  });
  expect(event.case.senderAliases).toEqual([
    rig.pepper.party("party", "test-station"),
    rig.pepper.party("HER", "8140021"),
    rig.pepper.party("ENH", "999990001"),
  ]);
  expect(Buffer.from(record.value).toString("latin1")).not.toContain("8140021");
});

test("the archive keeps the bytes as they came, sealed under the person's archive key", async () => {
  const bytes = message(3);
  const body = await json(await send(bytes));
  const id = body["messageId"] as ArchiveId;
  const kept = (await rig.store.readArchive([id])).get(id)!;
  expect(Buffer.from(kept.body).includes("Gransvik")).toBe(false);
  const secret = (await rig.keys.secrets([kept.person])).get(kept.person);
  const opened = openBytes(
    rig.keyCache,
    { purpose: archivePurpose, id, reader: { secret, audience: "archive" } },
    kept.body,
  );
  expect(opened).toEqual(E.right({ state: "Open", value: Buffer.from(bytes) }));
});

test("only a station's receipt time counts, and only a station may state one", async () => {
  const stated = { "samvirke-received-at": "2026-03-01T23:00:00+01:00" };
  const practice = await send(message(4), stated, "test-practice");
  expect(practice.status).toBe(403);
  const untrusted = await json(await send(message(4), {}, "test-practice"));
  expect((await eventOf(untrusted["personId"])).event).toMatchObject({
    receiptTrusted: false,
    stationReceivedAt: null,
  });
  const bare = await json(await send(message(5, { wrapping: "msghead" }), stated));
  expect((await eventOf(bare["personId"])).event.stationReceivedAt).toBe(Date.parse("2026-03-01T22:00:00Z"));
  const odd = await send(message(6), { "samvirke-received-at": "yesterday" });
  expect([odd.status, await json(odd)]).toMatchObject([400, { type: "urn:samvirke:problem:invalid-header" }]);
});

test("the same number leads to the same person, whoever sends", async () => {
  const person = { number: "15918512345", name: { given: "Prøve", family: "Gransvik" } };
  const [a, b] = [await send(message(7, { person })), await send(message(8, { person }), {}, "test-practice")];
  expect((await json(a))["personId"]).toBe((await json(b))["personId"]);
});

test("a message whose number cannot be read gets a person of its own, which a repeat finds", async () => {
  const broken = Buffer.from(message(9)).subarray(0, 300);
  const first = await json(await send(broken));
  const second = await send(broken);
  expect(second.status).toBe(200);
  expect((await json(second))["personId"]).toBe(first["personId"]);
  expect((await eventOf(first["personId"])).event).toMatchObject({ personNumberRead: false });
});

test("broken, empty and foreign documents are messages all the same", async () => {
  for (const body of ["", "no xml at all", "<a><b></a>", "<unknown/>", "<MsgHead"]) {
    const answer = await send(body);
    expect([202, 200]).toContain(answer.status);
  }
});

test("another message under the same id is told as a conflict, the first kept as it is", async () => {
  const first = await json(await send(message(20)));
  const other = await json(await send(message(20, { mainDiagnosis: { code: "P76" } })));
  expect(other["messageId"]).not.toBe(first["messageId"]);
  expect(other["conflictsWith"]).toBe(first["messageId"]);
  expect((await eventOf(other["personId"], 1)).event.conflictsWith).toBe(first["messageId"]);
});

test("another practice's message under the same id, forwarded by the same station, is no conflict", async () => {
  await send(message(21));
  const unit = { name: "Lysakerlia legesenter", herId: "8140099" };
  const other = await json(await send(message(21, { unit })));
  expect(other).not.toHaveProperty("conflictsWith");
});

test("a sender that leaves before the answer finds its message told once when it sends again", async () => {
  const bodies = Array.from({ length: 60 }, (_, index) => message(500 + index));
  const leave = async (body: Uint8Array, afterMs: number): Promise<void> => {
    const left = AbortSignal.timeout(afterMs);
    const headers = { "content-type": "application/xml", ...bearer("test-station") };
    await fetch(url("/v1/messages"), { method: "POST", headers, body: Buffer.from(body), signal: left }).catch(
      () => undefined,
    );
  };
  await Promise.all(bodies.map((body, index) => leave(body, 1 + Math.floor(index / 2))));
  const again = await Promise.all(bodies.map((body) => send(body)));
  expect(again.every(({ status }) => status === 200 || status === 202)).toBe(true);
  for (const answer of again) expect(await logged((await json(answer))["personId"])).toHaveLength(1);
});

test("1,000 messages, each sent on four connections at once, are told exactly once", async () => {
  const bodies = Array.from({ length: 1_000 }, (_, index) => message(10_000 + index));
  const connection = async (): Promise<ReadonlyArray<number>> => {
    const statuses: Array<number> = [];
    for (let at = 0; at < bodies.length; at += 25) {
      const answers = await Promise.all(bodies.slice(at, at + 25).map((body) => send(body)));
      statuses.push(...answers.map(({ status }) => status));
      await Promise.all(answers.map((answer) => answer.arrayBuffer()));
    }
    return statuses;
  };
  const statuses = (await Promise.all([connection(), connection(), connection(), connection()])).flat();
  expect(statuses.filter((status) => status === 202)).toHaveLength(1_000);
  expect(statuses.filter((status) => status === 200)).toHaveLength(3_000);
  const [counts] = await rig.store.query<{ messages: number; archived: number }>(
    {
      name: "test_counts",
      text: `select (select count(*) from hub.log where topic = 'samvirke.messages' and value is not null
          and headers::text ~ 'correlationid') as messages,
        (select count(*) from hub.archive) as archived`,
    },
    [],
  );
  expect(counts!.messages).toBe(counts!.archived);
  const repeated = await rig.store.query(
    { name: "test_repeats", text: "select id from hub.log group by id having count(*) > 1" },
    [],
  );
  expect(repeated).toEqual([]);
});
