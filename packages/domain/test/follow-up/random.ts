import { addDays, day } from "@samvirke/kernel";
import type { Day } from "@samvirke/kernel";
import fc from "fast-check";
import type { FollowUpFact } from "../../src/index.ts";
import { at } from "./build.ts";

const first = 20_454; // 2026-01-01

const days = (span: number): fc.Arbitrary<Day> => fc.integer({ min: 0, max: span }).map((n) => day(first + n));
const length = fc.oneof(
  { weight: 3, arbitrary: fc.integer({ min: 0, max: 40 }) },
  { weight: 3, arbitrary: fc.integer({ min: 30, max: 150 }) },
  { weight: 2, arbitrary: fc.constantFrom(15, 16, 17) },
  { weight: 1, arbitrary: fc.integer({ min: 150, max: 420 }) },
);
const employer = fc.constantFrom("111", "222", "333");
const certificateId = fc.constantFrom("k1", "k2", "k3", "k4", "k5", "k6");
const hour = fc.integer({ min: 0, max: 23 });

const certificate = (span: number): fc.Arbitrary<FollowUpFact> =>
  fc
    .record({
      id: certificateId,
      start: days(span),
      parts: fc.array(
        fc.record({
          gap: fc.constantFrom(0, 0, 0, 1, 14, 15, 16, 17),
          length,
          kind: fc.constantFrom("FULL", "FULL", "FULL", "GRADED", "AWAITING", "TREATMENT_DAYS", "TRAVEL_SUPPORT"),
        }),
        { minLength: 1, maxLength: 3 },
      ),
      late: fc.integer({ min: -3, max: 30 }),
      assessment: fc.constantFrom("OK", "OK", "PENDING"),
      help: fc.constantFrom("NONE", "NONE", "ASKED", "AT_ONCE"),
      revision: fc.constantFrom(0, 0, 1),
    })
    .map(({ id, start, parts, late, assessment, help, revision }): FollowUpFact => {
      const periods = parts.reduce<ReadonlyArray<{ from: Day; to: Day; kind: (typeof parts)[number]["kind"] }>>(
        (sofar, part) => {
          const from = addDays(sofar.at(-1)?.to ?? addDays(start, -1), 1 + part.gap);
          return [...sofar, { from, to: addDays(from, part.length), kind: part.kind }];
        },
        [],
      );
      const on = addDays(start, late);
      return { fact: "CERTIFICATE", id, aliases: [`nav-${id}`], revision, on, at: at(on), periods, assessment, help };
    });

const tags = fc.constantFrom(
  "SYKEPENGESOKNAD SENDT FERIE",
  "SYKEPENGESOKNAD SENDT PERMISJON",
  "SYKEPENGESOKNAD SENDT ARBEID_GJENNOPPTATT",
  "SYKEPENGESOKNAD SENDT KORRIGERT_ARBEIDSTID GRADERT_AKTIVITET",
  "SYKEPENGESOKNAD SENDT KORRIGERT_ARBEIDSTID FULL_AKTIVITET",
  "SYKEPENGESOKNAD SENDT",
  "SYKEPENGESOKNAD SENDT EGENMELDING",
  "SYKEPENGESOKNAD SENDT BEHANDLINGSDAG",
  "SYKMELDING SENDT PERIODE INGEN_AKTIVITET",
  "SYKMELDING SENDT PERIODE GRADERT_AKTIVITET",
  "SYKMELDING BEKREFTET PERIODE INGEN_AKTIVITET",
  "SYKMELDING BEKREFTET ANNET_FRAVAR",
  "SYKMELDING SENDT PERIODE REISETILSKUDD UKJENT_AKTIVITET",
  "SYKMELDING NY PERIODE INGEN_AKTIVITET",
  "SYKMELDING NY PERIODE GRADERT_AKTIVITET",
  "INNTEKTSMELDING ARBEIDSGIVERPERIODE",
  "SYKMELDING AVBRUTT",
  "NOE_NYTT",
);

