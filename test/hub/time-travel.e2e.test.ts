import { addDays, osloDay } from "@samvirke/kernel";
import { describe, expect, inject, test } from "vitest";
import { certificate, printed } from "./certificates.ts";
import { makeClient } from "./client.ts";
import { samvirke } from "./command.ts";
import { withDatabase } from "./database.ts";
import { liveSums } from "./replaying.ts";

const hub = inject("hub");
const station = makeClient(hub, "local-station");
const today = osloDay(Date.now());

const nth = (person: number, index: number) =>
  printed(
    certificate(person, {
      periods: [{ kind: "FULL", from: addDays(today, index * 3), to: addDays(today, index * 3 + 2) }],
    }),
  );

interface Shown {
  readonly at: string | null;
  readonly version: string;
  readonly messages: ReadonlyArray<{ readonly messageId: string; readonly outcome: string | null }>;
  readonly events: ReadonlyArray<{
    readonly type: string;
    readonly topic: string;
    readonly partition: number;
    readonly position: number;
    readonly messageId: string;
  }>;
  readonly receipts: ReadonlyArray<object>;
  readonly views: ReadonlyArray<{ readonly view: string; readonly messageId: string }>;
  readonly ball: { readonly holder: string } | null;
}

const shown = async (...args: ReadonlyArray<string>): Promise<Shown> => {
  const ran = await samvirke(hub, "case", ...args, "--json");
  expect(ran.code, ran.stderr).toBe(0);
  return JSON.parse(ran.stdout) as Shown;
};

describe("a case as it was known", () => {
  test("tells the first certificate alone while the second was not there, with the views' rows", async () => {
    const first = await station.settled((await station.send(nth(43_001, 0))).messageId);
    const second = await station.settled((await station.send(nth(43_001, 1))).messageId);
    const person = second.personId;
    const now = await shown(person);
    expect(now.messages.map(({ messageId }) => messageId)).toEqual([first.messageId, second.messageId]);
    const came = now.events.find(({ messageId }) => messageId === second.messageId);
    const recorded = await withDatabase(hub.postgresUrl, async (client) => {
      const text =
        "select to_char(max(recorded_at) at time zone 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS.MS\"Z\"') as at from hub.log where headers::text like $1";
      return (await client.query<{ at: string }>(text, [`%${first.messageId}%`])).rows[0]?.at ?? "";
    });
    const before = await liveSums(hub);
    const then = await shown(person, "--at", recorded);
    expect(then.messages).toMatchObject([{ messageId: first.messageId, outcome: "accepted" }]);
    expect(new Set(then.views.map(({ messageId }) => messageId))).toEqual(new Set([first.messageId]));
    expect(then.views.map(({ view }) => view)).toEqual(["view_health", "view_welfare"]);
    expect(then.receipts).toHaveLength(1);
    expect(then.ball?.holder).toBe("nobody");
    const taken = await shown(person, "--at", `${came?.topic}/${came?.partition}/${came?.position}`);
    expect(taken.messages).toMatchObject([
      { messageId: first.messageId, outcome: "accepted" },
      { messageId: second.messageId, outcome: null },
    ]);
    expect(taken.ball?.holder).toBe("intake");
    expect(await liveSums(hub)).toEqual(before);
    const later = await shown(person, "--at", new Date(Date.now() + 60_000).toISOString());
    expect({ ...later, at: null, version: "" }).toEqual({ ...now, version: "", messages: later.messages });
    const unknown = await samvirke(hub, "case", person, "--at", "samvirke.events/3/999999999");
    expect([unknown.code, unknown.stderr]).toEqual([1, expect.stringContaining("a position that the log has")]);
  });

  test("is answered again when something new is known of it, and not before", async () => {
    const first = await station.settled((await station.send(nth(43_002, 0))).messageId);
    const address = `${hub.operations}/v1/cases/${first.personId}`;
    const known = (await (await fetch(address)).json()) as Shown;
    const same = (await (await fetch(`${address}?known=${known.version}&wait=0`)).json()) as Shown;
    expect(same.version).toBe(known.version);
    const waiting = fetch(`${address}?known=${known.version}&wait=30`);
    const { messageId } = await station.send(nth(43_002, 1));
    const news = (await (await waiting).json()) as Shown;
    expect(news.messages.map((one) => one.messageId)).toEqual([first.messageId, messageId]);
  });
});
