import { createSecretKey } from "node:crypto";
import type { ReferralSent } from "@samvirke/contracts";
import { fixedIds, loadCatalogue, makeCodec } from "@samvirke/contracts";
import { E, deriveEventId, personId } from "@samvirke/kernel";
import { describe, expect, test } from "vitest";
import { hasStandards } from "../standards.ts";
import { parsed, wrapped } from "./documents.ts";
import { tested } from "./editions.ts";
import { generate } from "./generate.ts";
import { random } from "./random.ts";
import { model } from "./xsd-model.ts";

const catalogue = loadCatalogue();
const codec = makeCodec({ catalogue, ids: fixedIds(catalogue), strict: true });
const person = personId("3f6c1a90-5d2b-4c7e-9a41-b8e07c5d1f33")!;
const reader = {
  secret: { person, version: 1, secret: createSecretKey(Buffer.alloc(32, 7)) },
  audience: "hub",
} as const;
const id = deriveEventId("test", "referral");

const sent = (document: string): ReferralSent => {
  const { identity, case: shared, medical, warnings } = parsed(document);
  return {
    referralId: "5b1f0c52-7a1e-5d40-9c3a-000000000001",
    archiveId: "5b1f0c52-7a1e-5d40-9c3a-000000000002",
    aliases: [],
    receivedAt: 0,
    madeAt: 0,
    revision: 1,
    direction: "WITHIN_HEALTH",
    consent: "NOT_STATED",
    identityState: "IDENTIFIED",
    cancelledAhead: false,
    resent: false,
    warnings: warnings.length,
    identity,
    case: shared,
    medical,
  };
};

describe.skipIf(!hasStandards).each(tested)("a referral in $name", ({ file, root }) => {
  test("is of its contract, and comes back as it was", () => {
    const schema = hasStandards ? model(file, root) : undefined;
    for (let seed = 0; seed < 20; seed += 1) {
      const value = sent(wrapped(generate(schema as NonNullable<typeof schema>, random(seed)).xml));
      const written = {
        id,
        type: "ReferralSent" as const,
        value: codec.encode("ReferralSent", value, { eventId: id, ...reader }),
      };
      const event = codec.decodeAs("ReferralSent", written);
      if (E.isLeft(event)) throw new Error("not decoded");
      const opened = codec.open(event.right, reader, ["identity", "case", "medical"]);
      expect(opened).toEqual(E.right({ state: "Open", value }));
    }
  });
});
