import { mkdirSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, describe, expect, test } from "vitest";
import { contentType, sourcesOf } from "./adapter/files.ts";
import { inOrder } from "./adapter/in-order.ts";
import { makeProgress } from "./adapter/progress.ts";
import { jsonOf, runWith, standIn } from "./testing.cases.ts";
import type { Asked, Reply } from "./testing.cases.ts";

const closing: Array<() => void> = [];
afterEach(() => closing.splice(0).forEach((close) => close()));

const hubThat = async (answer: (asked: Asked, count: number) => Reply) => {
  const hub = await standIn(answer);
  closing.push(hub.close);
  const put = (name: string, content: string): string => {
    const path = join(hub.folder, name);
    mkdirSync(join(path, ".."), { recursive: true });
    writeFileSync(path, content);
    return path;
  };
  return { ...hub, put };
};

const accepted = { messageId: "m1", personId: "p1", kind: "sick-leave", format: "msghead", repeat: false };
const done = {
  ...accepted,
  caseId: "c1",
  status: "done",
  outcome: "accepted",
  route: "automatic",
  rules: [],
  appRec: null,
  warnings: [],
  hops: [],
};
const takesAll = ({ method }: Asked): Reply => (method === "POST" ? { status: 202, json: accepted } : { json: done });

describe("exit codes", () => {
  test("3 where there is no hub, with what to do", async () => {
    const ran = await runWith({ SAMVIRKE_HOME: "/nowhere" })("status");
    expect(ran).toMatchObject({ code: 3, stdout: "" });
    expect(ran.stderr).toContain("npx samvirke up --detach");
  });
  test("3 where nobody answers at the address", async () => {
    const hub = await hubThat(takesAll);
    const file = hub.put("a.xml", "<a/>");
    const ran = await runWith({ ...hub.env, SAMVIRKE_HEALTH_URL: "http://127.0.0.1:9" })("send", file);
    expect(ran.code).toBe(3);
    expect(ran.stderr).toContain("health at http://127.0.0.1:9 does not answer");
  });
  test.each([
    [["nothing"]],
    [["send"]],
    [["send", "no-such-file.xml"]],
    [["pause", "intake"]],
    [["send", "--concurrency", "0", "x"]],
    [["case"]],
    [["status", "--wrong"]],
  ])("2 for wrong usage: %j", async (args) => expect((await (await hubThat(takesAll)).run(...args)).code).toBe(2));
  test.each([[["--help"]], [["send", "--help"]], [["parked", "redrive", "--help"]]])("0 for help: %j", async (args) => {
    const ran = await runWith({})(...args);
    expect(ran).toMatchObject({ code: 0, stderr: "" });
    expect(ran.stdout).toContain("Usage: samvirke");
  });
  test("1 for a problem, told in one line", async () => {
    const hub = await hubThat(() => ({ status: 404, json: { title: "There is no such resource." } }));
    expect(await hub.run("case", "x")).toMatchObject({ code: 1, stderr: "404 There is no such resource.\n" });
  });
});

