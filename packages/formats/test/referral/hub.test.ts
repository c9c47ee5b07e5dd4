import { E, parseDay } from "@samvirke/kernel";
import type { Day } from "@samvirke/kernel";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { HubBody, HubReferral } from "../../src/index.ts";
import {
  hubParts,
  hubReferralOf,
  hubStatus,
  printHubReferral,
  printReferral,
  parseReferral,
  readEnvelope,
  readHubReferral,
} from "../../src/index.ts";
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

const documents = Number(process.env["SAMVIRKE_DOCUMENTS"] ?? 200);

const text = fc.string({ maxLength: 12 });
const maybe = <A>(of: fc.Arbitrary<A>) => fc.option(of);
const day = fc.integer({ min: -20_000, max: 40_000 }) as fc.Arbitrary<Day>;
const uuid = fc.uuid();
const list = <A>(of: fc.Arbitrary<A>) => fc.array(of, { maxLength: 3 });
const identifier = fc.record({ type: text, value: text });
const unit = { name: maybe(text), identifiers: list(identifier) };
const professional = fc.record({ given: maybe(text), family: maybe(text), identifiers: list(identifier) });
const party = fc.record({ ...unit, department: maybe(fc.record(unit)), professional: maybe(professional) });
const one = <A>(of: ReadonlyArray<A>) => fc.constantFrom(...of);

const body: fc.Arbitrary<HubBody> = fc.oneof(
  fc.record({
    kind: fc.constant("REFERRAL" as const),
    referral: uuid,
    lifecycle: one(lifecycles),
    programme: one(programmes),
    urgency: one(urgencies),
    wantedOn: maybe(day),
    copies: list(party),
    consent: maybe(fc.record({ status: one(consents), on: maybe(day), givenBy: maybe(text) })),
    legalBasis: maybe(text),
    work: fc.record({
      goal: maybe(text),
      tried: maybe(text),
      asked: maybe(text),
      ordinaryWorkWished: maybe(fc.boolean()),
      functionAtWork: maybe(text),
      remainingCapacity: maybe(text),
    }),
    medical: maybe(
      fc.record({
        diagnoses: list(fc.record({ system: text, code: text, text: maybe(text) })),
        text: maybe(text),
        sickLeave: list(
          fc.record({ from: maybe(day), to: maybe(day), grade: maybe(fc.integer({ min: 0, max: 100 })) }),
        ),
      }),
    ),
  }),
  fc.record({ kind: fc.constant("CANCELLATION" as const), referral: uuid, reason: maybe(text) }),
  fc.record({
    kind: fc.constant("STATUS" as const),
    referral: uuid,
    outcome: one(outcomes),
    declineClass: maybe(one(declineClasses)),
    decidedOn: maybe(day),
    appointmentOn: maybe(day),
    latestStart: maybe(day),
    place: maybe(text),
    forwardedTo: maybe(party),
    text: maybe(text),
  }),
  fc.record({
    kind: fc.constant("EFFORT" as const),
    referral: uuid,
    sector: one(sectors),
    effort: one(effortKinds),
    from: maybe(day),
    to: maybe(day),
    closed: fc.boolean(),
  }),
);

const messages: fc.Arbitrary<HubReferral> = fc.record({
  messageId: uuid,
  madeAt: fc.integer({ min: 0, max: 2_000_000_000_000 }),
  parent: maybe(text),
  conversation: maybe(text),
  sender: party,
  receiver: party,
  person: fc.record({
    numbers: list(identifier),
    given: maybe(text),
    family: maybe(text),
    bornOn: maybe(day),
    sex: maybe(text),
  }),
  body,
});

const on = (written: string): Day => parseDay(written) as Day;

const message: HubReferral = {
  messageId: "0c1d6b9e-5d41-4a7c-9f7e-3f1f0a5c1d22",
  madeAt: Date.UTC(2026, 2, 2, 7, 15, 30),
  parent: null,
  conversation: null,
  sender: {
    name: "NAV Fjellbua",
    identifiers: [{ type: "HER", value: "79768" }],
    department: null,
    professional: null,
  },
  receiver: {
    name: "Dalen sykehus",
    identifiers: [{ type: "HER", value: "8140022" }],
    department: { name: "Rehabilitering", identifiers: [{ type: "HER", value: "8140023" }] },
    professional: null,
  },
  person: {
    numbers: [{ type: "FNR", value: "01857012026" }],
    given: "Ronja",
    family: "Testdal",
    bornOn: on("1970-05-01"),
    sex: "2",
  },
  body: {
    kind: "REFERRAL",
    referral: "cf4efb50-0000-4000-8000-000000000001",
    lifecycle: "NEW",
    programme: "REHABILITATION",
    urgency: "BY_DATE",
    wantedOn: on("2026-05-01"),
    copies: [],
    consent: { status: "GIVEN", on: on("2026-03-01"), givenBy: null },
    legalBasis: "samtykke",
    work: {
      goal: "tilbake i full stilling",
      tried: "gradert arbeid",
      asked: "avklaring",
      ordinaryWorkWished: true,
      functionAtWork: "kan sitte en time",
      remainingCapacity: "40 prosent",
    },
    medical: {
      diagnoses: [{ system: "2.16.578.1.12.4.1.1.7170", code: "L84", text: "Ryggsyndrom" }],
      text: "smerter",
      sickLeave: [{ from: on("2026-02-01"), to: on("2026-03-15"), grade: 60 }],
    },
  },
};

const json = (): Record<string, unknown> => JSON.parse(Buffer.from(printHubReferral(message)).toString("utf8"));
const read = (value: unknown) => readHubReferral(Buffer.from(JSON.stringify(value)));
const findingsOf = (value: unknown) => {
  const result = read(value);
  return E.isLeft(result) ? result.left.findings : [];
};

