import { E, parseDay } from "@samvirke/kernel";
import type { Day } from "@samvirke/kernel";
import { describe, expect, test } from "vitest";
import type { ReferralSample, ReferralVersion } from "../../src/index.ts";
import { parseReferral, printReferral, printReferralSample, readEnvelope } from "../../src/index.ts";

const day = (text: string): Day => parseDay(text) as Day;

const sample: ReferralSample = {
  version: "2.0",
  lifecycle: "N",
  messageId: "0c1d6b9e-5d41-4a7c-9f7e-3f1f0a5c1d22",
  generatedAt: "2026-03-02T08:15:30",
  referralId: "cf4efb50-0000-4000-8000-000000000001",
  sender: {
    name: "Fjellbua legesenter",
    herId: "8140021",
    organisationNumber: "999990001",
    professional: { given: "Odd", family: "Lia", hprNumber: "9988776" },
  },
  receiver: { name: "Dalen sykehus", herId: "8140022", department: { name: "Rehabilitering", herId: "8140023" } },
  copies: [{ name: "Bekken helsestasjon", herId: "8140024" }],
  person: { number: "01857012026", name: { given: "Ronja", family: "Testdal" }, bornOn: day("1970-05-01"), sex: "2" },
  priority: "3",
  diagnosis: { code: "L88", system: "2.16.578.1.12.4.1.1.7170", text: "Revmatoid artritt" },
  reason: "Ønsker vurdering av arbeidsevne",
  sickLeave: { from: day("2026-02-01"), to: day("2026-03-15"), text: "50 prosent" },
  consent: "1",
};

const bytesOf = (change: Partial<ReferralSample> = {}): Uint8Array => {
  const printed = printReferralSample({ ...sample, ...change });
  if (E.isLeft(printed)) throw new Error(printed.left.reason);
  return printed.right;
};

const read = (bytes: Uint8Array) => {
  const result = parseReferral(bytes);
  if (E.isLeft(result)) throw new Error(result.left.class);
  return result.right;
};

const versions: ReadonlyArray<ReferralVersion> = ["0.9", "0.91", "1.0", "1.1", "2.0"];

describe.each(versions)("a made-up referral in %s", (version) => {
  const parsed = read(bytesOf({ version }));

  test("is read without a warning", () => expect(parsed.warnings).toEqual([]));

  test("says who sends it to whom, and who gets a copy", () => {
    const { sender, receiver, otherReceivers, messageId } = parsed.case.envelope;
    expect(messageId).toBe(sample.messageId);
    expect(sender?.organisations[0]).toMatchObject({
      name: "Fjellbua legesenter",
      identifiers: [{ value: "8140021" }, ...(version < "1.0" ? [] : [{ value: "999990001" }])],
      healthcareProfessional: { name: { given: "Odd", family: "Lia" }, identifiers: [{ value: "9988776" }] },
    });
    expect(receiver?.organisations.map(({ name }) => name)).toEqual(["Dalen sykehus", "Rehabilitering"]);
    expect(otherReceivers).toMatchObject([{ organisations: [{ identifiers: [{ value: "8140024" }] }] }]);
  });

  test("says of whom, how urgent and why", () => {
    expect(parsed.identity).toMatchObject({
      number: { value: "01857012026", type: { code: "FNR" } },
      name: { given: "Ronja", family: "Testdal" },
      bornOn: null,
    });
    expect(parsed.case).toMatchObject({
      urgency: "URGENT",
      referralIdAsSent: sample.referralId,
      lifecycle: { code: "N" },
    });
    expect(parsed.case.patient).toMatchObject({ bornOn: day("1970-05-01"), sex: { code: "2" } });
    expect(parsed.medical).toMatchObject({
      diagnoses: [{ concept: { code: "L88" } }],
      reasons: [{ heading: { code: "PROB" }, text: "Ønsker vurdering av arbeidsevne" }],
      sickLeave: [{ from: day("2026-02-01"), to: day("2026-03-15"), grade: null, text: "50 prosent" }],
    });
  });

  test("has an envelope that the door reads", () => {
    expect(readEnvelope(bytesOf({ version }))).toMatchObject({
      kind: "referral",
      wireMsgId: sample.messageId,
      person: { value: "01857012026", type: "FNR" },
      sender: { name: "Fjellbua legesenter", identifiers: [{ value: "8140021" }, ...(version < "1.0" ? [] : [{}])] },
    });
  });
});

