import { expect, test } from "vitest";
import { partiesIn } from "./config.ts";

const party = { id: "p", name: "Fjellsiden", token: "hemmelig", sector: "health", station: false, identifiers: [] };
const file = (more: object) => JSON.stringify([{ ...party, ...more }]);

test("a party's record says what it reads, or nothing; no token is kept", () => {
  expect(partiesIn(file({ reads: "fhir+xml" }))).toEqual([{ id: "p", identifiers: [], reads: "fhir+xml" }]);
  expect(partiesIn(file({}))).toMatchObject([{ id: "p" }]);
});

test.each([file({ reads: "pdf" }), "{", "[{}]"])(
  "what is not as expected stops the start, without a word of it",
  (text) => expect(() => partiesIn(text)).toThrow(/^the party file is not as expected$/),
);
