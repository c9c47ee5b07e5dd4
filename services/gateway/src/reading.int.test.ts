import { afterAll, beforeAll, expect, inject, test } from "vitest";
import type { LogRecord } from "@samvirke/kernel";
import type { RunningGateway } from "./adapter/gateway.ts";
import type { MessageStatus } from "./core/status.ts";
import { playedBy } from "./played.cases.ts";
import type { Played, Taken } from "./played.cases.ts";
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
  await Promise.all([health?.stop(), welfare?.stop()]);
  await rig?.store.close();
});

const get = async (
  path: string,
  who: string,
): Promise<{ readonly status: number; readonly body: string; readonly type: string }> => {
  const { port } = who === "test-welfare" ? welfare : health;
  const response = await fetch(`http://127.0.0.1:${port}${path}`, { headers: bearer(who) });
  return { status: response.status, body: await response.text(), type: response.headers.get("content-type") ?? "" };
};

const read = async <A>(path: string, who: string): Promise<A> => {
  const { status, body } = await get(path, who);
  expect([path, status]).toEqual([path, 200]);
  return JSON.parse(body) as A;
};

const statusOf = (taken: Taken, who = "test-station", more = ""): Promise<MessageStatus> =>
  read(`/v1/messages/${taken.messageId}${more}`, who);

const post = (path: string, body: Uint8Array | string, who: string, type = "application/xml"): Promise<Response> => {
  const { port } = who === "test-welfare" ? welfare : health;
  return fetch(`http://127.0.0.1:${port}${path}`, {
    method: "POST",
    headers: { "content-type": type, ...bearer(who) },
    body: Buffer.from(body),
  });
};

let next = 1;

const take = async (
  more: Parameters<typeof message>[1] = {},
): Promise<{ readonly taken: Taken; readonly played: Played }> => {
  const taken = (await (await post("/v1/messages", message(next++, more), "test-station")).json()) as Taken;
  return { taken, played: playedBy(rig, taken) };
};

const states = (status: MessageStatus): Readonly<Record<string, string>> =>
  Object.fromEntries(status.hops.map(({ stage, state }) => [stage, state]));

const station = () => rig.pepper.party("party", "test-station");
const practice = () => rig.pepper.party("HER", "8140021");

const certifiedBy = (played: Played, more: { readonly senderAliases: ReadonlyArray<string> }): Promise<LogRecord> =>
  played.certified({ case: { ...sampleCase(), ...more } });

const sampleCase = () => ({ ...rigSample().case });
const rigSample = () => rig.sampleOf("SickLeaveCertified");

test("a message's status follows it hop by hop, to done", async () => {
  const { taken, played } = await take();
  expect(await statusOf(taken)).toMatchObject({
    status: "received",
    outcome: null,
    kind: "sick-leave",
    hops: [{ stage: "intake", state: "waiting" }, { stage: "case-messages" }],
  });
  await played.received();
  const decision = await certifiedBy(played, { senderAliases: [station()] });
  expect(states(await statusOf(taken))).toMatchObject({
    intake: "done",
    "case-messages": "done",
    "case-events": "waiting",
    "case-receipts": "waiting",
  });
  await played.decided(decision);
  const decided = await statusOf(taken);
  expect(decided).toMatchObject({ status: "decided", outcome: "accepted", caseId: played.sickLeaveId, appRec: null });
  const receipt = await played.document("receipt", "<AppRec/>", station());
  await played.handled("receipt-translator", decision);
  await played.handled("welfare-translator", decision);
  await played.handled("health-translator", decision);
  await played.handled("employer-translator", decision);
  expect(states(await statusOf(taken))).toMatchObject({ "receipt-translator": "done", "case-receipts": "waiting" });
  expect(states(await statusOf(taken))).not.toHaveProperty("case-welfare");
  await played.delivered("receipt", receipt);
  await played.seenByHealth(decision);
  await played.seenByWelfare(decision);
  await played.handled("employer-projector", decision);
  const done = await statusOf(taken);
  expect(done).toMatchObject({
    status: "done",
    outcome: "accepted",
    links: { self: `/v1/messages/${taken.messageId}` },
  });
  expect(done.appRec).not.toBeNull();
  expect(done.links.outbox).toHaveLength(1);
  expect(done.hops.every(({ state }) => state === "done")).toBe(true);
  expect(done.hops[0]?.at).toMatch(/^\d{4}-/);
});