describe("what a version has no place for", () => {
  const { diagnosis: _diagnosis, ...undiagnosed } = sample;

  test("a diagnosis is never made up: 1.0 is not printed without one, 1.1 and 2.0 are", () => {
    const of = (version: ReferralVersion) => E.isRight(printReferralSample({ ...undiagnosed, version }));
    expect(versions.map(of)).toEqual([false, false, false, true, true]);
    expect(read(bytesOf({ version: "2.0" })).medical.diagnoses).toHaveLength(1);
  });

  test("is reported: a consent before 1.0, nothing at all in the same version", () => {
    const lost = (version: ReferralVersion) => {
      const printed = printReferral({ parts: read(bytesOf()), referralId: sample.referralId }, version);
      return E.isRight(printed) ? printed.right.losses.map(({ path }) => path) : [];
    };
    expect(lost("2.0")).toEqual([]);
    expect(lost("0.9")).toContain("case.consents[].status.code");
    expect(lost("1.0")).not.toContain("case.consents[].status.code");
  });

  test("birth day and sex say who it is where no number does", () => {
    const { number: _number, ...person } = sample.person;
    expect(read(bytesOf({ person })).identity).toMatchObject({
      number: null,
      bornOn: day("1970-05-01"),
      sex: { code: "2" },
    });
  });

  test("a cancellation before 2.0 names what it cancels", () =>
    expect(read(bytesOf({ version: "1.0", lifecycle: "C", refersTo: ["a1"] })).case.refersTo).toEqual(["a1"]));
});

describe("urgency and programme", () => {
  test.each([
    ["0", "EMERGENCY"],
    ["OHJELP", "EMERGENCY"],
    ["3", "URGENT"],
    ["PK", "URGENT"],
    ["N", "NORMAL"],
    ["DATO", "BY_DATE"],
    ["Q", "UNKNOWN"],
  ])("%s is %s", (priority, urgency) => expect(read(bytesOf({ priority })).case.urgency).toBe(urgency));

  test("a rehabilitation is one by its message type, help for work by its receiver", () => {
    expect(read(bytesOf({ messageType: "HENVISNING_REHAB" })).case.programme).toBe("REHABILITATION");
    expect(read(bytesOf({ receiver: { name: "NAV", herId: "79768" } })).case.programme).toBe("WORK_HELP");
  });
});

describe("what is no referral", () => {
  const refused = (text: string): string => {
    const result = parseReferral(Buffer.from(text));
    return E.isLeft(result) ? result.left.class : "read";
  };
  const printed = Buffer.from(bytesOf()).toString("utf8");

  test.each([
    ["nothing", "", "HOSTILE"],
    ["another document", "<a/>", "NO_REFERRAL"],
    ["half of one", printed.slice(0, printed.length / 2), "NOT_WELL_FORMED"],
    ["an edition of tomorrow", printed.replaceAll("henvisning/2017-11-30", "henvisning/2031-01-01"), "EDITION"],
    ["two", printed.replace(/<Document>.*<\/Document>/s, (one) => one + one), "SEVERAL_REFERRALS"],
  ])("%s", (_, text, expected) => expect(refused(text)).toBe(expected));

  test("an unknown element is noted, and nothing of it is told", () => {
    const { warnings } = read(Buffer.from(printed.replace("<ReqServ>", "<Hemmelig>verdi</Hemmelig><ReqServ>")));
    expect(warnings).toEqual([{ path: expect.stringMatching(/\/Henvisning\/\*\[\d+\]$/), rule: "UNKNOWN_ELEMENT" }]);
  });
});
