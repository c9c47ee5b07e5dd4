import { spawnSync } from "node:child_process";
import { identityNumber, logFailure } from "@samvirke/kernel";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { makeObserve, type Fields } from "./index.ts";

const weights = [
  [3, 7, 6, 1, 8, 9, 4, 5, 2],
  [5, 4, 3, 2, 7, 6, 5, 4, 3, 2],
];
const control = (digits: ReadonlyArray<number>, row: ReadonlyArray<number>): number =>
  (11 - (row.reduce((sum, weight, i) => sum + weight * (digits[i] ?? 0), 0) % 11)) % 11;

/** A synthetic number (month + 80) whose checksums are right, or undefined where the serial has none. */
const synthetic = (start: string): string | undefined => {
  const digits = [...start].map(Number);
  const first = control(digits, weights[0]!);
  const second = control([...digits, first], weights[1]!);
  return first > 9 || second > 9 ? undefined : `${start}${first}${second}`;
};
const planted = synthetic("148512345") ?? synthetic("148512346")!;
const leadingZero = synthetic("038512345") ?? synthetic("038512346") ?? synthetic("038512347")!;

const observe = (level = "debug") => {
  const lines: Array<string> = [];
  const dropped: Array<number> = [];
  const made = makeObserve({
    service: "a-test",
    level,
    write: (line) => lines.push(line),
    onDropped: (n) => dropped.push(n),
  });
  const say = (fields: Fields, name = "something-happened"): Record<string, unknown> => {
    made.event("info", name, fields);
    return JSON.parse(lines.at(-1)!) as Record<string, unknown>;
  };
  return { made, lines, dropped, say };
};

describe("a line", () => {
  test("is one JSON object with time, level, service, event and the allowed fields", () => {
    const { lines, say } = observe();
    const id = "3f8ae6d0-1111-4222-8333-444455556666";
    const line = say({
      stage: "intake",
      topic: "samvirke.events",
      partition: 3,
      position: 17n,
      ms: 12.345,
      personId: id,
      count: undefined,
    });
    expect(line).toEqual({
      level: "info",
      time: expect.stringMatching(/^\d{4}-\d\d-\d\dT/),
      service: "a-test",
      event: "something-happened",
      stage: "intake",
      topic: "samvirke.events",
      partition: 3,
      position: 17,
      ms: 12.3,
      personId: id,
    });
    expect(lines[0]?.endsWith("}\n")).toBe(true);
    expect(lines[0]?.trim().includes("\n")).toBe(false);
  });

  test("drops what is not listed, or not of the field's kind, and says how much", () => {
    const { dropped, say } = observe();
    const line = say({
      body: "x",
      value: 1,
      name: "Kari",
      msg: "text",
      stage: { deep: 1 },
      partition: "3",
      personId: "Kari",
      ms: Number.NaN,
    });
    expect(Object.keys(line).toSorted()).toEqual(["dropped", "event", "level", "service", "time"]);
    expect(line["dropped"]).toBe(8);
    expect(dropped).toEqual([8]);
  });

  test("cannot have its own fields replaced", () => {
    const { say } = observe();
    expect(say({ event: "other", service: "other", level: "other", time: "other" })).toMatchObject({
      event: "something-happened",
      service: "a-test",
      level: "info",
    });
  });

  test("of a level below the wanted one is not printed", () => {
    const { made, lines } = observe("warn");
    made.event("info", "quiet", {});
    made.event("debug", "quiet", {});
    made.event("warn", "loud", {});
    made.event("error", "loud", {});
    expect(lines).toHaveLength(2);
  });

  test("goes to standard error, so that standard output is for answers", () => {
    const script = `import { makeObserve } from ${JSON.stringify(new URL("./index.ts", import.meta.url).href)};
      makeObserve({ service: "s", level: "info" }).event("info", "said", {});`;
    const { stdout, stderr } = spawnSync(process.execPath, ["--input-type=module", "-e", script], { encoding: "utf8" });
    expect(stdout).toBe("");
    expect(JSON.parse(stderr)).toMatchObject({ event: "said" });
  });

  test("keeps reasons of our own ports, and no text with a quoted value", () => {
    const { say } = observe();
    const reason = "kafka: appending to samvirke.events failed (ECONNREFUSED)";
    expect(say({ reason })["reason"]).toBe(reason);
    expect(say({ reason: 'invalid input syntax for type uuid: "Kari"' })["reason"]).toBeUndefined();
    expect(say({ reason: "" })["dropped"]).toBeUndefined();
  });
});

