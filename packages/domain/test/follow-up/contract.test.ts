import { createSecretKey } from "node:crypto";
import { fixedIds, loadCatalogue, makeCodec } from "@samvirke/contracts";
import type { EventId, PersonId, PersonSecret } from "@samvirke/kernel";
import { deriveEventId, uuid5 } from "@samvirke/kernel";
import { expect, test } from "vitest";
import { bit, call, decision, deleted, died, meetingEnd, sent } from "./build.ts";
import { arrivalOf } from "./documents.ts";
import { facts, play } from "./play.ts";

const catalogue = loadCatalogue();
const codec = makeCodec({ catalogue, ids: fixedIds(catalogue), strict: true });
const secret: PersonSecret = {
  person: uuid5("person", "1") as PersonId,
  version: 1,
  secret: createSecretKey(Buffer.alloc(32, 7)),
};

const meeting = uuid5("meeting", "1");

test("every event that is decided fits its contract", () => {
  const { events } = play(
    [
      ["2026-01-05", facts("k1", ...sent("k1", [["2026-01-05", "2026-03-10"]]))],
      ["2026-01-20", arrivalOf(bit("b1", ["2026-01-12", "2026-01-18"], "SYKEPENGESOKNAD SENDT FERIE"))],
      [
        "2026-02-10",
        arrivalOf(decision("ACTIVITY_REQUIREMENT", "OPPFYLT", "2026-02-10", { id: uuid5("decision", "1") })),
      ],
      ["2026-02-11", arrivalOf(call(meeting, "2026-02-11", "2026-02-25"))],
      ["2026-02-25", arrivalOf(meetingEnd(meeting, "2026-02-25"))],
      ["2026-02-28", facts("x", deleted("k1", "2026-02-28"))],
      ["2026-03-01", arrivalOf(died("2026-02-27", "2026-03-01"))],
      [
        "2026-03-02",
        {
          name: "link",
          document: (occasion) => ({
            type: "LinkIdentity",
            occasion,
            content: {
              survivingPersonId: uuid5("person", "1"),
              mergedPersonId: null,
              closes: false,
              basis: "REGISTER",
              identity: { numbers: [], fromDay: null },
            },
          }),
        },
      ],
    ],
    "2026-03-12",
  );
  expect([...new Set(events.map(({ type }) => type))].sort()).toEqual([
    "DeadlineReached",
    "DeadlineWithdrawn",
    "DialogueMeetingCalled",
    "DialogueMeetingEnded",
    "FollowUpDecisionMade",
    "PersonIdentityLinked",
    "PersonStatusChanged",
    "SpellDetermined",
  ]);
  for (const [index, { type, value }] of events.entries()) {
    const eventId: EventId = deriveEventId("test", type, index);
    const write = () => codec.encode(type, value as never, { eventId, secret, audience: "hub" } as never);
    expect(write, type).not.toThrow();
  }
  const [first] = events;
  const spoilt = { ...first?.value, spellId: "no uuid" };
  const context = { eventId: deriveEventId("test", "SpellDetermined", 0), secret, audience: "hub" };
  expect(() => codec.encode("SpellDetermined", spoilt as never, context as never)).toThrow();
});
