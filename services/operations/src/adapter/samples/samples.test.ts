import { readFile } from "node:fs/promises";
import { identityNumberFindings } from "@samvirke/domain";
import { readEnvelope } from "@samvirke/formats";
import { E } from "@samvirke/kernel";
import { describe, expect, test } from "vitest";
// The intake's own shell and core, without a hub: what a sample ends in is what the hub would make of it.
import { decideAll, dataFile, rulesOf } from "@samvirke/intake/cases";
import { ruleList } from "../../core/rule-list.ts";
import { unbreakable } from "../../core/unbreakable.ts";
import type { SampleWish } from "./ground.ts";
import { breakableRules, makeSample } from "./make-sample.ts";
import { reserved } from "./reserved.ts";

const at = Date.parse("2026-11-20T09:00:00Z");
const wish: SampleWish = { rule: undefined, seed: "fixed", index: 0, at, person: undefined, from: 0, days: 14 };

const made = (change: Partial<SampleWish> = {}): Uint8Array => {
  const sample = makeSample({ ...wish, ...change });
  if (E.isLeft(sample)) throw new Error(sample.left.name);
  return sample.right.bytes;
};

const decided = async (...all: ReadonlyArray<Uint8Array>) =>
  decideAll(
    all.map((bytes) => ({
      bytes,
      message: { receivedAt: at + 1_000, stationReceivedAt: readEnvelope(bytes).receivedAt ?? null },
    })),
  );

const setAside = ["SYKMELDING_MED_BEHANDLINGSDAGER"];
const manual = ruleList()
  .filter(({ outcome }) => outcome === "MANUAL_PROCESSING")
  .map(({ name }) => name);

describe("samples", () => {
  test.each(Array.from({ length: 25 }, (_, index) => index))(
    "valid sample %i is accepted without a warning",
    async (index) => {
      const [event] = await decided(made({ index, seed: `seed-${index % 3}` }));
      expect(event?.type === "SickLeaveCertified" && event.value).toMatchObject({ assessment: "OK", warnings: 0 });
    },
  );

  test("a graded period, and a practice that is named, stand in the certificate", async () => {
    const [event] = await decided(made({ grade: 60, her: "8140021", organisation: "999990001" }));
    if (event?.type !== "SickLeaveCertified") throw new Error("it is not accepted");
    expect(event.value.work.periods).toMatchObject([{ kind: "GRADED", grade: 60 }]);
    const numbers = (event.value.case.envelope.sender?.organisations ?? []).flatMap(({ identifiers }) => identifiers);
    expect(numbers.map(({ value }) => value)).toEqual(expect.arrayContaining(["8140021", "999990001"]));
  });

  test.each(breakableRules.filter((rule) => !setAside.includes(rule)))(
    "%s is broken, and nothing else",
    async (rule) => {
      for (const seed of ["one", "two", "three"]) {
        const [event] = await decided(made({ rule, seed }));
        expect(rulesOf(event)).toEqual([rule]);
        expect(event?.type).toBe(manual.includes(rule) ? "SickLeaveCertified" : "SickLeaveRejected");
      }
    },
  );

  test.each(["2026-11-19", "2026-11-20", "2026-11-21", "2026-11-22", "2026-11-23", "2028-02-29"])(
    "every rule is broken on %s too",
    async (day) => {
      const received = Date.parse(`${day}T22:45:00Z`);
      for (const rule of breakableRules.filter((name) => !setAside.includes(name))) {
        const bytes = made({ rule, at: received });
        const [event] = await decideAll([{ bytes, message: { receivedAt: received, stationReceivedAt: received } }]);
        expect(rulesOf(event)).toEqual([rule]);
      }
    },
  );

  test("treatment days fire, and policy sets the rule aside", async () => {
    const [event] = await decided(made({ rule: "SYKMELDING_MED_BEHANDLINGSDAGER" }));
    expect(rulesOf(event)).toEqual([]);
    expect(event?.type === "SickLeaveCertified" && event.value.case.warnings.map(({ code }) => code)).toEqual([
      "SYKMELDING_MED_BEHANDLINGSDAGER_WAIVED",
    ]);
  });

  test("every rule and pre-check of the list can be broken, or the reason why not is told", () => {
    const listed = ruleList().map(({ name }) => name);
    expect([...breakableRules, ...Object.keys(unbreakable)].toSorted()).toEqual(listed.toSorted());
    for (const rule of Object.keys(unbreakable))
      expect(makeSample({ ...wish, rule })).toMatchObject({
        left: { name: "not-by-one-message", detail: unbreakable[rule] },
      });
  });

  test("an unknown rule is refused", () =>
    expect(makeSample({ ...wish, rule: "NO_SUCH_RULE" })).toMatchObject({ left: { name: "invalid-parameter" } }));

  test("the same wish gives the same bytes, another seed or number another person and message", () => {
    expect(made()).toEqual(made());
    const others = [made(), made({ seed: "other" }), made({ index: 1 })].map((bytes) => readEnvelope(bytes));
    expect(new Set(others.map(({ person }) => person?.value)).size).toBe(3);
    expect(new Set(others.map(({ wireMsgId }) => wireMsgId)).size).toBe(3);
  });

  test("a person's seed gives the same person, clinician and diagnosis in another certificate", async () => {
    const [first, second] = [made({ person: "anna" }), made({ person: "anna", index: 1, from: 14 })];
    expect(readEnvelope(second).person).toEqual(readEnvelope(first).person);
    expect(readEnvelope(second).wireMsgId).not.toBe(readEnvelope(first).wireMsgId);
    const events = await decided(first, second);
    expect(events.filter(({ type }) => type.startsWith("SickLeave")).map(rulesOf)).toEqual([[], []]);
  });

  test("numbers are synthetic and sound", () => {
    for (let index = 0; index < 500; index += 1) {
      const number = readEnvelope(made({ index })).person?.value ?? "";
      expect(identityNumberFindings(number, "FNR")).toEqual([]);
      expect(Number(number.slice(2, 4))).toBeGreaterThan(80);
    }
  });

  test("reserved numbers stand in the registers' data file", async () => {
    const file = await readFile(dataFile, "utf8");
    const numbers = Object.values(reserved).flatMap((one) => (typeof one === "string" ? [one] : Object.values(one)));
    for (const number of numbers) expect(file.includes(`"${number}"`)).toBe(true);
  });
});
