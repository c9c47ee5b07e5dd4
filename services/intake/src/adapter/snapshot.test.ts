import { day } from "@samvirke/kernel";
import fc from "fast-check";
import assert from "node:assert/strict";
import { test } from "vitest";
import { intake } from "../core/decide.ts";
import { decideAll, print } from "./intake.cases.ts";
import { snapshot } from "./snapshot.ts";

test("a state comes back as it was", async () => {
  const events = await decideAll([
    { bytes: print() },
    { bytes: print({ messageId: "b" }) },
    { bytes: Buffer.from("hei") },
  ]);
  const state = events.reduce(intake.evolve, intake.initial);
  assert.equal(state.sickLeave.decided.length, 3);
  assert.deepEqual(snapshot.decode(snapshot.encode(state)), state);
});

const text = fc.string({ maxLength: 20 });
const state = fc.record(
  {
    decided: fc.array(
      fc.record(
        {
          archiveId: fc.uuid(),
          outcome: fc.constantFrom(
            "CERTIFIED" as const,
            "REJECTED" as const,
            "DUPLICATE" as const,
            "NOT_TAKEN" as const,
            "RECORDED" as const,
            "DELETED" as const,
          ),
          signer: fc.array(text, { maxLength: 2 }),
          contentKey: text,
          names: fc.array(text, { maxLength: 2 }),
          fromWelfare: fc.constant(true as const),
          told: fc.array(text, { maxLength: 2 }),
          life: fc.record(
            {
              assessment: fc.constantFrom("ok" as const, "pending" as const, "invalid" as const),
              remarks: fc.array(text, { maxLength: 2 }),
              use: fc.constantFrom("open" as const, "sent" as const, "expired" as const),
              wasSent: fc.boolean(),
              isSelfCertified: fc.boolean(),
              isDeleted: fc.boolean(),
              revision: fc.nat(),
              recordKeys: fc.array(text, { maxLength: 2 }),
              reviewedAt: fc.option(fc.integer()),
            },
            { noNullPrototype: true },
          ),
          certificate: fc.record(
            {
              periods: fc.array(
                fc.record(
                  {
                    from: fc.integer().map(day),
                    to: fc.integer().map(day),
                    kind: fc.constantFrom("FULL" as const, "AWAITING" as const),
                    grade: fc.integer(),
                    daysPerWeek: fc.integer(),
                    input: text,
                  },
                  { requiredKeys: ["from", "to", "kind"], noNullPrototype: true },
                ),
                { maxLength: 3 },
              ),
              mainDiagnosisCode: text,
              outcome: fc.constantFrom("OK" as const, "MANUAL" as const),
              remarks: fc.array(text, { maxLength: 2 }),
              use: fc.constantFrom("open" as const, "aside" as const),
            },
            { requiredKeys: ["periods", "outcome", "remarks", "use"], noNullPrototype: true },
          ),
        },
        { requiredKeys: ["archiveId", "outcome", "signer"], noNullPrototype: true },
      ),
      { maxLength: 5 },
    ),
  },
  { noNullPrototype: true },
);

test("any state comes back as it was", () =>
  fc.assert(
    fc.property(state, (sickLeave) =>
      assert.deepEqual(snapshot.decode(snapshot.encode({ ...intake.initial, sickLeave })).sickLeave, sickLeave),
    ),
  ));

test("a snapshot of another release is not read as this one's", () =>
  assert.throws(() => snapshot.decode(Buffer.from('{"version":1,"decided":[]}')), TypeError));
