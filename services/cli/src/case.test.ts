import { afterAll, describe, expect, test } from "vitest";
import { jsonOf, runWith, standIn } from "./testing.cases.ts";

const blank = {
  id: "p1",
  kind: "person",
  personId: "p1",
  at: null,
  version: "one",
  messages: [],
  events: [],
  receipts: [],
  outbound: [],
  views: [],
  parked: [],
  balls: [],
  ball: null,
};
const event = { type: "SickLeaveCertified", topic: "samvirke.events", partition: 3, position: 7, recordedAt: "" };
const later = { ...blank, version: "two", events: [event], ball: { messageId: "m", holder: "nobody", text: "Done." } };

const doors: Array<() => void> = [];
afterAll(() => doors.forEach((close) => close()));

describe("a case", () => {
  test("at a moment is asked by it, without the reasons that are known now", async () => {
    const hub = await standIn(() => ({ json: { ...blank, at: "2026-03-02T12:00:00.000Z" } }));
    doors.push(hub.close);
    const ran = await hub.run("case", "p1", "--at", "samvirke.events/3/7");
    expect(ran.code, ran.stderr).toBe(0);
    expect(ran.lines[0]).toBe("person p1, person p1, as known at 2026-03-02T12:00:00.000Z");
    expect(ran.stdout).toContain("Nothing had been received about this person by then.");
    expect(hub.asked.map(({ url }) => url)).toEqual(["/v1/cases/p1?at=samvirke.events%2F3%2F7"]);
    expect(await hub.run("case", "p1", "--at", "x", "--follow")).toMatchObject({ code: 2 });
  });

  test("that is followed tells what is new once, and ends when somebody interrupts", async () => {
    const interrupt = { now: (): void => undefined };
    const hub = await standIn(({ url }) => {
      if (url.includes("known=two")) interrupt.now();
      return { json: url.includes("known=") ? later : blank };
    });
    doors.push(hub.close);
    const onInterrupt = (act: () => void): void => void (interrupt.now = act);
    const ran = await runWith(hub.env, { onInterrupt })("case", "p1", "--follow", "--json");
    expect(ran.code, ran.stderr).toBe(0);
    expect(jsonOf(ran).slice(1)).toEqual([
      { what: "event", text: "SickLeaveCertified at samvirke.events 3/7" },
      { what: "ball", text: "nobody: Done." },
    ]);
  });
});