describe("send", () => {
  test("speaks as the receiving station, names the media type, and tells one line a file in their order", async () => {
    const hub = await hubThat(takesAll);
    const files = [hub.put("in/b.xml", "<b/>"), hub.put("in/a.json", "{}"), hub.put("in/deep/c", "<c/>")];
    const ran = await hub.run("send", join(hub.folder, "in"), "--json", "--received-at", "2026-03-02T09:00:00Z");
    expect(ran.code).toBe(0);
    expect(jsonOf(ran).map(({ file }) => file)).toEqual([files[1], files[0], files[2]]);
    expect(hub.asked.map(({ headers }) => headers["content-type"])).toEqual([
      "application/json",
      "application/xml",
      "application/xml",
    ]);
    // JSON is welfare's, which has no receiving station.
    expect(hub.asked[0]?.headers).not.toHaveProperty("samvirke-received-at");
    expect(hub.asked[1]?.headers).toMatchObject({
      authorization: "Bearer station-token",
      "samvirke-received-at": "2026-03-02T09:00:00Z",
    });
  });

  test("another party or side is chosen by name", async () => {
    const hub = await hubThat(takesAll);
    const file = hub.put("a.xml", "<a/>");
    await hub.run("send", file, "--party", "practice");
    await hub.run("send", file, "--from", "welfare");
    expect(hub.asked.map(({ headers }) => headers.authorization)).toEqual([
      "Bearer practice-token",
      "Bearer nav-token",
    ]);
    expect(await hub.run("send", file, "--party", "nobody")).toMatchObject({
      code: 2,
      stderr: "--party: the health side knows practice, station.\n",
    });
  });

  test("records say which topic they were taken from, and employers send by their own door", async () => {
    const hub = await hubThat(takesAll);
    const file = hub.put("gone.json", '{"key":"1","value":null}');
    expect((await hub.run("send", file, "--from", "welfare", "--topic", "tsm.sykmeldinger")).code).toBe(0);
    expect((await hub.run("send", file, "--from", "employer")).code).toBe(0);
    expect(hub.asked.map(({ headers }) => [headers.authorization, headers["samvirke-record-topic"]])).toEqual([
      ["Bearer nav-token", "tsm.sykmeldinger"],
      ["Bearer smith-token", undefined],
    ]);
    expect(hub.asked[0]?.headers["content-type"]).toBe("application/json");
    expect((await hub.run("send", file, "--topic", "a b")).code).toBe(2);
    expect((await hub.run("send", file, "--from", "nobody")).code).toBe(2);
  });

  test("waits until the message is settled", async () => {
    const hub = await hubThat((asked, count) =>
      asked.method === "POST"
        ? { status: 202, json: accepted }
        : { json: count < 4 ? { ...done, status: "decided" } : done },
    );
    const ran = await hub.run("send", hub.put("a.xml", "<a/>"), "--wait", "--json");
    expect(jsonOf(ran)).toMatchObject([{ messageId: "m1", outcome: "accepted", caseId: "c1" }]);
    expect(hub.asked.map(({ url }) => url.replace(/\d+$/, "n"))).toEqual([
      "/v1/messages",
      ...Array.from({ length: 3 }, () => "/v1/messages/m1?wait=n"),
    ]);
  });

  test("an answer of 200 is a repeat", async () => {
    const hub = await hubThat(() => ({ json: { ...accepted, repeat: true } }));
    const ran = await hub.run("send", hub.put("a.xml", "<a/>"), "--json");
    expect(ran.code).toBe(0);
    expect(jsonOf(ran)[0]?.outcome).toBe("repeat");
  });

  test("knocks again at a busy door with the same bytes", async () => {
    const hub = await hubThat((asked, count) =>
      count < 3 ? { status: 503, headers: { "retry-after": "0" } } : takesAll(asked),
    );
    expect((await hub.run("send", hub.put("a.xml", "<a>ø</a>"))).code).toBe(0);
    expect(hub.asked.map(({ body }) => body)).toEqual(["<a>ø</a>", "<a>ø</a>", "<a>ø</a>"]);
  });

  test("goes on after a refused file, and ends with 1", async () => {
    const hub = await hubThat((asked) =>
      asked.body === "<a/>" ? { status: 422, json: { title: "Refused." } } : takesAll(asked),
    );
    const ran = await hub.run("send", hub.put("a.xml", "<a/>"), hub.put("b.xml", "<b/>"), "--json");
    expect(ran.code).toBe(1);
    expect(jsonOf(ran)).toMatchObject([
      { outcome: "malformed", messageId: null, error: "422 Refused." },
      { messageId: "m1" },
    ]);
  });

  test("reads standard input for -", async () => {
    const hub = await hubThat(takesAll);
    const ran = await runWith(hub.env, { stdin: () => Promise.resolve(Buffer.from("<in/>")) })("send", "-", "--json");
    expect(jsonOf(ran)[0]).toMatchObject({ file: "-", messageId: "m1" });
    expect(hub.asked[0]).toMatchObject({ body: "<in/>" });
  });
});

