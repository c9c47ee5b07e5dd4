import { E } from "@samvirke/kernel";
import { expect, test } from "vitest";
import { answerTo, apiName } from "./acceptance.ts";
import { isTaken, mayUse, mediaType, numberKey, stationTime } from "./arrival.ts";
import { refusalOf } from "./refusal.ts";

test.each([
  [
    { value: "15918512345", type: "FNR" },
    { numberClass: "national", value: "15918512345" },
  ],
  [
    { value: "159185 12345", type: "DNR" },
    { numberClass: "national", value: "15918512345" },
  ],
  [
    { value: "15918512345", type: undefined },
    { numberClass: "national", value: "15918512345" },
  ],
  [
    { value: "89018512345", type: "FHN" },
    { numberClass: "national", value: "89018512345" },
  ],
  [
    { value: "15918512345", type: "HNR" },
    { numberClass: "HNR station", value: "15918512345" },
  ],
  [
    { value: "AB12", type: "PAS" },
    { numberClass: "PAS", value: "AB12" },
  ],
  [{ value: "00000000000", type: "FNR" }, undefined],
  [{ value: " ", type: "FNR" }, undefined],
  [{ value: "1".repeat(65), type: "FNR" }, undefined],
  [undefined, undefined],
])("%j is known as %j", (stated, key) => expect(numberKey(stated, "station")).toEqual(key));

test("only a station's receipt time counts; what the message says comes before what the station states", () => {
  expect(stationTime({ station: true }, 1, 2)).toBe(1);
  expect(stationTime({ station: true }, undefined, 2)).toBe(2);
  expect(stationTime({ station: true }, undefined, undefined)).toBeNull();
  expect(stationTime({ station: false }, 1, 2)).toBeNull();
  expect(stationTime({ station: false, statesTimes: true }, 1, 2)).toBe(2);
  expect(stationTime({ station: false, statesTimes: true }, 1, undefined)).toBeNull();
});

test("XML comes under several names", () => {
  const takes = ["application/xml", "text/xml"];
  const taken = (header: string | undefined): boolean => isTaken(takes, mediaType(header));
  expect(["application/xml", "Text/XML; charset=ISO-8859-1", "application/fhir+xml"].map(taken)).toEqual([
    true,
    true,
    true,
  ]);
  expect(["application/json", "text/plain", "", undefined, "xml"].map(taken)).toEqual([
    false,
    false,
    false,
    false,
    false,
  ]);
  expect(isTaken(["application/json"], mediaType("application/soap+xml"))).toBe(false);
  expect(isTaken(["application/json"], mediaType("application/fhir+json;fhirVersion=4.0"))).toBe(true);
  expect(isTaken(takes, mediaType("application/fhir+json"))).toBe(false);
});

test.each([
  ["TOO_LARGE", "too-large"],
  ["DOCTYPE", "refused-document"],
  ["TOO_DEEP", "refused-document"],
  ["TOO_COMPLEX", "refused-document"],
  ["BINARY", "refused-document"],
])("%s is refused as %s before it is kept", (reason, name) => {
  const refused = refusalOf({ reason });
  expect(E.isLeft(refused) && refused.left.name).toBe(name);
});

test.each(["EMPTY", "NOT_XML"])("%s is a message all the same", (reason) =>
  expect(refusalOf({ reason })).toEqual(E.right(undefined)),
);

const accepted = {
  messageId: "m",
  personId: "p",
  kind: "SICK_LEAVE",
  format: "EI_FELLESFORMAT",
  receivedAt: 0,
  isRepeat: false,
  conflictsWith: undefined,
};

test("a new message is answered 202, a repeat 200 with the same id", () => {
  const [first, again] = [answerTo(accepted), answerTo({ ...accepted, isRepeat: true })];
  expect([first.status, again.status]).toEqual([202, 200]);
  expect(first.headers).toEqual({ location: "/v1/messages/m" });
  expect(again.headers).toEqual(first.headers);
  expect(again.body).toEqual({ ...first.body, repeat: true });
});

test("a conflict names the message that came first", () =>
  expect(answerTo({ ...accepted, conflictsWith: "other" }).body).toMatchObject({ conflictsWith: "other" }));

test("contract names are spelled as the API spells them", () =>
  expect(apiName("EI_FELLESFORMAT")).toBe("ei-fellesformat"));

test.each([
  ["certificate", { sector: "welfare", station: false }, true],
  ["certificate", { sector: "health", station: true }, false],
  ["log", { sector: "health", station: true }, true],
  ["log", { sector: "health", station: false }, false],
  ["message", { sector: "health", station: false }, true],
] as const)("a party's word about a %s id: %j, %s", (space, party, counts) =>
  expect(mayUse(space, party)).toBe(counts),
);
