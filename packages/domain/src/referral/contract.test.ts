import { fixedIds, loadCatalogue, makeCodec } from "@samvirke/contracts";
import type { ContractName } from "@samvirke/contracts";
import { deriveEventId, personId } from "@samvirke/kernel";
import assert from "node:assert/strict";
import { createSecretKey } from "node:crypto";
import { test } from "vitest";
import { cancellation, message, otherHospital, programme, status, told, unit, welfare } from "./referral.cases.ts";
import { welfareReferralForm } from "./index.ts";
import { isWelfareParty } from "@samvirke/contracts";

const catalogue = loadCatalogue();
const codec = makeCodec({ catalogue, ids: fixedIds(catalogue), strict: true });
const person = personId("3f6c1a90-5d2b-4c7e-9a41-b8e07c5d1f33")!;
const secret = { person, version: 1, secret: createSecretKey(Buffer.alloc(32, 7)) };

const histories = [
  [message({ n: 1 }), message({ n: 2, lifecycle: "M" }), message({ n: 3, lifecycle: "H" }), cancellation(4)],
  [
    status({ n: 4, outcome: "CALLED_IN", appointment: "2026-05-04" }),
    message({ n: 1 }),
    programme({ n: 6, closed: true }),
  ],
  [message({ n: 1 }), status({ n: 2, outcome: "FORWARDED", to: otherHospital }), status({ n: 3, outcome: "DECLINED" })],
  [
    message({ n: 2, lifecycle: "A" }),
    message({ n: 1 }),
    message({ n: 9, lifecycle: "M", from: "stranger", message: 1 }),
  ],
];

test("every event is of its contract, no field more and none less", () => {
  const seen = new Set<string>();
  for (const history of histories) {
    for (const [index, { type, value }] of told(...history).events.entries()) {
      const eventId = deriveEventId("test", type, index);
      codec.encode(type as ContractName, value as never, { eventId, secret, audience: "hub" } as never);
      seen.add(type);
    }
  }
  assert.deepEqual([...seen].sort(), [
    "EffortRecorded",
    "MessageRefused",
    "ReferralCancelled",
    "ReferralChanged",
    "ReferralCopied",
    "ReferralDeclined",
    "ReferralForwarded",
    "ReferralGranted",
    "ReferralSent",
  ]);
});

test("what NAV asks for goes to the doctor as a dialogue message, unless the receiver takes its referrals", () => {
  assert.equal(welfareReferralForm({ takesWelfareReferrals: false }), "DIALOGUE_MESSAGE");
  assert.equal(welfareReferralForm({ takesWelfareReferrals: true }), "REFERRAL");
  assert.equal(isWelfareParty([unit("NAV lokal", "1"), welfare]), true);
});