test("whoever waits is answered when it is done, not when the time is up", async () => {
  const { taken, played } = await take();
  const started = performance.now();
  const waiting = statusOf(taken, "test-station", "?wait=20");
  await new Promise((resolve) => setTimeout(resolve, 100));
  await played.received();
  const decision = await certifiedBy(played, { senderAliases: [station()] });
  await played.decided(decision);
  for (const stage of [
    "receipt-translator",
    "welfare-translator",
    "health-translator",
    "employer-translator",
    "employer-projector",
  ])
    await played.handled(stage, decision);
  await played.seenByHealth(decision);
  await played.seenByWelfare(decision);
  expect(await waiting).toMatchObject({ status: "done" });
  expect(performance.now() - started).toBeLessThan(5_000);
});

test("waiting ends when the time is up, with what is known", async () => {
  const { taken } = await take();
  const started = performance.now();
  expect(await statusOf(taken, "test-station", "?wait=1")).toMatchObject({ status: "received" });
  expect(performance.now() - started).toBeGreaterThan(950);
});

test("a parked record, a paused stage and a stopped one are told with their reason", async () => {
  const { taken, played } = await take();
  const record = await played.last("samvirke.messages");
  await rig.store.setControl({ stage: "intake", paused: true, reason: "release", by: "test" });
  expect((await statusOf(taken)).hops[0]).toEqual({ stage: "intake", state: "paused", reason: "release" });
  expect(await statusOf(taken)).toMatchObject({ status: "waiting" });
  await rig.store.setControl({ stage: "intake", paused: false, reason: "released", by: "test" });
  await rig.store.report({ stage: "intake", instance: "one", state: "stopped", reason: "too many parked", at: 1 });
  expect((await statusOf(taken)).hops[0]).toMatchObject({ state: "stopped", reason: "too many parked" });
  await rig.store.report({ stage: "intake", instance: "one", state: "running", reason: undefined, at: 2 });
  await rig.store.transact((transaction) =>
    transaction.park([{ stage: "intake", record, reason: "defect", detail: "decide: rule", attempts: 1 }]),
  );
  await played.handled("intake", record);
  expect((await statusOf(taken)).hops[0]).toMatchObject({ state: "parked", reason: "defect: decide: rule" });
  expect(await statusOf(taken)).toMatchObject({ status: "parked" });
});

test("a message is told to its sender and to NAV, to nobody else", async () => {
  const { taken } = await take();
  expect((await get(`/v1/messages/${taken.messageId}`, "test-station")).status).toBe(200);
  expect((await get(`/v1/messages/${taken.messageId}`, "test-welfare")).status).toBe(200);
  for (const who of ["test-practice", "test-stranger"])
    expect((await get(`/v1/messages/${taken.messageId}`, who)).status).toBe(404);
  expect((await get("/v1/messages/5b1f0c52-7a1e-5d40-9c3a-0d6f1e2a7b11", "test-station")).status).toBe(404);
});

test("a sender finds its message by its own id after a time-out", async () => {
  const { taken } = await take({ messageId: "SYNT/æ 1" });
  const path = `/v1/messages?wireMsgId=${encodeURIComponent("SYNT/æ 1")}`;
  expect(await read(path, "test-station")).toMatchObject({ messageId: taken.messageId });
  expect((await get(path, "test-practice")).status).toBe(404);
  expect((await get("/v1/messages?wireMsgId=unheard-of", "test-station")).status).toBe(404);
});

interface Page {
  readonly items: ReadonlyArray<{ readonly messageId: string; readonly inReplyTo: string; readonly link: string }>;
  readonly cursor: string;
  readonly more: boolean;
}