describe("an error", () => {
  const failing = (message: string): Error =>
    Object.assign(new TypeError(message), { code: "23505", constraint: "one_person" });

  test("is told by name, code, causes and our own frames, not by its message", () => {
    const { lines, say } = observe();
    const outer = logFailure("retriable", "appending Kari failed", failing("Kari"));
    const line = say({ error: outer });
    expect(line["error"]).toMatchObject({ name: "Error", fate: "retriable", causes: ["TypeError 23505"] });
    expect((line["error"] as { readonly at: ReadonlyArray<string> }).at.at(-1)).toMatch(
      /^packages\/observe\/src\/observe\.test\.ts:\d+:\d+$/,
    );
    expect(say({ error: failing("Kari") })["error"]).toMatchObject({
      name: "TypeError",
      code: "23505",
      constraint: "one_person",
    });
    expect(lines.join("")).not.toContain("Kari");
  });

  test("with a message that looks like a stack shows nothing of it", () => {
    const { lines, say } = observe();
    const forged = new Error("bad\n    at Kari (file:///x/packages/kari/src/kari.ts:1:2)\n    at packages/kari.ts:3:4");
    say({ error: forged });
    say({ error: Object.assign(new Error("x"), { stack: "Error: other\n    at infra/kari/kari.ts:1:2 and more" }) });
    expect(lines.join("")).not.toContain("kari");
  });

  test("that is none is told by its type", () => {
    const { say } = observe();
    expect(say({ error: "Kari said so" })["error"]).toEqual({ name: "string" });
  });
});

describe("a planted identity number never reaches the output", () => {
  const hidden = (lines: ReadonlyArray<string>): void => {
    const out = lines.join("");
    for (const number of [planted, leadingZero]) {
      expect(out).not.toContain(number);
      expect(out).not.toContain(String(Number(number)));
      expect(out).not.toContain(number.slice(0, 6));
    }
  };
  const everyField =
    `stage topic group view part code state kind format route method type fate table constraint rule outcome messageId
    personId caseId eventId archiveId correlationId traceId instance path reason partition position offset from to records
    count ms bytes status error msg name err fnr ${planted}`.split(/\s+/);

  test.each([planted, leadingZero])("in any field, in any shape (%#)", (number) => {
    const { made, lines } = observe();
    const shapes: ReadonlyArray<unknown> = [
      number,
      Number(number),
      BigInt(number),
      -Number(number),
      ` ${number} `,
      `x ${number}.`,
      `/v1/persons/${number}`,
      [number],
      { number },
      identityNumber(number),
      Buffer.from(number),
      new Error(number),
      Object.assign(new Error("x"), {
        name: `E${number}`,
        code: number,
        type: number,
        fate: number,
        constraint: `c${number}`,
      }),
      new Error("x", { cause: Object.assign(new Error(number), { code: number }) }),
      Object.assign(new Error("x"), { stack: `Error: x\n    at packages/${number}.ts:1:1` }),
    ];
    for (const field of everyField) for (const shape of shapes) made.event("error", "tried", { [field]: shape });
    expect(lines).toHaveLength(everyField.length * shapes.length);
    hidden(lines);
  });

  test("in the event's name", () => {
    const { made, lines } = observe();
    for (const name of [planted, `person-${planted}`, `Kari ${planted}`]) made.event("error", name, {});
    hidden(lines);
    expect(lines.map((line) => (JSON.parse(line) as { readonly event: string }).event)).toEqual([
      "unnamed",
      "unnamed",
      "unnamed",
    ]);
  });

  test("between any other texts", () =>
    fc.assert(
      fc.property(
        fc.constantFrom(...everyField),
        fc.string({ maxLength: 12 }),
        fc.string({ maxLength: 12 }),
        (field, before, after) => {
          // A digit next to it makes it another number.
          fc.pre(!/\d$/.test(before) && !/^\d/.test(after));
          const { made, lines } = observe();
          made.event("error", "tried", { [field]: `${before}${planted}${after}` });
          expect(lines.join("")).not.toContain(planted);
        },
      ),
    ));
});
