import type { Day } from "@samvirke/kernel";
import fc from "fast-check";
import type { HubReferral } from "../../src/index.ts";
import {
  consents,
  declineClasses,
  effortKinds,
  lifecycles,
  outcomes,
  programmes,
  sectors,
  urgencies,
} from "../../src/referral/hub/model.ts";

// FHIR has no text without characters, and none that is blank.
const text = fc
  .string({ maxLength: 12, unit: "grapheme" })
  .map((written) => `a${written.replace(/[^\P{C}\n\t]/gu, "")}z`);
const maybe = <A>(of: fc.Arbitrary<A>) => fc.option(of);
const day = fc.integer({ min: -20_000, max: 40_000 }) as fc.Arbitrary<Day>;
const uuid = fc.uuid();
const list = <A>(of: fc.Arbitrary<A>) => fc.array(of, { maxLength: 3 });
const one = <A>(of: ReadonlyArray<A>) => fc.constantFrom(...of);

const personType = one(["FNR", "DNR", "FHN", "DUF", "HNR", "PNR"]);
const houseType = one(["HER", "ENH", "RSH", "AVD"]);
const identifierOf = (type: fc.Arbitrary<string>) => fc.record({ type, value: text });
const unit = { name: text.map((name): string | null => name), identifiers: list(identifierOf(houseType)) };
const professional = fc.record({
  given: maybe(text),
  family: text,
  identifiers: list(identifierOf(fc.constant("HPR"))),
});
const party = fc.record({ ...unit, department: maybe(fc.record(unit)), professional: maybe(professional) });

const diagnosisCode = fc.stringMatching(/^[A-Z]\d{2}(\.\d)?$/);

const consent = fc.record({ status: one(consents), on: maybe(day), givenBy: maybe(text) });
const sickLeave = fc.record({ from: maybe(day), to: maybe(day), grade: maybe(fc.integer({ min: 0, max: 100 })) });
const medical = fc.record({
  diagnoses: list(
    fc.record({ system: one(["", "2.16.578.1.12.4.1.1.7170", "urn:x"]), code: diagnosisCode, text: maybe(text) }),
  ),
  text: maybe(text),
  sickLeave: list(sickLeave),
});

const referral = fc.record({
  kind: fc.constant("REFERRAL" as const),
  referral: uuid,
  lifecycle: one(lifecycles),
  programme: one(programmes),
  urgency: one(urgencies),
  wantedOn: maybe(day),
  copies: list(party),
  consent: maybe(consent),
  legalBasis: maybe(text),
  work: fc.record({
    goal: maybe(text),
    tried: maybe(text),
    asked: maybe(text),
    ordinaryWorkWished: maybe(fc.boolean()),
    functionAtWork: maybe(text),
    remainingCapacity: maybe(text),
  }),
  medical: maybe(medical),
});

const status = fc.record({
  kind: fc.constant("STATUS" as const),
  referral: uuid,
  outcome: one(outcomes),
  declineClass: one(declineClasses),
  decidedOn: maybe(day),
  appointmentOn: maybe(day),
  latestStart: maybe(day),
  place: maybe(text),
  forwardedTo: maybe(party),
  text: maybe(text),
});

const cancellation = fc.record({ kind: fc.constant("CANCELLATION" as const), referral: uuid, reason: maybe(text) });

// A period of FHIR does not end before it begins.
const inOrder = <A extends { readonly from: Day | null; readonly to: Day | null }>(span: A): A =>
  span.from !== null && span.to !== null && span.from > span.to ? { ...span, to: span.from } : span;

const effort = fc
  .record({
    kind: fc.constant("EFFORT" as const),
    referral: uuid,
    sector: one(sectors),
    effort: one(effortKinds),
    from: maybe(day),
    to: maybe(day),
    closed: fc.boolean(),
  })
  .map(inOrder);

const around = {
  messageId: uuid,
  madeAt: fc.integer({ min: 0, max: 2_000_000_000_000 }),
  parent: fc.constant(null),
  conversation: fc.constant(null),
  sender: party,
  receiver: party,
  person: fc.record({
    numbers: fc.array(identifierOf(personType), { minLength: 1, maxLength: 3 }),
    given: maybe(text),
    family: text,
    bornOn: maybe(day),
    sex: maybe(one(["0", "1", "2", "9"])),
  }),
};

/** Referrals of the hub's own contract, in what FHIR can say of them. */
export const referrals: fc.Arbitrary<HubReferral> = fc.record({ ...around, body: referral });
/** What is said of referrals afterwards. */
export const steps: fc.Arbitrary<HubReferral> = fc.record({ ...around, body: fc.oneof(status, cancellation, effort) });
