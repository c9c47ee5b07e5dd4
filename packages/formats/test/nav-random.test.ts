import type { SickLeaveCertified, SickLeaveWork, StatusAnswer } from "@samvirke/contracts";
import { E, day } from "@samvirke/kernel";
import fc from "fast-check";
import { expect, test } from "vitest";
import type { EmployerCopy, Json } from "../src/index.ts";
import {
  printEmployerSykmelding,
  printReceivedSykmelding,
  printStatus,
  printSykmeldingRecord,
  readEmployerSykmelding,
  readReceivedSykmelding,
  readRegisteredRecord,
  readStatus,
  readSubmission,
  readValidationResult,
} from "../src/index.ts";
import { certified, full, parsed } from "./documents.ts";

const runs = Number(process.env["SAMVIRKE_DOCUMENTS"] ?? 200);
const event = certified(parsed(full));

const text = fc.string({ unit: "grapheme", maxLength: 12 });
const maybe = <A>(of: fc.Arbitrary<A>) => fc.option(of, { nil: null });
const code = (...codes: ReadonlyArray<string>) =>
  fc.record({
    system: maybe(text),
    code: maybe(fc.constantFrom(...codes, "77")),
    text: maybe(text),
    originalText: maybe(text),
  });
const days = fc.integer({ min: 18_000, max: 22_000 }).map(day);
const causes = (...codes: ReadonlyArray<string>) =>
  fc.record({ codes: fc.array(code(...codes), { maxLength: 3 }), text: maybe(text) });

const kinds = ["FULL", "GRADED", "AWAITING", "TREATMENT_DAYS", "TRAVEL_SUPPORT"] as const;
const period = fc
  .record({
    from: days,
    to: days,
    kind: fc.constantFrom(...kinds, "UNKNOWN" as const),
    grade: maybe(fc.integer({ min: 0, max: 200 })),
    gradedTravelSupport: maybe(fc.boolean()),
    treatmentDaysPerWeek: maybe(fc.integer({ min: 0, max: 7 })),
    inputToEmployer: maybe(text),
    workplaceCauses: maybe(causes("1", "9")),
  })
  .map((one) => ({
    ...one,
    index: 0,
    kindsAsSent: one.kind === "UNKNOWN" ? [] : [one.kind],
    travelSupport: one.kind === "TRAVEL_SUPPORT" ? true : null,
    grade: one.kind === "GRADED" ? (one.grade ?? 50) : null,
    gradedTravelSupport: one.kind === "GRADED" ? (one.gradedTravelSupport ?? false) : null,
    treatmentDaysPerWeek: one.kind === "TREATMENT_DAYS" ? (one.treatmentDaysPerWeek ?? 1) : null,
    inputToEmployer: one.kind === "AWAITING" ? (one.inputToEmployer ?? "") : null,
    workplaceCauses: one.kind === "FULL" ? one.workplaceCauses : null,
  }));

const name = fc.record({ given: maybe(text), middle: maybe(text), family: maybe(text) });
const address = fc.record({
  type: maybe(code("H", "PST")),
  street: maybe(text),
  postalCode: maybe(fc.constantFrom("0153", "9990", "abc", "")),
  city: maybe(text),
  postBox: maybe(text),
  county: maybe(code("0301")),
  country: maybe(code("NO")),
});
const contact = fc.record({
  type: maybe(code("HP", "WP")),
  address: maybe(fc.constantFrom("tel:22222222", "mailto:a@b.no", "22222222")),
});

const work: fc.Arbitrary<SickLeaveWork> = fc
  .record({
    periods: fc.array(period, { maxLength: 4 }),
    spellStart: maybe(days),
    employment: fc.record({
      count: fc.constantFrom("ONE" as const, "SEVERAL" as const, "NONE" as const, "UNKNOWN" as const),
      countCode: maybe(code("1", "2", "3")),
      employerName: maybe(text),
      occupation: maybe(text),
    }),
    fitAfterPeriod: maybe(fc.boolean()),
    consideration: maybe(text),
    workplaceMeasures: maybe(text),
    messageToEmployer: maybe(text),
    contactOn: maybe(days),
    treatedAt: fc.constant("2026-03-02T09:30:00"),
    treatedOn: maybe(days),
    treatedClock: maybe(fc.integer({ min: 1_600_000_000_000, max: 1_900_000_000_000 })),
    signedOn: maybe(days),
    clinician: fc.record({
      name: maybe(name),
      hprNumber: maybe(fc.constantFrom("7654321", "007654321", "0012345678")),
      address: maybe(address),
      contactPoints: fc.array(contact, { maxLength: 3 }),
    }),
    foreignCountry: maybe(text),
  })
  .map((one) => ({ ...one, periods: one.periods.map((each, index) => ({ ...each, index })) }));

const answer: fc.Arbitrary<StatusAnswer> = fc
  .record({
    name: fc.constantFrom("EGENMELDINGSDAGER", "FORSIKRING", "riktigNarmesteLeder", "harForsikring", "FRAVAER"),
    question: maybe(text),
    answer: text,
  })
  .map((one) => ({ ...one, kind: /^[A-Z]/.test(one.name) ? "JA_NEI" : null }));