test("the mailbox gives each party its own, page by page, and goes on from a cursor", async () => {
  const start = await read<Page>("/v1/outbox?limit=500", "test-practice");
  const sent = await Promise.all(Array.from({ length: 5 }, () => take()));
  for (const { played } of sent)
    await played.delivered("receipt", await played.document("receipt", "<AppRec/>", practice()));
  const seen: Array<string> = [];
  let cursor = start.cursor;
  for (let more = true; more;) {
    const page = await read<Page>(`/v1/outbox?limit=2&after=${cursor}`, "test-practice");
    seen.push(...page.items.map(({ inReplyTo }) => inReplyTo));
    ({ cursor, more } = page);
  }
  expect(seen.sort()).toEqual(sent.map(({ taken }) => taken.messageId).sort());
  expect((await read<Page>(`/v1/outbox?after=${cursor}`, "test-practice")).items).toEqual([]);
  expect((await read<Page>("/v1/outbox", "test-stranger")).items).toEqual([]);
  const waiting = read<Page>(`/v1/outbox?after=${cursor}&wait=20`, "test-practice");
  const { taken, played } = await take();
  await played.delivered("receipt", await played.document("receipt", "<AppRec/>", practice()));
  expect((await waiting).items).toMatchObject([{ inReplyTo: taken.messageId, kind: "receipt" }]);
});

test("a document whose record was parked when the reader passed it comes once it is redriven", async () => {
  const person = { number: "15918500001", name: { given: "Prøve", family: "Gransvik" } };
  const start = await read<Page>("/v1/outbox?limit=500", "test-practice");
  const [one, two] = [await take({ person }), await take({ person })];
  const held = await one.played.document("receipt", "<AppRec/>", practice());
  await rig.store.transact((transaction) =>
    transaction.park([{ stage: "case-receipts", record: held, reason: "defect", detail: "project", attempts: 1 }]),
  );
  await two.played.delivered("receipt", await two.played.document("receipt", "<AppRec/>", practice()));
  const first = await read<Page>(`/v1/outbox?after=${start.cursor}`, "test-practice");
  expect(first.items.map(({ inReplyTo }) => inReplyTo)).toEqual([two.taken.messageId]);
  expect((await read<Page>(`/v1/outbox?after=${first.cursor}`, "test-practice")).items).toEqual([]);
  await rig.store.transact((transaction) => transaction.unpark("case-receipts", [held]));
  await one.played.delivered("receipt", held);
  const second = await read<Page>(`/v1/outbox?after=${first.cursor}`, "test-practice");
  expect(second.items.map(({ inReplyTo }) => inReplyTo)).toEqual([one.taken.messageId]);
  expect((await read<Page>(`/v1/outbox?after=${second.cursor}`, "test-practice")).items).toEqual([]);
});

test("what waits after a cursor is counted, for its receiver only", async () => {
  const { cursor } = await read<Page>("/v1/outbox?limit=500", "test-practice");
  const unread = (who: string) => read<{ unread: number }>(`/v1/outbox/unread?after=${cursor}`, who);
  const [mine, others] = [await unread("test-practice"), await unread("test-station")];
  expect(mine).toEqual({ unread: 0, more: false });
  for (const { played } of [await take(), await take()])
    await played.delivered("receipt", await played.document("receipt", "<AppRec/>", practice()));
  expect([await unread("test-practice"), await unread("test-station")]).toEqual([{ unread: 2, more: false }, others]);
});

test("what is older than the mailbox keeps is offered no more, and the page says how long it keeps", async () => {
  const { cursor } = await read<Page>("/v1/outbox?limit=500", "test-practice");
  const { taken, played } = await take();
  await played.delivered("receipt", await played.document("receipt", "<AppRec/>", practice()));
  const after = `after=${cursor}`;
  const page = await read<Page & { retentionDays: number }>(`/v1/outbox?${after}`, "test-practice");
  expect([page.items.length, page.retentionDays]).toEqual([1, 365]);
  const age = {
    name: "age_outbox",
    text: "update view_case.outbox set written_at = $2 where in_reply_to = $1",
  };
  const aYearAgo = rig.clock.now() - 365 * 86_400_000;
  await rig.store.query(age, [taken.messageId, aYearAgo]);
  expect((await read<Page>(`/v1/outbox?${after}`, "test-practice")).items).toHaveLength(1);
  await rig.store.query(age, [taken.messageId, aYearAgo - 1]);
  expect((await read<Page>(`/v1/outbox?${after}`, "test-practice")).items).toEqual([]);
  expect(await read(`/v1/outbox/unread?${after}`, "test-practice")).toEqual({ unread: 0, more: false });
  expect((await get(page.items[0]!.link, "test-practice")).status).toBe(404);
});