describe("other commands", () => {
  test("a look-up by number takes it from standard input and puts it into the body alone", async () => {
    const number = "14858030057";
    const hub = await hubThat(({ url }) =>
      url.startsWith("/v1/views")
        ? { json: { items: [{ personId: "p1" }, { personId: "p1" }] } }
        : { json: { id: "p1", messages: [] } },
    );
    const ran = await runWith(hub.env, { stdin: () => Promise.resolve(Buffer.from(`${number}\n`)) })(
      "case",
      "--number",
      "--json",
    );
    expect(ran).toMatchObject({ code: 0, lines: ['{"id":"p1","messages":[]}'] });
    expect(hub.asked.map(({ url }) => url)).toEqual(["/v1/views/sick-leaves/search", "/v1/cases/p1"]);
    expect(JSON.parse(hub.asked[0]?.body ?? "")).toEqual({ number });
    const wrong = await runWith(hub.env, { stdin: () => Promise.resolve(Buffer.from("x")) })("case", "--number");
    expect(wrong.code).toBe(2);
  });

  test("pause and resume tell who and why", async () => {
    const hub = await hubThat(() => ({ json: { stage: "intake", paused: true, by: "tester", reason: "deploy" } }));
    expect((await hub.run("pause", "intake", "--why", "deploy")).lines).toEqual([
      "intake is asked to pause, by tester: deploy",
    ]);
    await hub.run("resume", "intake", "--why", "done", "--as", "kari");
    expect(hub.asked.map(({ url, body }) => [url, JSON.parse(body)])).toEqual([
      ["/v1/stages/intake/pause", { reason: "deploy", by: "tester" }],
      ["/v1/stages/intake/resume", { reason: "done", by: "kari" }],
    ]);
  });

  const rebuilt = (more: object = {}) => ({
    rebuildId: "rebuild_00000001",
    state: "switched",
    wish: { projection: "view_welfare", by: "tester", recordsPerSecond: 5_000 },
    progress: [{ stage: "welfare-projector", of: 9, records: 9 }],
    rate: null,
    secondsLeft: null,
    dropped: 4,
    parked: 0,
    proof: { rows: 3, tables: 2, unlike: [] },
    kept: "view_welfare_before_rebuild_00000001",
    failure: null,
    ...more,
  });

  test("rebuild follows to the end, and says what is kept", async () => {
    let looks = 0;
    const hub = await hubThat(({ method }) => ({
      status: method === "POST" ? 202 : 200,
      json: rebuilt({ state: (looks += 1) < 3 ? "rebuilding" : "switched" }),
    }));
    const ran = await hub.run("rebuild", "view_welfare", "--why", "x", "--rate", "50");
    expect(ran.code).toBe(0);
    expect(JSON.parse(hub.asked[0]?.body ?? "")).toEqual({
      projection: "view_welfare",
      recordsPerSecond: 50,
      reason: "x",
      by: "tester",
    });
    expect(hub.asked.map(({ url }) => url)).toEqual([
      "/v1/rebuilds",
      ...Array(2).fill("/v1/rebuilds/rebuild_00000001"),
    ]);
    expect(ran.lines[0]).toContain("is switched: 9 of 9 records; 4 records not written again, 0 written.");
    expect(ran.lines.at(-1)).toContain("--drop-old");
  });

  test("a rebuild that differs names the place and ends with 1; accepting it names it", async () => {
    const unlike = [{ table: "view_welfare.sick_leave", partition: 7, live: 2, rebuilt: 3, keys: ["k1"] }];
    const refused = rebuilt({ state: "refused", kept: null, proof: { rows: 3, tables: 2, unlike } });
    const hub = await hubThat(({ url }) => ({ json: url === "/v1/rebuilds" ? { rebuilds: [refused] } : refused }));
    const wrong = await hub.run("rebuild", "view_welfare", "--accept", "rebuild_00000002", "--why", "x");
    expect(wrong.code).toBe(2);
    const ran = await hub.run("rebuild", "view_welfare", "--accept", "rebuild_00000001", "--why", "x");
    expect(ran.code).toBe(1);
    expect(ran.lines[1]).toBe("  view_welfare.sick_leave, partition 7: 2 live, 3 rebuilt; first that differ: k1");
    expect(hub.asked.find(({ url }) => url.endsWith("/resume"))?.body).toContain('"accept":"rebuild_00000001"');
    expect((await hub.run("rebuild", "view_welfare", "--drop-old", "--why", "x")).code).toBe(1);
    expect((await hub.run("rebuild", "view_welfare", "--drop", "--why", "x")).code).toBe(0);
    expect(hub.asked.at(-1)?.url).toBe("/v1/rebuilds/rebuild_00000001/drop");
  });

  const redrive = (more: object = {}) => ({
    id: "r1",
    state: "done",
    by: "tester",
    reason: "x",
    stages: ["intake"],
    beganAt: "2026-03-02T09:00:00.000Z",
    persons: { total: 1, waiting: 0, sent: 0, drained: 1, parkedAgain: 0 },
    perSecond: null,
    secondsLeft: null,
    more: false,
    ...more,
  });

  test("redrive names a person, a class, a list or all, and why", async () => {
    const hub = await hubThat(() => ({ status: 202, json: redrive() }));
    const list = hub.put("ids.txt", "a1\n a2,a3\n");
    const run = (...args: ReadonlyArray<string>) => hub.run("parked", "redrive", ...args);
    expect((await run("intake", "--why", "x")).code).toBe(2);
    expect((await run("intake", "p", "--all", "--why", "x")).code).toBe(2);
    expect((await run("--person", "p", "--list", list, "--why", "x")).code).toBe(2);
    expect(await run("intake", "p")).toMatchObject({ code: 2, stderr: expect.stringContaining("--why") });
    expect((await run("--list", "no-such-file", "--why", "x")).code).toBe(2);
    expect(hub.asked).toEqual([]);
    expect((await run("intake", "p", "--why", "x")).lines).toEqual([
      "Redrive r1 of 1 in intake by tester is done: 1 drained, 0 parked again.",
    ]);
    await run("intake", "--all", "--why", "x");
    await run("--class", "defect", "--why", "x", "--as", "kari");
    await run("--list", list, "--why", "x");
    expect(hub.asked.map(({ body }) => JSON.parse(body))).toEqual([
      { stage: "intake", personId: "p", reason: "x", by: "tester" },
      { stage: "intake", all: true, reason: "x", by: "tester" },
      { class: "defect", reason: "x", by: "kari" },
      { ids: ["a1", "a2", "a3"], reason: "x", by: "tester" },
    ]);
  });

  test("the environment may say who asks; an option outweighs it", async () => {
    const hub = await hubThat(() => ({ json: redrive() }));
    const asOle = runWith({ ...hub.env, SAMVIRKE_OPERATOR: "ole" });
    await asOle("parked", "stop", "r1", "--why", "lunch");
    await asOle("parked", "continue", "r1", "--why", "back", "--as", "kari");
    expect((await asOle("parked", "cancel", "r1")).code).toBe(2);
    expect(hub.asked.map(({ url, body }) => [url, (JSON.parse(body) as { by: string }).by])).toEqual([
      ["/v1/redrives/r1/stop", "ole"],
      ["/v1/redrives/r1/continue", "kari"],
    ]);
  });

  test("a dry run says what would become of each, and ends with 1 where somebody would stay", async () => {
    const record = { type: "In", position: 4, reason: null, detail: null, appends: {}, rows: {} };
    const hub = await hubThat(() => ({
      json: {
        persons: [
          {
            stage: "intake",
            personId: "p",
            outcome: "parked",
            records: [
              { ...record, fate: "handled", appends: { "t Out": 2 }, rows: { row: 1 } },
              { ...record, fate: "fails", reason: "defect", detail: "RangeError at a.ts:1" },
              { ...record, fate: "waits", reason: "behind" },
            ],
          },
        ],
        drained: 0,
        parked: 1,
        unknown: 0,
        more: false,
      },
    }));
    const ran = await hub.run("parked", "redrive", "--class", "defect", "--dry-run", "--limit", "7");
    expect(ran).toMatchObject({ code: 1 });
    expect(ran.lines).toEqual([
      "intake p: parked",
      "  In at 4 handled: 2 x t Out, 1 row in row",
      "  In at 4 fails again: defect: RangeError at a.ts:1",
      "  In at 4 waits behind it",
      "0 would drain, 1 would stay parked. Nothing was kept.",
    ]);
    expect(hub.asked.map(({ url, body }) => [url, JSON.parse(body)])).toEqual([
      ["/v1/parked/dry-run?limit=7", { class: "defect" }],
    ]);
  });

  test("redrive --wait follows it to its end, and ends with 1 where somebody is parked again", async () => {
    const persons = { total: 2, waiting: 0, sent: 0, drained: 1, parkedAgain: 1 };
    const hub = await hubThat(({ method }, count) => ({
      json: redrive(method === "POST" || count < 4 ? { state: "running", perSecond: 2, secondsLeft: 1 } : { persons }),
    }));
    const ran = await hub.run("parked", "redrive", "--all", "--why", "x", "--wait", "--json");
    expect(ran.code).toBe(1);
    expect(jsonOf(ran)).toMatchObject([{ id: "r1", state: "done", persons }]);
    expect(hub.asked.map(({ url }) => url)).toEqual(["/v1/parked/redrive", ...Array(3).fill("/v1/redrives/r1")]);
  });

  test("a second operator is told who has the stage", async () => {
    const hub = await hubThat(() => ({
      status: 409,
      json: { title: "Somebody else has a redrive of this stage under way.", detail: "kari has intake since then." },
    }));
    expect(await hub.run("parked", "redrive", "--all", "--why", "x")).toMatchObject({
      code: 1,
      stderr: "409 Somebody else has a redrive of this stage under way. kari has intake since then.\n",
    });
  });

  test("discard gives up one record with a reason; the journal tells who did what", async () => {
    const hub = await hubThat(({ url }) =>
      url.startsWith("/v1/journal")
        ? { json: { entries: [{ at: "t", act: "discard", stage: "s", redriveId: null, by: "tester", reason: "x" }] } }
        : { json: { stage: "s", personId: "p", eventId: "e", type: "In", left: 2, redriven: true } },
    );
    expect((await hub.run("parked", "discard", "s", "e")).code).toBe(2);
    expect((await hub.run("parked", "discard", "s", "e", "--why", "broken for good")).lines).toEqual([
      "In e is given up in s. 2 more of the person are taken up now.",
    ]);
    expect((await hub.run("journal", "--stage", "s", "--limit", "5")).stdout).toMatch(/discard\s+s\s+tester\s+x/);
    expect(hub.asked.map(({ url }) => url)).toEqual(["/v1/parked/discard", "/v1/journal?limit=5&stage=s"]);
    expect(JSON.parse(hub.asked[0]?.body ?? "")).toEqual({
      stage: "s",
      eventId: "e",
      reason: "broken for good",
      by: "tester",
    });
  });

  test("samples go to standard output, or many into a folder, of one seed and one time", async () => {
    const hub = await hubThat(() => ({ body: "<sample/>", headers: { "content-type": "application/xml" } }));
    expect(await hub.run("sample", "sick-leave", "--seed", "s")).toMatchObject({ code: 0, stdout: "<sample/>" });
    expect((await hub.run("sample", "sick-leave", "--count", "2")).code).toBe(2);
    const out = join(hub.folder, "out");
    expect((await hub.run("sample", "sick-leave", "--count", "12", "--rule", "OVER_1_MND", "--out", out)).code).toBe(0);
    expect(readdirSync(out)).toHaveLength(12);
    expect(readFileSync(join(out, "sick-leave-OVER_1_MND-00011.xml"), "utf8")).toBe("<sample/>");
    const wishes = hub.asked.slice(1).map(({ url }) => new URL(url, "http://x").searchParams);
    expect(new Set(wishes.map((wish) => wish.get("seed"))).size).toBe(1);
    expect(new Set(wishes.map((wish) => wish.get("at"))).size).toBe(1);
    expect(new Set(wishes.map((wish) => wish.get("index"))).size).toBe(12);
  });

  test("a sample is named by what it is, and Avro is told in base64", async () => {
    const avro = { "content-type": "application/vnd.apache.avro" };
    const hub = await hubThat(() => ({ body: "\0\0\0\0\u0001x", headers: avro }));
    const [told] = jsonOf(await hub.run("sample", "meeting-called", "--seed", "s", "--json"));
    expect(told).toMatchObject({
      contentType: avro["content-type"],
      message: Buffer.from("\0\0\0\0\u0001x").toString("base64"),
    });
    const out = join(hub.folder, "records");
    expect((await hub.run("sample", "meeting-called", "--out", out)).code).toBe(0);
    expect(readdirSync(out)).toEqual(["meeting-called-00000.avro"]);
  });

  test("an unknown kind is wrong usage, answered with the kinds that there are", async () => {
    const hub = await hubThat(({ url }) =>
      url === "/v1/samples" ? { json: { kinds: ["one", "two"] } } : { status: 404, json: { title: "No." } },
    );
    const ran = await hub.run("sample", "three");
    expect([ran.code, ran.stderr]).toEqual([2, "There are no samples of this kind: three. There are: one, two.\n"]);
  });

  test("a rule that one message cannot break is wrong usage, told with the reason", async () => {
    const hub = await hubThat(() => ({ status: 422, json: { title: "No.", detail: "It needs two." } }));
    expect(await hub.run("sample", "sick-leave", "--rule", "DUPLIKAT")).toMatchObject({
      code: 2,
      stderr: "DUPLIKAT: It needs two.\n",
    });
  });
});

