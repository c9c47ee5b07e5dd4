import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, inject, test } from "vitest";
import { certificate, printed } from "./certificates.ts";
import { makeClient } from "./client.ts";

const hub = inject("hub");
const station = makeClient(hub, "local-station");
const large = 50 * 1024 * 1024;

interface Door {
  readonly name: string;
  readonly base: string;
  readonly party: string;
  readonly path: string;
}
const doors: ReadonlyArray<Door> = [
  { name: "health", base: hub.health, party: "local-station", path: "/v1/messages" },
  { name: "welfare", base: hub.welfare, party: "local-nav", path: "/v1/messages" },
  { name: "employer", base: hub.employer, party: "local-employer", path: "/v1/messages" },
];

const tokenOf = (party: string): string => {
  const parties = JSON.parse(readFileSync(join(hub.folder, "parties.json"), "utf8")) as ReadonlyArray<{
    readonly id: string;
    readonly token: string;
  }>;
  return parties.find(({ id }) => id === party)?.token ?? "";
};

const send = async ({ base, party, path }: Door, body: Uint8Array, type: string) => {
  const headers = { authorization: `Bearer ${tokenOf(party)}`, "content-type": type };
  const response = await fetch(`${base}${path}`, { method: "POST", headers, body: Buffer.from(body) });
  return { status: response.status, answer: (await response.json()) as Readonly<Record<string, unknown>> };
};

const filled = (before: string, after: string): Uint8Array =>
  Buffer.concat([Buffer.from(before), Buffer.alloc(large, "QUJD"), Buffer.from(after)]);

const bodies = [
  ["XML of nothing known", "application/xml", filled("<a>", "</a>")],
  ["XML that is cut", "application/xml", filled("<a>", "")],
  ["JSON of nothing known", "application/json", filled('{"a":"', '"}')],
  ["JSON that is cut", "application/json", filled('{"a":"', "")],
] as const;

describe("50 MB at a door", () => {
  test.each(doors)("$name: there is an answer with a reason or a message id, and the door stays open", async (door) => {
    for (const [what, type, body] of bodies) {
      const { status, answer } = await send(door, body, type);
      expect([200, 202, 400, 413, 415, 422], what).toContain(status);
      expect(status < 300 ? answer["messageId"] : answer["type"], what).toMatch(/./);
    }
    expect((await fetch(`${door.base}/openapi.json`)).status).toBe(200);
  });

  test("health: a certificate with 50 MB of attachment is taken whole, and the next one after it", async () => {
    const attachment = {
      id: "a-1",
      mimeType: "application/pdf",
      description: "stort.pdf",
      bytes: Buffer.alloc(large * 0.75),
    };
    const big = await station.send(printed({ ...certificate(31_001), attachments: [attachment] }));
    const small = await station.send(printed(certificate(31_002)));
    expect([big.status, small.status]).toEqual([202, 202]);
    expect((await station.settled(big.messageId, 240)).status).toBe("done");
    expect((await station.settled(small.messageId)).status).toBe("done");
  });
});