test("a receipt is taken for a document of the own mailbox, in XML or JSON, and only that", async () => {
  const { cursor } = await read<Page>("/v1/outbox?limit=500", "test-practice");
  const { taken, played } = await take();
  await played.delivered("receipt", await played.document("receipt", "<AppRec/>", practice()));
  const { items } = await read<Page>(`/v1/outbox?after=${cursor}`, "test-practice");
  const address = `${items[0]!.link}/receipt`;
  const edi = `{"appRecStatus":"1"}`;
  const appRec = (id: string) =>
    `<AppRec xmlns="http://www.kith.no/xmlstds/apprec/2004-11-21"><OriginalMsgId><Id>${id}</Id></OriginalMsgId></AppRec>`;
  const json = "application/json";
  const first = await post(address, edi, "test-practice", json);
  expect(first.status).toBe(202);
  expect(await first.json()).toMatchObject({ personId: taken.personId, kind: "receipt", repeat: false });
  expect((await post(address, edi, "test-practice", json)).status).toBe(200);
  const whole = await post(address, appRec(items[0]!.messageId.toUpperCase()), "test-practice");
  expect([whole.status, ((await whole.json()) as Taken).personId]).toEqual([202, taken.personId]);
  const refused = [
    await post(address, appRec(taken.messageId), "test-practice"),
    await post(address, "<a/>", "test-practice"),
    await post(address, "{}", "test-practice", json),
    await post(address, edi, "test-stranger", json),
    await post("/v1/outbox/5b1f0c52-7a1e-5d40-9c3a-0d6f1e2a7b11/receipt", edi, "test-practice", json),
  ];
  expect(refused.map(({ status }) => status)).toEqual([400, 400, 400, 404, 404]);
});

test("a document comes with its own content type, to its receiver only", async () => {
  const { taken, played } = await take();
  await played.delivered("receipt", await played.document("receipt", "<AppRec>Å</AppRec>", station()));
  await played.delivered("welfare", await played.document("welfare", `{"to":"NAV"}`, "somebody"));
  const [receipt] = (await read<Page>("/v1/outbox?limit=500", "test-station")).items.filter(
    ({ inReplyTo }) => inReplyTo === taken.messageId,
  );
  expect(await get(receipt!.link, "test-station")).toEqual({
    status: 200,
    body: "<AppRec>Å</AppRec>",
    type: "application/xml; charset=utf-8",
  });
  const own = (await read<Page>("/v1/outbox?limit=500", "test-welfare")).items.filter(
    ({ inReplyTo }) => inReplyTo === taken.messageId,
  );
  expect(own).toHaveLength(1);
  expect(await get(own[0]!.link, "test-welfare")).toMatchObject({
    status: 200,
    body: `{"to":"NAV"}`,
    type: "application/json",
  });
  for (const [link, who] of [
    [receipt!.link, "test-practice"],
    [own[0]!.link, "test-station"],
    [receipt!.link, "test-welfare"],
  ] as const) {
    expect((await get(link, who)).status).toBe(404);
  }
});

test("an employer's plan is told at once what is wrong with it, and nothing is kept", async () => {
  const answer = await post(
    "/v1/messages",
    JSON.stringify({ employeeIdentificationNumber: "15918500001", sendPlanToNav: "yes" }),
    "test-practice",
    "application/json",
  );
  const problem = (await answer.json()) as { type: string; errors: ReadonlyArray<{ pointer: string }> };
  expect([answer.status, problem.type]).toEqual([422, "urn:samvirke:problem:invalid-document"]);
  expect(problem.errors.map(({ pointer }) => pointer)).toContain("/sendPlanToNav");
});