describe("files", () => {
  test.each([
    ["a.xml", "{}", "application/xml"],
    ["a.JSON", "<a/>", "application/json"],
    ["a", "\uFEFF <a/>", "application/xml"],
    ["a", "[]", "application/json"],
    ["a", "", "application/xml"],
    ["a.txt", "hei", "application/octet-stream"],
    ["a.json", '{ "resourceType": "Task"}', "application/fhir+json"],
    ["-", '{"resourceType":"Bundle"}', "application/fhir+json"],
    ["a.avro", "", "application/vnd.apache.avro"],
    ["-", "\0\0\0\0\u0007abc", "application/vnd.apache.avro"],
    ["a.bin", "Obj\u0001abc", "application/vnd.apache.avro"],
  ])("%s with %j is %s", (name, content, type) => expect(contentType(name, Buffer.from(content))).toBe(type));
  test("UTF-16 is seen through", () =>
    expect(contentType("a", Buffer.from("\uFEFF<a/>", "utf16le"))).toBe("application/xml"));
  test("patterns are expanded, hidden files left out", async () => {
    const hub = await hubThat(takesAll);
    const [a] = [hub.put("x/a.xml", ""), hub.put("x/.b.xml", ""), hub.put("x/c.txt", "")];
    const io = { stdin: () => Promise.resolve(new Uint8Array()) };
    expect((await sourcesOf(io, [join(hub.folder, "x", "*.xml")])).map(({ name }) => name)).toEqual([a]);
    expect(await sourcesOf(io, [join(hub.folder, "x")])).toHaveLength(2);
  });
});

