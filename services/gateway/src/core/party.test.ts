import { expect, test } from "vitest";
import { mayRead } from "./party.ts";
import type { Reader } from "./party.ts";

const reader = (sector: Reader["sector"], ...aliases: ReadonlyArray<string>): Reader => ({ sector, aliases });

// Who sees a row with which parties.
test.each([
  { who: "the sender", reader: reader("health", "party-a"), row: ["party-a"], sees: true },
  {
    who: "the practice named as sender, by its HER-id",
    reader: reader("health", "party-b", "her-b"),
    row: ["party-a", "her-b"],
    sees: true,
  },
  { who: "the station that forwarded it", reader: reader("health", "station"), row: ["station", "her-b"], sees: true },
  { who: "another practice", reader: reader("health", "party-c", "her-c"), row: ["party-a", "her-b"], sees: false },
  { who: "a health party, of a row without parties", reader: reader("health", "party-a"), row: [], sees: false },
  { who: "a party without aliases", reader: reader("health"), row: ["party-a"], sees: false },
  { who: "a party whose alias only begins alike", reader: reader("health", "party-a"), row: ["party-a1"], sees: false },
  { who: "NAV", reader: reader("welfare", "nav"), row: ["party-a"], sees: true },
  { who: "NAV, of a row without parties", reader: reader("welfare", "nav"), row: [], sees: true },
])("$who: $sees", ({ reader: who, row, sees }) => expect(mayRead(who, { aliases: row })).toBe(sees));