test("every document is read for what would be found in it", async () => {
  const found = async (body: string, type: string) => {
    const answer = await post("/v1/messages/validate", body, "test-practice", type);
    expect(answer.status).toBe(200);
    return (await answer.json()) as unknown;
  };
  const json = "application/json";
  expect(await found(JSON.stringify({ status: "OK", ruleHits: [] }), json)).toMatchObject({
    kind: "validation",
    document: "validation-result",
    readable: false,
    findings: [{ code: "Malformed" }, { code: "MISSING", path: "key" }],
  });
  expect(await found(JSON.stringify({ key: "a", value: { status: "OK", ruleHits: [] } }), json)).toMatchObject({
    readable: true,
    findings: [],
  });
  expect(await found(`{"a":1}`, json)).toMatchObject({
    kind: "unknown",
    readable: false,
    findings: [{ code: "NO_READER" }],
  });
  expect(await found(`<a/>`, "application/xml")).toMatchObject({
    readable: false,
    findings: [{ code: "NO_CERTIFICATE" }],
  });
});

interface Shown {
  readonly sickLeaveId: string;
  readonly sealed: string;
  readonly event: {
    readonly work?: { readonly periods: ReadonlyArray<{ readonly from: string }> };
    readonly medical?: {
      readonly answerGroups: ReadonlyArray<{ readonly answers: ReadonlyArray<{ readonly answer: string }> }>;
    };
  };
}

const answer = (text: string, ...codes: ReadonlyArray<string>) => ({
  questionId: "6.3.1",
  question: "q",
  answer: text,
  restrictions: codes.map((code) => ({ system: null, code, text: null, originalText: null })),
});

test("each side sees a sick leave as it may: the parties on the health side, NAV without what is kept from it", async () => {
  const person = { number: "15918512345", name: { given: "Prøve", family: "Gransvik" } };
  const { played } = await take({ person });
  const sample = rigSample();
  const medical = {
    ...sample.medical,
    answerGroups: [{ groupId: "6.3", groupText: null, answers: [answer("open"), answer("kept", "N")] }],
  };
  const decision = await played.certified({
    medical,
    case: { ...sample.case, senderAliases: [station(), practice()] },
  });
  await played.seenByHealth(decision);
  await played.seenByWelfare(decision);
  const path = `/v1/views/sick-leaves/${played.sickLeaveId}`;
  const answersOf = (shown: Shown) =>
    shown.event.medical?.answerGroups.flatMap(({ answers }) => answers.map(({ answer: text }) => text));
  for (const who of ["test-station", "test-practice"])
    expect(answersOf(await read<Shown>(path, who))).toEqual(["open", "kept"]);
  const nav = await read<Shown>(path, "test-welfare");
  expect(answersOf(nav)).toEqual(["open"]);
  expect(nav).toMatchObject({
    sickLeaveId: played.sickLeaveId,
    sealed: "open",
    outcome: expect.stringMatching(/^(ok|pending)$/) as unknown,
  });
  expect(nav.event.work?.periods[0]?.from).toMatch(/^\d{4}-\d{2}-\d{2}$/);
  expect((await get(path, "test-stranger")).status).toBe(404);
  const found = async (number: string, who: string): Promise<ReadonlyArray<string>> => {
    const response = await post("/v1/views/sick-leaves/search", JSON.stringify({ number }), who, "application/json");
    return ((await response.json()) as { readonly items: ReadonlyArray<Shown> }).items.map(
      ({ sickLeaveId }) => sickLeaveId,
    );
  };
  for (const who of ["test-station", "test-practice", "test-welfare"])
    expect(await found("15918512345", who)).toEqual([played.sickLeaveId]);
  expect(await found("15918512345", "test-stranger")).toEqual([]);
  expect(await found("15918599999", "test-welfare")).toEqual([]);
});

test("of an erased person the public fields are left", async () => {
  const { taken, played } = await take();
  const decision = await certifiedBy(played, { senderAliases: [station()] });
  await played.received();
  await played.decided(decision);
  await played.seenByWelfare(decision);
  await rig.store.query({ name: "test_erase", text: "delete from hub.person where person_id = $1" }, [taken.personId]);
  rig.keys.forget(taken.personId);
  const shown = await read<Shown>(`/v1/views/sick-leaves/${played.sickLeaveId}`, "test-welfare");
  expect(shown.sealed).toBe("erased");
  expect(shown.event).not.toHaveProperty("medical");
  expect(await statusOf(taken)).toMatchObject({ outcome: "accepted", rules: [], appRec: null });
});
