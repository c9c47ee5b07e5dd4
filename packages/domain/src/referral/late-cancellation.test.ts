import assert from "node:assert/strict";
import { test } from "vitest";
import type { Step } from "./referral.cases.ts";
import { message, messageId, programme, status, told } from "./referral.cases.ts";

const withdrawn = (minutes: number) => message({ n: 3, lifecycle: "C", minutes });
const recordedOnly = (...steps: ReadonlyArray<Step>) =>
  told(...steps).events.flatMap((event) => (event.type === "ReferralCancelled" ? [event.value.recordedOnly] : []));

test("a cancellation counts where it was written before the end, however late it comes", () => {
  const declined = status({ n: 2, minutes: 60, outcome: "DECLINED", about: [messageId(1)] });
  const ended = programme({ n: 4, minutes: 60, closed: true });
  for (const end of [declined, ended]) {
    assert.deepEqual(recordedOnly(message({ n: 1 }), end, withdrawn(30)), [false]);
    assert.deepEqual(recordedOnly(message({ n: 1 }), end, withdrawn(90)), [true]);
    assert.deepEqual(recordedOnly(message({ n: 1 }), end, withdrawn(60)), [true]);
  }
});
