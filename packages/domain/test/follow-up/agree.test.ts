import fc from "fast-check";
import assert from "node:assert/strict";
import { test } from "vitest";
import { followUpPolicy2026 } from "../../src/index.ts";
import { bothWords } from "./agree.ts";
import { histories } from "./random.ts";

const runs = Number(process.env["SAMVIRKE_TIMELINES"] ?? 150);

test("the domain and the day-array reference say the same of every day", { timeout: 1_200_000 }, () => {
  fc.assert(
    fc.property(histories, (facts) => {
      const { domain, reference } = bothWords(facts, followUpPolicy2026);
      assert.deepEqual(domain.spells, reference.spells);
      assert.deepEqual(domain.days, reference.days);
    }),
    { numRuns: runs },
  );
});
