import { E } from "@samvirke/kernel";
import { describe, expect, test } from "vitest";
import { parseFhir } from "../../src/index.ts";
import { fullReferral, json, laterConsent, otherStatus, referralId, withResource } from "./documents.ts";

const read = (document: object) => {
  const parsed = parseFhir(json(document));
  return E.isRight(parsed) ? parsed.right : { kind: "REFUSED", sharing: [], rules: parsed.left.findings };
};
const changed = (change: object) => ({ ...laterConsent, ...change });

describe("a consent alone", () => {
  test("says what, when, who gave it and for which referral", () =>
    expect(read(laterConsent)).toMatchObject({
      kind: "CONSENT",
      references: [referralId, "s9", "c1"],
      envelope: { generatedAt: Date.UTC(2026, 2, 29, 8) },
      sharing: [{ status: "GIVEN", givenBy: "GUARDIAN", legalBasis: "samtykke" }],
    }));

  test.each([
    ["taken back", { status: "inactive" }, "WITHDRAWN"],
    ["recorded by mistake", { status: "entered-in-error" }, "WITHDRAWN"],
    ["refused", { status: "rejected" }, "REFUSED"],
    ["denied", { provision: { ...laterConsent.provision, type: "deny" } }, "REFUSED"],
    ["over", { provision: { ...laterConsent.provision, period: { end: "2026-03-28" } } }, "REFUSED"],
    ["narrowed", { provision: { ...laterConsent.provision, provision: [{ type: "deny" }] } }, "UNKNOWN"],
    ["neither yes nor no", { provision: { data: laterConsent.provision.data } }, "UNKNOWN"],
  ])("that is %s is no consent", (_, change, status) =>
    expect(read(changed(change)).sharing).toMatchObject([{ status }]),
  );

  test("that is still asked for, or is for nothing, is refused", () => {
    const nothing = { kind: "REFUSED", rules: [{ path: "", rule: "CONSENT_TELLS_NOTHING" }] };
    expect(read(changed({ status: "proposed" }))).toMatchObject(nothing);
    expect(read(changed({ provision: { type: "permit" }, sourceReference: undefined }))).toMatchObject(nothing);
  });

  test("that was withdrawn is of the time that it was withdrawn at, not given", () => {
    const { meta: _meta, ...old } = laterConsent;
    expect(read({ ...old, status: "inactive" })).toMatchObject({ envelope: { generatedAt: null } });
  });
});

test("a consent comes with the referral or the task that it is sent with", () => {
  expect(read(fullReferral)).toMatchObject({ kind: "REFERRAL", sharing: [{ status: "GIVEN" }] });
  const withdrawn = withResource(fullReferral, "Consent", (one) => ({ ...one, status: "inactive" }));
  expect(read(withdrawn)).toMatchObject({ case: { consents: [{ status: { code: "4" } }] } });
  expect(read(withdrawn).sharing).toMatchObject([{ status: "WITHDRAWN" }]);
  const entry = [{ resource: otherStatus }, { resource: laterConsent }];
  expect(read({ resourceType: "Bundle", type: "collection", entry })).toMatchObject({
    kind: "STATUS",
    sharing: [{ status: "GIVEN" }],
  });
  const asked = [{ resource: { ...otherStatus, status: "requested" } }, { resource: laterConsent }];
  expect(read({ resourceType: "Bundle", type: "collection", entry: asked }).kind).toBe("CONSENT");
});
