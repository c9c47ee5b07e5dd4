import http from "node:http";
import net from "node:net";
import { once } from "node:events";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import type { RunningGateway } from "./adapter/gateway.ts";
import { routes } from "./core/routes.ts";
import { bearer, message, openRig } from "./rig.cases.ts";
import type { Rig } from "./rig.cases.ts";

let rig: Rig;
let gateway: RunningGateway;
const answers: Array<string> = [];

beforeAll(async () => {
  rig = await openRig(inject("postgresUrl"));
  gateway = await rig.open();
});

afterAll(async () => {
  await gateway?.stop();
  await rig?.store.close();
});

const ask = async (
  path: string,
  init: RequestInit = {},
): Promise<{ status: number; body: string; headers: Headers }> => {
  const response = await fetch(`http://127.0.0.1:${gateway.port}${path}`, init);
  const body = await response.text();
  if (response.status >= 400) answers.push(body);
  return { status: response.status, body, headers: response.headers };
};

const post = (body: string | Uint8Array, headers: Record<string, string> = {}, path = "/v1/messages") =>
  ask(path, {
    method: "POST",
    headers: { "content-type": "application/xml", ...bearer("test-station"), ...headers },
    body: typeof body === "string" ? body : Buffer.from(body),
  });

const typeOf = (body: string): unknown => (JSON.parse(body) as { readonly type?: unknown }).type;

const archived = async (): Promise<number> =>
  (
    await rig.store.query<{ n: number }>({ name: "test_archived", text: "select count(*) as n from hub.archive" }, [])
  )[0]!.n;

const secret = "15918512345 Gransvik";

test.each([
  ["a document type", `<!DOCTYPE a [<!ENTITY b "${secret}">]><a>&b;</a>`],
  ["a document type in UTF-16", Buffer.from(`\ufeff<!DOCTYPE a><a>${secret}</a>`, "utf16le")],
  ["an entity bomb", `<!DOCTYPE a [<!ENTITY x "${secret}"><!ENTITY y "&x;&x;&x;&x;">]><a>&y;&y;&y;</a>`],
  ["10,000 levels", `${"<a>".repeat(10_000)}${secret}${"</a>".repeat(10_000)}`],
  ["binary content", Buffer.from([0x3c, 0x61, 0x3e, 0, 1, 2, 0, 0xff])],
])("%s is refused before it is kept", async (_name, body) => {
  const before = await archived();
  const answer = await post(body);
  expect([answer.status, typeOf(answer.body)]).toEqual([422, "urn:samvirke:problem:refused-document"]);
  expect(answer.headers.get("content-type")).toBe("application/problem+json");
  expect(await archived()).toBe(before);
});

test.each([["application/jsonl"], ["text/plain"], ["application/pdf"], ["x"], ["application/octet-stream"]])(
  "%s is not taken",
  async (type) => {
    const answer = await post(`<a>${secret}</a>`, { "content-type": type });
    expect([answer.status, typeOf(answer.body)]).toEqual([415, "urn:samvirke:problem:unsupported-media-type"]);
  },
);

test("an encoded body is not taken", async () => {
  expect((await post("<a/>", { "content-encoding": "gzip" })).status).toBe(415);
});

test.each([
  ["no token", {}],
  ["an unknown token", { authorization: "Bearer nobody" }],
  ["another scheme", { authorization: "Basic dGVzdDp0ZXN0" }],
  ["a token of the other sector", bearer("test-welfare")],
  ["an endless token", { authorization: `Bearer ${"x".repeat(5_000)}` }],
])("%s is no party", async (_name, headers) => {
  const answer = await ask("/v1/messages", {
    method: "POST",
    headers: { "content-type": "application/xml", ...headers },
    body: Buffer.from(message(1)),
  });
  expect([answer.status, typeOf(answer.body)]).toEqual([401, "urn:samvirke:problem:unauthenticated"]);
  expect(answer.headers.get("www-authenticate")).toBe("Bearer");
});

