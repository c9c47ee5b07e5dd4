import { createSecretKey } from "node:crypto";
import type { EventId, PersonId, PersonSecret } from "@samvirke/kernel";
import { deriveEventId, personId } from "@samvirke/kernel";
import { makeCodec } from "../codec/codec.ts";
import { fixedIds } from "../registry/registry.ts";
import { loadCatalogue } from "../schema/catalogue.ts";

export const catalogue = loadCatalogue();
export const person = personId("3f6c1a90-5d2b-4c7e-9a41-b8e07c5d1f33") as PersonId;
export const eventId: EventId = deriveEventId("test", "event");

/** A secret that is the same in each run. */
export const secretOf = (fill: number, version = 1, whose: PersonId = person): PersonSecret => ({
  person: whose,
  version,
  secret: createSecretKey(Buffer.alloc(32, fill)),
});

export const secret = secretOf(7);
export const codec = makeCodec({ catalogue, ids: fixedIds(catalogue), strict: true });