const copy: fc.Arbitrary<EmployerCopy> = fc.record({
  certificateId: fc.uuid(),
  receivedAt: fc.integer({ min: 1_600_000_000_000, max: 1_900_000_000_000 }),
  channel: fc.constantFrom("XML" as const, "SELF" as const, "PAPER" as const, "FOREIGN" as const, "DIGITAL" as const),
  identity: fc.constant(event.identity),
  work,
  sent: fc.record({
    employer: maybe(fc.record({ organisationNumber: text, legalUnit: maybe(text), name: maybe(text) })),
    previousEmployer: fc.constant(null),
    answers: fc.array(answer, { maxLength: 4 }),
    sentAt: fc.constant(0),
    sentAtText: fc.constant("2026-03-04T10:15:00.123456Z"),
  }),
  remarks: fc.array(fc.constantFrom("UNDER_BEHANDLING", "DELVIS_GODKJENT"), { maxLength: 2 }),
});

const employerCopy: EmployerCopy = {
  certificateId: event.sickLeaveId,
  receivedAt: event.receivedAt,
  channel: "XML",
  identity: event.identity,
  work: event.work,
  sent: { employer: null, previousEmployer: null, answers: [], sentAt: 0, sentAtText: "2026-03-04T10:15:00Z" },
  remarks: [],
};

const rightOf = <A>(result: E.Either<unknown, A>): A => {
  if (E.isLeft(result)) throw new Error(JSON.stringify(result.left));
  return result.right;
};

test("any copy for an employer is one that its strict reader reads, with the periods of the certificate", () =>
  fc.assert(
    fc.property(copy, (one) => {
      const json = printEmployerSykmelding(one);
      rightOf(readEmployerSykmelding(JSON.parse(JSON.stringify(json))));
      const { sykmeldingsperioder, id } = json["sykmelding"] as Record<string, Json>;
      expect(id).toBe(one.certificateId);
      expect((sykmeldingsperioder as ReadonlyArray<Json>).length).toBe(
        one.work.periods.filter(({ kind }) => kind !== "UNKNOWN").length,
      );
      expect(JSON.stringify(json)).not.toMatch(/FORSIKRING|harForsikring|FRAVAER/);
    }),
    { numRuns: runs },
  ));

const certificate = work.map((own): SickLeaveCertified => ({ ...event, work: own }));

test("any certificate is printed as a record and as the older JSON, and read with the same days and kinds", () =>
  fc.assert(
    fc.property(certificate, (one) => {
      const periods = one.work.periods.filter(({ kind }) => kind !== "UNKNOWN");
      const spans = periods.map(({ from, to, kind, grade }) => [from, to, kind, grade]);
      const record = rightOf(readRegisteredRecord(JSON.parse(JSON.stringify(printSykmeldingRecord(one).json))));
      expect(record.work.periods.map(({ from, to, kind, grade }) => [from, to, kind, grade])).toEqual(spans);
      const older = rightOf(readReceivedSykmelding(JSON.parse(JSON.stringify(printReceivedSykmelding(one, "")))));
      const known = older.work.periods.filter(({ kind }) => kind !== "UNKNOWN");
      expect(known.map(({ from, to, kind, grade }) => [from, to, kind, grade])).toEqual(spans);
      expect(older.findings).toEqual([]);
    }),
    { numRuns: runs },
  ));

test("no reader throws or hangs, whatever JSON it is given", () =>
  fc.assert(
    fc.property(
      fc.jsonValue(),
      fc.constantFrom("sykmelding", "metadata", "event", "kafkaMetadata", "values"),
      (json, key) => {
        for (const read of [readRegisteredRecord, readReceivedSykmelding, readStatus, readValidationResult]) {
          expect(E.isLeft(read(json))).toBe(true);
          expect(E.isLeft(read({ [key]: json }))).toBe(true);
        }
        expect(E.isLeft(readSubmission({ values: json, meta: json }, 0))).toBe(true);
      },
    ),
    { numRuns: runs },
  ));

test("a question whose kind is spelt like ours is printed as text", () => {
  const odd: StatusAnswer = { name: "riktigNarmesteLeder", kind: "JSON", question: null, answer: "ikke { json" };
  const json = printEmployerSykmelding({ ...employerCopy, sent: { ...employerCopy.sent, answers: [odd] } });
  expect(JSON.stringify(json)).toContain("ikke { json");
});

test("any status is printed and read with the same answers, each on its side", () =>
  fc.assert(
    fc.property(fc.uniqueArray(answer, { maxLength: 5, selector: ({ name: key }) => key }), (answers) => {
      const json = printStatus(
        {
          type: "SickLeaveConfirmed",
          value: {
            sickLeaveId: event.sickLeaveId,
            archiveId: event.archiveId,
            aliases: [],
            receivedAt: 0,
            standing: "APPLIED",
            warnings: 0,
            rejectedAcknowledged: false,
            case: {
              sender: "nav",
              senderAliases: [],
              at: 0,
              atText: "2026-03-04T10:15:00.123456Z",
              source: "register",
              workSituation: null,
              answers,
              answersUpdated: null,
              findings: [],
            },
          },
        },
        { certificateId: event.sickLeaveId, personNumber: "14838110577" },
      );
      const read = rightOf(readStatus(JSON.parse(JSON.stringify(json))));
      const asRead = (one: StatusAnswer) => ({
        ...one,
        question: one.kind === null ? one.question : (one.question ?? ""),
      });
      const key = (one: StatusAnswer) => one.name;
      const sorted = (list: ReadonlyArray<StatusAnswer>) => [...list].sort((a, b) => key(a).localeCompare(key(b)));
      expect(sorted([...read.forEmployer, ...read.others])).toEqual(sorted(answers.map(asRead)));
      expect(
        read.forEmployer.every(({ name: key1 }) => ["EGENMELDINGSDAGER", "riktigNarmesteLeder"].includes(key1)),
      ).toBe(true);
    }),
    { numRuns: runs },
  ));
