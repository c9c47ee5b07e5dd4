import type { SharingConsentRecorded } from "@samvirke/contracts";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { code, consent, message, messageId, told } from "./referral.cases.ts";
import type { Step } from "./referral.cases.ts";

const words = (...steps: ReadonlyArray<Step>): ReadonlyArray<SharingConsentRecorded> =>
  told(...steps).events.flatMap((event) => (event.type === "SharingConsentRecorded" ? [event.value] : []));

/** What readers hold for true: the last word that counts, of the referral that the first message makes. */
const inForce = (...steps: ReadonlyArray<Step>): string | undefined => {
  const sent = told(...steps).events.find(({ type }) => type === "ReferralSent");
  const referralId = sent?.type === "ReferralSent" ? sent.value.referralId : undefined;
  return words(...steps)
    .filter((word) => word.referralId === referralId && !word.ahead && !word.recordedOnly)
    .at(-1)?.status;
};

const stating = (listed: string) => ({
  consents: [{ status: code(listed), on: null, note: null, givenBy: null }],
});

const referral = message({ n: 1 });

describe("a consent alone", () => {
  test("is recorded for the referral that it names, by any of its names", () => {
    const [byMessage] = words(referral, consent({ n: 2, status: "GIVEN" }));
    const [byOwnId] = words(
      referral,
      consent({ n: 2, status: "GIVEN", about: "cf4efb50-0000-4000-8000-000000000001" }),
    );
    expect(byMessage).toMatchObject({ ahead: false, recordedOnly: false, status: "GIVEN", case: { givenBy: "SELF" } });
    expect(byOwnId?.referralId).toBe(byMessage?.referralId);
  });

  test("that comes first waits, and is told again under the referral's own id", () => {
    const [ahead, again] = words(consent({ n: 2, status: "WITHDRAWN", minutes: 9 }), referral);
    expect(ahead).toMatchObject({ ahead: true });
    expect(again).toMatchObject({ ahead: false, recordedOnly: false, status: "WITHDRAWN" });
    expect(inForce(consent({ n: 2, status: "WITHDRAWN", minutes: 9 }), referral)).toBe("WITHDRAWN");
  });

  test("sent again says nothing new", () => {
    const one = consent({ n: 2, status: "GIVEN" });
    expect(words(referral, one, one)).toHaveLength(1);
  });

  test("is taken back by a later one, in whatever order the two come", () => {
    const given = consent({ n: 2, status: "GIVEN", minutes: 5 });
    const taken = consent({ n: 3, status: "WITHDRAWN", minutes: 6 });
    expect(inForce(referral, given, taken)).toBe("WITHDRAWN");
    expect(inForce(referral, taken, given)).toBe("WITHDRAWN");
    expect(words(referral, taken, given)[1]).toMatchObject({
      recordedOnly: true,
      warnings: 1,
      case: { findings: [{ rule: "CONSENT_OUTDATED" }] },
    });
  });

  test("opens nothing where another one sent the referral, and closes it all the same", () => {
    const [claimed] = words(referral, consent({ n: 2, status: "GIVEN", from: "stranger" }));
    expect(claimed).toMatchObject({
      recordedOnly: true,
      case: { findings: [{ rule: "CONSENT_OF_ANOTHERS_REFERRAL" }] },
    });
    expect(inForce(referral, consent({ n: 2, status: "WITHDRAWN", from: "stranger" }))).toBe("WITHDRAWN");
  });
});

test("a word that is neither yes nor no is on record alone", () => {
  const unclear = consent({ n: 3, status: "UNKNOWN", minutes: 8 });
  expect(inForce(referral, consent({ n: 2, status: "GIVEN" }), unclear)).toBe("GIVEN");
  expect(words(referral, unclear)).toMatchObject([
    { recordedOnly: true, case: { findings: [{ rule: "CONSENT_UNCLEAR" }] } },
  ]);
});

describe("what a referral states itself", () => {
  const change = message({ n: 4, lifecycle: "M", minutes: 20, shared: stating("1") });

  test("is no event while nothing else is said", () =>
    expect(words(message({ n: 1, shared: stating("1") }), change)).toEqual([]));

  test("is one after a word that it is newer than", () => {
    const taken = consent({ n: 2, status: "WITHDRAWN", minutes: 6 });
    expect(inForce(referral, taken, change)).toBe("GIVEN");
    // Late, the word has no effect: the change states the consent by itself.
    expect(inForce(referral, change, taken)).toBeUndefined();
    expect(words(referral, change, taken)).toMatchObject([{ recordedOnly: true }]);
  });

  test("does not undo a later word", () =>
    expect(inForce(referral, consent({ n: 2, status: "WITHDRAWN", minutes: 60 }), change)).toBe("WITHDRAWN"));
});

test("consents that come with a referral are recorded, and not with one that is refused or known", () => {
  const consents = [{ status: "GIVEN", on: null, givenBy: "UNKNOWN", legalBasis: null }] as const;
  const brought = message({ n: 1, change: { consents } });
  expect(words(brought)).toMatchObject([{ status: "GIVEN", ahead: false, recordedOnly: false }]);
  expect(words(brought, message({ n: 2, key: "key-1", change: { consents } }))).toHaveLength(1);
});

const drawn = fc.array(
  fc.record({
    status: fc.constantFrom("GIVEN", "REFUSED", "WITHDRAWN", "NOT_REQUIRED"),
    minutes: fc.integer({ min: 1, max: 5 }),
    from: fc.constantFrom("practice", "stranger"),
  }),
  { maxLength: 6 },
);

// Whether the person lets it be shared: which of two equal words says so is no difference.
const isOpen = (steps: ReadonlyArray<Step>): boolean | undefined => {
  const last = inForce(...steps);
  return last === undefined ? undefined : last === "GIVEN" || last === "NOT_REQUIRED";
};

test("whatever the order of arrival, the same word is in force", () =>
  fc.assert(
    fc.property(drawn, fc.array(fc.nat(), { minLength: 8, maxLength: 8 }), (list, picks) => {
      const said = list.map((one, index): Step => consent({ ...one, n: index + 2, about: messageId(1) }));
      const shuffled = [referral, ...said]
        .map((step, index) => ({ step, key: picks[index] ?? 0 }))
        .toSorted((a, b) => a.key - b.key)
        .map(({ step }) => step);
      expect(isOpen(shuffled)).toBe(isOpen([referral, ...said]));
    }),
    { numRuns: 300 },
  ));