test("every route of a party asks who it is", async () => {
  for (const { method, path, access } of Object.values(routes)) {
    const answer = await ask(path.replace("{id}", "5b1f0c52-7a1e-5d40-9c3a-0d6f1e2a7b11"), { method });
    // An open page that is not there is answered as such.
    const open = path.includes("{") ? 404 : 200;
    expect(answer.status).toBe(access === "party" ? 401 : open);
  }
});

test("a body that says how large it is gets refused before it is read", async () => {
  const answer = await post("x".repeat(200_001));
  expect([answer.status, typeOf(answer.body)]).toEqual([413, "urn:samvirke:problem:too-large"]);
});

const chunked = (chunks: ReadonlyArray<Uint8Array>): Promise<number> =>
  new Promise((resolve, reject) => {
    const headers = { "content-type": "application/xml", ...bearer("test-station"), "transfer-encoding": "chunked" };
    const request = http.request(
      { port: gateway.port, host: "127.0.0.1", path: "/v1/messages", method: "POST", headers },
      (response) => {
        response.resume();
        response.on("end", () => resolve(response.statusCode ?? 0));
      },
    );
    request.on("error", reject);
    for (const chunk of chunks) request.write(chunk);
    request.end();
  });

test("a body in chunks is taken as it is, and counted as it comes", async () => {
  const bytes = Buffer.from(message(50));
  expect(await chunked([bytes.subarray(0, 100), bytes.subarray(100, 2_000), bytes.subarray(2_000)])).toBe(202);
  expect((await post(bytes)).status).toBe(200);
  expect(await chunked(Array.from({ length: 30 }, () => Buffer.alloc(10_000, 0x20)))).toBe(413);
});

test("an upload that breaks off leaves nothing, and the next one is taken", async () => {
  const before = await archived();
  const socket = net.connect(gateway.port, "127.0.0.1");
  await once(socket, "connect");
  socket.write(
    `POST /v1/messages HTTP/1.1\r\nhost: x\r\ncontent-type: application/xml\r\nauthorization: Bearer token-of-test-station\r\ncontent-length: 5000\r\n\r\n<a>${secret}`,
  );
  await new Promise((resolve) => setTimeout(resolve, 50));
  socket.destroy();
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect(await archived()).toBe(before);
  expect((await post(message(51))).status).toBe(202);
});

test("broken HTTP is answered with a problem", async () => {
  const socket = net.connect(gateway.port, "127.0.0.1");
  await once(socket, "connect");
  socket.write(`GET /${secret} HTTP/9.9\r\n\r\n`);
  const [data] = (await once(socket, "data")) as [Buffer];
  answers.push(data.toString());
  expect(data.toString()).toContain("urn:samvirke:problem:malformed-request");
});

test("an unknown path and a method not offered are told as such", async () => {
  expect(typeOf((await ask("/v1/nothing", { headers: bearer("test-station") })).body)).toBe(
    "urn:samvirke:problem:not-found",
  );
  const answer = await ask("/v1/messages", { method: "DELETE", headers: bearer("test-station") });
  expect([answer.status, answer.headers.get("allow")]).toEqual([405, "POST, GET"]);
  expect((await ask("/v1/messages/%ff%fe", { headers: bearer("test-station") })).status).toBe(400);
});

test("parameters and bodies are refused by rule and place", async () => {
  const at = async (path: string): Promise<unknown> =>
    JSON.parse((await ask(path, { headers: bearer("test-station") })).body);
  expect(await at("/v1/outbox?after=15918512345")).toMatchObject({ status: 400, errors: [{ pointer: "query:after" }] });
  expect(await at("/v1/outbox?limit=0")).toMatchObject({ status: 400, errors: [{ pointer: "query:limit" }] });
  expect(await at("/v1/messages?wireMsgId=")).toMatchObject({ status: 400, errors: [{ pointer: "query:wireMsgId" }] });
  const search = await post(
    JSON.stringify({ number: secret }),
    { "content-type": "application/json" },
    "/v1/views/sick-leaves/search",
  );
  expect(JSON.parse(search.body)).toMatchObject({ status: 400, errors: [{ pointer: "/number" }] });
  const broken = await post(
    `{"number":"${secret}`,
    { "content-type": "application/json" },
    "/v1/views/sick-leaves/search",
  );
  expect(broken.status).toBe(400);
});

