import { absurd, E, fold } from "@samvirke/kernel";
import fc from "fast-check";
import assert from "node:assert/strict";
import { test } from "vitest";
import { again, archive, code, over, received, register1, replies, withContent } from "./certificate.cases.ts";
import { sickLeave } from "./decide.ts";
import type { SickLeaveCommand, SickLeaveEvent, SickLeaveState } from "./model.ts";

const decide = (command: SickLeaveCommand, state: SickLeaveState): ReadonlyArray<SickLeaveEvent> =>
  E.getOrElse<never, ReadonlyArray<SickLeaveEvent>>(() => [])(sickLeave.decide(command, state));

const days = ["2026-02-02", "2026-02-09", "2026-02-16", "2026-03-02"] as const;

const numbers = fc.integer({ min: 1, max: 6 });

const certificates: fc.Arbitrary<SickLeaveCommand> = fc
  .record({
    n: numbers,
    day: fc.constantFrom(...days),
    kind: fc.constantFrom("sound", "same", "unknown", "late", "conflict"),
  })
  .map(({ n, day, kind }): SickLeaveCommand => {
    switch (kind) {
      case "same":
        return again(n);
      case "unknown":
        return { ...over(n, [day, day]), replies: { ...replies, patient: { found: false } } };
      case "late":
        return withContent({ case: { lateContactReason: "ferie" } }, over(n, [day, "2026-03-10"], "2026-03-03"));
      case "conflict":
        return { ...register1, received: { ...received, archiveId: archive(n), conflictsWith: archive(9) } };
      case "sound":
        return withContent(
          { medical: { mainDiagnosis: code(n > 3 ? "L84" : null, "2.16.578.1.12.4.1.1.7170", "x") } },
          over(n, [day, day]),
        );
      default:
        return absurd(kind);
    }
  });

const others: fc.Arbitrary<SickLeaveCommand> = fc
  .record({ n: numbers, isUnreadable: fc.boolean() })
  .map(({ n, isUnreadable }): SickLeaveCommand => {
    const here = { ...received, archiveId: archive(n) };
    return isUnreadable
      ? { type: "RecordUnreadable", received: here, class: "SYNTAX", findings: [] }
      : { type: "RefuseMessage", received: here, class: "UNSUPPORTED", findings: [] };
  });

const commands = fc.array(fc.oneof(certificates, others), { maxLength: 12 });

test("deciding again after its own events yields nothing", () =>
  fc.assert(
    fc.property(commands, (given) => {
      const state = given.reduce<SickLeaveState>((sofar, command) => {
        const next = fold(sickLeave.evolve)(sofar, decide(command, sofar));
        assert.deepEqual(decide(command, next), []);
        return next;
      }, sickLeave.initial);
      for (const command of given) assert.deepEqual(decide(command, state), []);
    }),
    { numRuns: 100 },
  ));

test("evolve is total and takes each message once, in any order and however often events come", () =>
  fc.assert(
    fc.property(commands, fc.infiniteStream(fc.nat()), (given, picks) => {
      const events = given.flatMap((command) => decide(command, sickLeave.initial));
      const shuffled = [...picks.take(events.length * 2)].flatMap((pick) => events[pick % events.length] ?? []);
      const state = fold(sickLeave.evolve)(sickLeave.initial, shuffled);
      const seen = new Set(shuffled.map(({ value }) => value.archiveId));
      assert.equal(state.decided.length, seen.size);
    }),
    { numRuns: 100 },
  ));

test("every message gets exactly one event", () =>
  fc.assert(
    fc.property(fc.oneof(certificates, others), (command) =>
      assert.equal(decide(command, sickLeave.initial).length, 1),
    ),
  ));
