import type { Organisation } from "@samvirke/contracts";
import { E, printDay } from "@samvirke/kernel";
import type { Day } from "@samvirke/kernel";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { FhirNotation, HubParty, HubReferral, ParsedFhir } from "../../src/index.ts";
import type { HubIdentifier } from "../../src/referral/hub/model.ts";
import { hubLevels, hubReferralOf, hubStatus, parseFhir, printFhir, readEnvelope } from "../../src/index.ts";
import { referrals, steps } from "./random.ts";

const numRuns = Number(process.env["SAMVIRKE_DOCUMENTS"] ?? 100);
const notations: ReadonlyArray<FhirNotation> = ["JSON", "XML"];

const read = (message: HubReferral, notation: FhirNotation): ParsedFhir => {
  const parsed = parseFhir(printFhir(message, notation));
  if (E.isLeft(parsed)) throw new Error(parsed.left.class);
  return parsed.right;
};

const national = (numbers: ReadonlyArray<HubIdentifier>): ReadonlyArray<HubIdentifier> => {
  const first = numbers.find(({ type }) => ["FNR", "DNR", "FHN"].includes(type)) ?? numbers[0];
  return first === undefined ? [] : [first, ...numbers.filter((one) => one !== first)];
};

/** What of a referral FHIR tells otherwise, or the hub does not pass on. */
const told = (message: HubReferral): HubReferral => {
  const { body } = message;
  if (body.kind !== "REFERRAL") return message;
  const isByDate = body.wantedOn !== null && body.urgency === "NORMAL";
  const isPlain = body.wantedOn === null && body.urgency === "BY_DATE";
  const mayShare = body.consent !== null && body.consent.status !== "REFUSED";
  const nothing = { diagnoses: [], text: null, sickLeave: [] };
  return {
    ...message,
    person: { ...message.person, numbers: national(message.person.numbers) },
    body: {
      ...body,
      urgency: isByDate ? "BY_DATE" : isPlain ? "NORMAL" : body.urgency,
      medical: mayShare ? (body.medical ?? nothing) : null,
    },
  };
};

const withoutEmpty = (message: HubReferral): HubReferral => {
  const { body } = message;
  if (body.kind !== "REFERRAL" || body.medical === null) return message;
  const sickLeave = body.medical.sickLeave.filter(
    ({ from, to, grade }) => from !== null || to !== null || grade !== null,
  );
  return { ...message, body: { ...body, medical: { ...body.medical, sickLeave } } };
};

describe.each(notations)("in %s", (notation) => {
  test("a referral comes back as it was", () =>
    fc.assert(
      fc.property(referrals.map(withoutEmpty), (message) => {
        const parsed = read(message, notation);
        if (parsed.kind !== "REFERRAL") throw new Error(parsed.kind);
        const { messageId, madeAt, body } = message;
        if (body.kind !== "REFERRAL") throw new Error(body.kind);
        expect(parsed.warnings).toEqual([]);
        expect(parsed.case.referralIdAsSent).toBe(body.referral);
        expect(hubReferralOf(parsed, { messageId, madeAt, referralId: body.referral })).toEqual(told(message));
      }),
      { numRuns },
    ));

  test("a step comes back as it was", () =>
    fc.assert(
      fc.property(steps, (message) => {
        const parsed = read(message, notation);
        const { body } = message;
        if (body.kind === "REFERRAL") throw new Error(body.kind);
        expect(parsed).toMatchObject({ kind: body.kind, references: [body.referral], warnings: [] });
        if (parsed.kind === "STATUS") expect(plain(parsed.status)).toEqual(plain(hubStatus(message)));
        if (parsed.kind === "CANCELLATION") {
          expect(parsed).toMatchObject({ reason: body.kind === "CANCELLATION" ? body.reason : undefined });
          expect(parsed.by.map(names)).toEqual(levels(message.sender).map(names));
        }
        if (parsed.kind === "EFFORT" && body.kind === "EFFORT") {
          const { effort, sector, from, to, closed } = body;
          expect(parsed).toMatchObject({ effort, sector, from: time(from), to: time(to), closed });
        }
      }),
      { numRuns },
    ));

  test("its door says whom it is about and what it speaks of", () =>
    fc.assert(
      fc.property(fc.oneof(referrals, steps), (message) => {
        const door = readEnvelope(printFhir(message, notation));
        const { body } = message;
        const [spoken, silent] = body.kind === "REFERRAL" ? [door.bears, door.names] : [door.names, door.bears];
        expect(door).toMatchObject({ format: "FHIR", document: "FHIR_BUNDLE", kind: "referral" });
        expect(spoken).toContainEqual({ space: "referral", id: body.referral });
        expect(silent).toEqual([]);
      }),
      { numRuns },
    ));
});

const time = (day: Day | null) => (day === null ? null : { text: printDay(day), day });
const levels = (party: HubParty) => hubLevels(party);
const names = ({ name, identifiers }: Organisation) => [name, identifiers.map(({ value, type }) => [value, type.code])];
const plain = (status: ReturnType<typeof hubStatus>) =>
  status && { ...status, by: status.by.map(names), to: status.to.map(names) };