test("validation tells what would be found and keeps nothing", async () => {
  const before = await archived();
  const fine = await post(message(60), {}, "/v1/messages/validate");
  expect(JSON.parse(fine.body)).toMatchObject({ kind: "sick-leave", format: "ei-fellesformat", readable: true });
  const hostile = await post(`<!DOCTYPE a><a>${secret}</a>`, {}, "/v1/messages/validate");
  expect(JSON.parse(hostile.body)).toEqual({
    kind: "unknown",
    format: "unknown",
    document: "unknown",
    readable: false,
    findings: [{ source: "guard", code: "DOCTYPE", path: "" }],
  });
  const broken = await post(Buffer.from(message(60)).subarray(0, 900), {}, "/v1/messages/validate");
  expect(JSON.parse(broken.body)).toMatchObject({
    readable: false,
    findings: [{ source: "parse", code: "NOT_WELL_FORMED" }],
  });
  expect(await archived()).toBe(before);
});

test("probes, metrics and the document answer without a party", async () => {
  expect((await ask("/internal/health/live")).status).toBe(200);
  expect((await ask("/internal/health/ready")).status).toBe(200);
  expect(JSON.parse((await ask("/openapi.json")).body)).toMatchObject({ openapi: "3.1.0" });
  const metrics = await ask("/internal/metrics");
  expect(metrics.headers.get("content-type")).toContain("text/plain");
  expect(metrics.body).toContain('samvirke_gateway_answers_total{route="receive",status="202"}');
});

test("a full queue is answered 503 with the time to come again, and loses nothing", async () => {
  const narrow = await rig.open({ queue: 1 });
  const send = (index: number): Promise<Response> =>
    fetch(`http://127.0.0.1:${narrow.port}/v1/messages`, {
      method: "POST",
      headers: { "content-type": "application/xml", ...bearer("test-station") },
      body: Buffer.from(message(index)),
    });
  const responses = await Promise.all(Array.from({ length: 40 }, (_, index) => send(200 + index)));
  const refused = responses.filter(({ status }) => status === 503);
  expect(refused.length).toBeGreaterThan(0);
  expect(refused[0]!.headers.get("retry-after")).toBe("1");
  expect(responses.filter(({ status }) => status !== 503 && status !== 202)).toEqual([]);
  for (let index = 0; index < 40; index += 1) expect([200, 202]).toContain((await send(200 + index)).status);
  await narrow.stop();
});

test("a gateway that stops answers what it took", async () => {
  const closing = await rig.open();
  const send = (index: number): Promise<Response> =>
    fetch(`http://127.0.0.1:${closing.port}/v1/messages`, {
      method: "POST",
      headers: { "content-type": "application/xml", ...bearer("test-station") },
      body: Buffer.from(message(index)),
    });
  const before = await archived();
  const sent = Promise.allSettled(Array.from({ length: 20 }, (_, index) => send(300 + index)));
  await new Promise((resolve) => setTimeout(resolve, 20));
  await closing.stop();
  const settled = await sent;
  const taken = settled.filter((one) => one.status === "fulfilled" && one.value.status === 202);
  expect(await archived()).toBe(before + taken.length);
  await expect(send(399)).rejects.toThrow();
});

test("no answer and no log line carries a value", () => {
  const told = [...answers, ...rig.lines].join("\n");
  for (const value of ["15918512345", "Gransvik", "token-of", "nobody"]) expect(told).not.toContain(value);
});