const bit = (span: number): fc.Arbitrary<FollowUpFact> =>
  fc
    .record({
      id: fc.integer({ min: 1, max: 50 }),
      from: days(span),
      length,
      employer: fc.option(employer),
      tags,
      happened: days(span),
      resource: fc.constantFrom("s1", "s2", "s3", "nav-k1", "nav-k2"),
      corrects: fc.option(fc.constantFrom("s1", "s2"), { freq: 5 }),
    })
    .map(({ id, from, length: n, employer: e, tags: t, happened, resource, corrects }): FollowUpFact => ({
      fact: "BIT",
      id: `b${id}`,
      employer: e,
      createdAt: at(happened),
      happenedAt: at(happened),
      tags: t.split(" "),
      resourceId: resource,
      resourceKey: resource.startsWith("nav") ? null : `nav-k${id % 7}`,
      from,
      to: addDays(from, n),
      corrects,
    }));

const use = (span: number): fc.Arbitrary<FollowUpFact> =>
  fc
    .record({
      id: fc.oneof(
        certificateId,
        certificateId.map((id) => `nav-${id}`),
      ),
      use: fc.constantFrom("SENT", "SENT", "SENT", "SENT", "CONFIRMED", "ASIDE", "EXPIRED", "OPEN"),
      employer,
      on: days(span),
      hour,
    })
    .map(({ id, use: u, employer: e, on, hour: h }): FollowUpFact => ({
      fact: "CERTIFICATE_USE",
      id,
      use: u,
      employer: u === "SENT" ? e : null,
      on,
      at: at(on, h),
    }));

const timed = <T>(span: number, more: fc.Arbitrary<T>): fc.Arbitrary<T & { on: Day; at: number }> =>
  fc.tuple(days(span), hour, more).map(([on, h, rest]) => ({ ...rest, on, at: at(on, h) }));

const subject = fc.constantFrom("ACTIVITY_REQUIREMENT", "MEETING_NEED", "JOB_SEEKING_PERIOD");
const outcome = fc.constantFrom("STOPPUNKT", "UNNTAK", "IKKE_AKTUELL", "OPPFYLT", "AVVENT", "FATTET");
const meetingId = fc.constantFrom("m1", "m2");
const participant = fc.constantFrom("PERSON", "EMPLOYER", "CLINICIAN");
const referralId = fc.constantFrom("r1", "r2");