test("work several at a time is told in order", async () => {
  const told: Array<number> = [];
  let [running, most] = [0, 0];
  const work = async (n: number): Promise<number> => {
    most = Math.max(most, (running += 1));
    await new Promise((resolve) => setTimeout(resolve, n % 3 === 0 ? 15 : 1));
    running -= 1;
    return n;
  };
  const items = Array.from({ length: 20 }, (_, index) => index);
  expect(await inOrder(items, 4, { work, onResult: (n) => told.push(n) })).toEqual(items);
  expect(told).toEqual(items);
  expect(most).toBe(4);
});

test("progress shows after two seconds, to people only", () => {
  const told: Array<string> = [];
  let now = 0;
  const io = {
    out: () => undefined,
    write: () => undefined,
    tell: (text: string) => told.push(text),
    stdin: () => Promise.resolve(new Uint8Array()),
    env: {},
    user: "",
    isTerminal: true,
    isWatched: true,
    onInterrupt: () => undefined,
    now: () => now,
  };
  const progress = makeProgress(io, "Sending", 10);
  now = 1_999;
  progress.done(4);
  expect(told).toEqual([]);
  now = 2_000;
  progress.done(5);
  expect(told).toEqual([`\r\u001B[KSending [${"#".repeat(12)}${".".repeat(12)}] 5/10  2.5/s, 2 s left`]);
  progress.clear();
  progress.clear();
  expect(told.slice(1)).toEqual(["\r\u001B[K"]);
  const unwatched = makeProgress({ ...io, isWatched: false }, "Sending", 10);
  now = 10_000;
  unwatched.done(9);
  expect(told).toHaveLength(2);
});