describe("the hub's own contract", () => {
  test("is read as it was printed", () =>
    fc.assert(
      fc.property(messages, (made) => {
        expect(readHubReferral(printHubReferral(made))).toEqual(E.right(made));
      }),
      { numRuns: documents },
    ));

  test("has its days and times in plain words", () =>
    expect(json()).toMatchObject({
      contract: "samvirke.referral/1",
      kind: "REFERRAL",
      madeAt: "2026-03-02T07:15:30Z",
      person: { bornOn: "1970-05-01" },
      body: { wantedOn: "2026-05-01", medical: { sickLeave: [{ from: "2026-02-01", to: "2026-03-15", grade: 60 }] } },
    }));

  const { messageId: _id, ...anonymous } = json();
  const inBody = (change: object) => ({ ...json(), body: { ...(json()["body"] as object), ...change } });

  test.each([
    [
      "something missing",
      anonymous,
      [
        { path: "messageId", rule: "MISSING" },
        { path: "messageId", rule: "NOT_A_UUID" },
      ],
    ],
    ["something unknown", { ...json(), hemmelig: 1 }, [{ path: "*", rule: "UNKNOWN_PROPERTY" }]],
    ["something unknown deep down", inBody({ hemmelig: 1 }), [{ path: "body.*", rule: "UNKNOWN_PROPERTY" }]],
    ["a word that is not listed", inBody({ programme: "YOGA" }), [{ path: "body.programme", rule: "NOT_LISTED" }]],
    ["a day that is none", inBody({ wantedOn: "i dag" }), [{ path: "body.wantedOn", rule: "WRONG_TYPE" }]],
    ["another contract", { ...json(), contract: "x/2" }, [{ path: "contract", rule: "NOT_LISTED" }]],
    ["no object", [], [{ path: "", rule: "WRONG_TYPE" }]],
  ])("refuses %s, by path and rule alone", (_, value, findings) => expect(findingsOf(value)).toEqual(findings));

  test("tells its door kind and person", () =>
    expect(readEnvelope(printHubReferral(message))).toMatchObject({
      kind: "referral",
      person: { value: "01857012026", type: "FNR" },
    }));

  test("is refused where it is no JSON", () => expect(E.isLeft(readHubReferral(Buffer.from("{")))).toBe(true));
});

describe("a referral of the contract", () => {
  const parts = hubParts(message);

  test("becomes the parts of an event", () => {
    expect(parts?.case).toMatchObject({
      format: "HUB_JSON",
      programme: "REHABILITATION",
      urgency: "BY_DATE",
      lifecycle: { code: "N" },
      cooperation: { workGoal: "tilbake i full stilling", ordinaryWorkWished: true, legalBasis: "samtykke" },
      envelope: { format: "HUB_JSON", receiver: { organisations: [{}, { name: "Rehabilitering" }] } },
    });
    expect(parts?.identity).toMatchObject({ number: { value: "01857012026" }, bornOn: null });
    expect(parts?.medical).toMatchObject({ diagnoses: [{ concept: { code: "L84" } }], sickLeave: [{ grade: 60 }] });
  });

  const again = (change: Partial<Extract<HubBody, { kind: "REFERRAL" }>> = {}) => {
    const changed = hubParts({ ...message, body: { ...message.body, ...change } as HubBody });
    const { messageId, madeAt } = message;
    return changed && hubReferralOf(changed, { messageId, madeAt, referralId: "cf4efb50-0000-4000-8000-000000000001" });
  };

  test("is the same when it is printed from them", () => expect(again()).toEqual(message));

  test.each([
    ["consent is given", { status: "GIVEN" as const }, true],
    ["none is required", { status: "NOT_REQUIRED" as const }, true],
    ["consent is refused", { status: "REFUSED" as const }, false],
    ["nothing is said of it", null, false],
  ])("has medical content only with a ground: %s", (_, consent, shared) => {
    const body = again({ consent: consent && { ...consent, on: null, givenBy: null } })?.body;
    expect(body?.kind === "REFERRAL" && body.medical !== null).toBe(shared);
  });

  test("can leave as Henvisning 2.0, where the work part is reported as lost", () => {
    const printed = parts && printReferral({ parts, referralId: "cf4efb50-0000-4000-8000-000000000001" }, "2.0");
    if (!printed || E.isLeft(printed)) throw new Error("not printed");
    const result = parseReferral(printed.right.bytes);
    expect(E.isRight(result) && result.right.case).toMatchObject({
      envelope: { messageType: { code: "HENVISNING_REHAB" } },
      programme: "REHABILITATION",
    });
    expect(printed.right.losses).toContainEqual({ path: "case.cooperation.workGoal", reason: "NO_PLACE" });
  });

  test("a status says who decided what", () => {
    const body: HubBody = {
      kind: "STATUS",
      referral: "cf4efb50-0000-4000-8000-000000000001",
      outcome: "DECLINED",
      declineClass: "NO_CAPACITY",
      decidedOn: on("2026-03-09"),
      appointmentOn: null,
      latestStart: null,
      place: null,
      forwardedTo: null,
      text: "ikke plass",
    };
    expect(hubStatus({ ...message, body })).toMatchObject({
      outcome: "DECLINED",
      declineClass: "NO_CAPACITY",
      at: { text: "2026-03-09" },
      by: [{ name: "NAV Fjellbua" }],
    });
    expect(hubParts({ ...message, body })).toBeUndefined();
    expect(hubStatus(message)).toBeUndefined();
  });
});