const others = (span: number): fc.Arbitrary<FollowUpFact> =>
  fc.oneof(
    timed(
      span,
      fc.record({
        fact: fc.constant("DECISION" as const),
        id: fc.constantFrom("d1", "d2", "d3"),
        subject,
        outcome,
        final: fc.boolean(),
      }),
    ),
    fc.record({
      fact: fc.constant("PLAN" as const),
      id: fc.constantFrom("p1", "p2", "p3"),
      employer,
      asksHelp: fc.boolean(),
      on: days(span),
    }),
    fc.record({
      fact: fc.constant("MESSAGE" as const),
      id: fc.constantFrom("x1", "x2", "x3", "x4", "x5"),
      conversation: fc.constantFrom("c1", "c2"),
      kind: fc.constantFrom(
        "QUESTION",
        "QUESTION",
        "REMINDER",
        "ANSWER",
        "ANSWER",
        "NOTE",
        "RETURN",
        "MEETING_LETTER",
        "PLAN_LETTER",
      ),
      from: fc.constantFrom("HEALTH", "WELFARE"),
      party: fc.option(fc.constantFrom("clinic", "hospital")),
      needsConsent: fc.boolean(),
      asksHelp: fc.boolean(),
      dueDay: fc.option(days(span), { freq: 3 }),
      on: days(span),
    }),
    fc
      .tuple(
        timed(
          span,
          fc.record({
            fact: fc.constant("MEETING_CALL" as const),
            id: meetingId,
            participants: fc.subarray(["PERSON", "EMPLOYER", "CLINICIAN"] as const),
            employer: fc.option(employer),
          }),
        ),
        fc.integer({ min: 0, max: 40 }),
        hour,
      )
      .map(([one, ahead, h]) => ({ ...one, meetingAt: at(addDays(one.on, ahead), h) })),
    fc
      .tuple(
        timed(
          span,
          fc.record({
            fact: fc.constant("MEETING_ANSWER" as const),
            id: meetingId,
            by: participant,
            answer: fc.constant("COMING" as const),
          }),
        ),
        fc.option(fc.integer({ min: 0, max: 20 })),
      )
      .map(([one, back]) => ({ ...one, letterAt: back === null ? null : at(addDays(one.on, -back)) })),
    timed(
      span,
      fc.record({
        fact: fc.constant("MEETING_END" as const),
        id: meetingId,
        how: fc.constantFrom("HELD", "CANCELLED", "CLOSED"),
      }),
    ),
    fc.record({
      fact: fc.constant("REFERRAL" as const),
      id: referralId,
      toWelfare: fc.boolean(),
      needsConsent: fc.boolean(),
      programme: fc.constantFrom("TREATMENT", "WORK_HELP", "REHABILITATION"),
      receiver: fc.option(fc.constantFrom("unit", "other")),
      messages: fc.constant([]),
      on: days(span),
    }),
    fc.record({
      fact: fc.constant("REFERRAL_STEP" as const),
      id: referralId,
      step: fc.constantFrom("DELIVERED", "DELIVERED", "GRANTED", "FORWARDED", "DECLINED", "CANCELLED"),
      receiver: fc.option(fc.constantFrom("unit", "third")),
      on: days(span),
    }),
    fc.record({ fact: fc.constant("EFFORT" as const), id: fc.constantFrom("e1", "e2"), on: days(span) }),
    fc
      .tuple(fc.constantFrom("o1", "o2"), days(span), hour)
      .map(([id, on, h]): FollowUpFact => ({ fact: "OUTGOING", id, receiver: "clinic", at: at(on, h) })),
    fc.record({
      fact: fc.constant("SETTLED" as const),
      id: fc.constantFrom("o1", "o2"),
      receiver: fc.constantFrom("clinic", "copy"),
      on: days(span),
    }),
    fc.record({
      fact: fc.constant("CONSENT" as const),
      id: fc.constantFrom("c1", "c2", "r1", "r2"),
      status: fc.constantFrom("GIVEN", "REFUSED"),
      on: days(span),
    }),
    timed(
      span,
      fc.record({ fact: fc.constant("REVIEW" as const), id: certificateId, outcome: fc.constantFrom("OK", "INVALID") }),
    ),
  ) as fc.Arbitrary<FollowUpFact>;

const rare = (span: number): fc.Arbitrary<FollowUpFact> =>
  fc.oneof(
    timed(span, fc.record({ fact: fc.constant("DEATH" as const) })),
    fc.record({ fact: fc.constant("DELETED" as const), id: certificateId, on: days(span) }),
  );

const saidOnce: ReadonlyArray<string> = ["OUTGOING", "MESSAGE", "PLAN", "REFERRAL"];

/** What the wire says only once under an id. */
const once = (facts: ReadonlyArray<FollowUpFact>): ReadonlyArray<FollowUpFact> => {
  const seen = new Set<string>();
  return facts.filter((fact) => {
    const name = `${fact.fact} ${"id" in fact ? fact.id : ""}`;
    if (!saidOnce.includes(fact.fact)) return true;
    return seen.has(name) ? false : Boolean(seen.add(name));
  });
};

/** A person's history over one to four years, in no order. */
export const histories: fc.Arbitrary<ReadonlyArray<FollowUpFact>> = fc.constantFrom(200, 420, 420, 1400).chain((span) =>
  fc
    .tuple(
      fc.array(certificate(span), { minLength: 1, maxLength: 7 }),
      fc.array(use(span), { maxLength: 8 }),
      fc.array(bit(span), { maxLength: 5 }),
      fc.array(others(span), { maxLength: 9 }),
      fc.array(rare(span), { maxLength: 1 }).filter((one) => one.length < 2),
      fc.integer({ min: 0, max: 5 }),
    )
    .map(([a, b, c, e, r, chance]) => [...a, ...b, ...c, ...once(e), ...(chance === 0 ? r : [])])
    .map((facts): ReadonlyArray<FollowUpFact> => facts.map((fact) => ({ ...fact }))),
);
