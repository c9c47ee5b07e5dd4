import type { Expected, MatrixCase, Output } from "../model.ts";
import { asks, bundled, consented, hub, parties, referred, says, starts, toWelfare } from "../wire/referrals.ts";

const { practice, hospital, welfare } = parties;

const toNav: Output = {
  to: "welfare",
  kind: "REFERRAL",
  contentType: "application/json",
  has: [/samvirke\.referral\/1/],
};
const withMedical: Output = { ...toNav, has: [/samvirke\.referral\/1/, /L88/] };
const withoutMedical: Output = { ...toNav, lacks: [/L88/, /Revmatoid/, /Smerter/] };
const withReason: Output = { ...toNav, has: [/samvirke\.referral\/1/, /Trenger hjelp for/] };
const told: Output = {
  to: "health",
  kind: "REFERRAL",
  contentType: "application/json",
  has: [/samvirke\.referral\/1/],
};
const xmlReceipt = "1.0: 1";
const http = "no AppRec";

const sent = (more: Partial<Expected>): Expected => ({
  outcomes: ["accepted"],
  events: ["ReferralSent"],
  health: ["referrals sent"],
  welfare: ["referrals sent"],
  employer: [],
  out: [withMedical],
  receipt: http,
  ...more,
});

const asksWelfare = hub("health", "referral", { sender: practice, receiver: welfare }, asks("WORK_HELP", "GIVEN"));
const asksHealth = hub("welfare", "referral", { sender: welfare, receiver: practice }, asks("CLARIFICATION", "GIVEN"));
const back = { sender: welfare, receiver: practice };
const forth = { sender: practice, receiver: welfare };

const statusToHealth: Output = {
  to: "health",
  kind: "REFERRAL",
  contentType: "application/xml",
  has: [/xmlstds\/dialog\/2013-01-23/, /9148/],
};

const taskToHealth: Output = {
  to: "health",
  kind: "REFERRAL",
  contentType: "application/fhir+json",
  has: [/"resourceType":"Task"/, /"status":"accepted"/],
};

/** A4: referrals between the sectors. */
export const sectors: ReadonlyArray<MatrixCase> = [
  {
    row: "R32",
    what: "Henvisning 2.0 to welfare with consent",
    own: [referred({ ...toWelfare, consent: "1" })],
    expected: sent({ receipt: xmlReceipt }),
  },
  {
    row: "R32",
    what: "Henvisning 1.1 to welfare without consent",
    own: [referred({ ...toWelfare, version: "1.1" })],
    expected: sent({ events: ["ReferralSent"], out: [withoutMedical], receipt: xmlReceipt }),
  },
  { row: "R32", what: "hub JSON to welfare", own: [asksWelfare], expected: sent({}) },
  {
    row: "R32",
    what: "hub JSON to welfare, consent refused",
    own: [hub("health", "referral", forth, asks("WORK_HELP", "REFUSED"))],
    expected: sent({ out: [withoutMedical] }),
  },
  {
    row: "R32",
    what: "FHIR bundle to welfare",
    own: [bundled()],
    expected: sent({ events: ["ReferralSent", "SharingConsentRecorded"], out: [withReason] }),
  },
  {
    row: "R32",
    what: "FHIR bundle to welfare, consent given later",
    before: [bundled(false)],
    own: [consented("active")],
    expected: sent({ events: ["SharingConsentRecorded"], out: [withReason] }),
  },
  {
    row: "R32",
    what: "FHIR bundle to welfare, consent taken back",
    before: [bundled()],
    own: [consented("inactive")],
    expected: sent({ events: ["SharingConsentRecorded"], out: [], hides: { welfare: [/Trenger hjelp for/] } }),
  },
  {
    row: "R33",
    what: "clarification asked for by welfare",
    own: [asksHealth],
    expected: sent({
      out: [
        {
          to: "health",
          kind: "DIALOGUE",
          contentType: "application/xml",
          has: [/xmlstds\/dialog\/2006-10-11/],
          lacks: [/L88/],
        },
      ],
    }),
  },
  {
    row: "R34",
    what: "job support that starts",
    before: [hub("health", "referral", forth, asks("JOB_SUPPORT", "GIVEN"))],
    own: [hub("welfare", "efforts", back, starts)],
    expected: sent({
      events: ["EffortRecorded"],
      health: ["referrals started", "efforts joint"],
      welfare: ["referrals started", "efforts joint"],
      out: [told],
    }),
  },
  {
    row: "R35",
    what: "work health clinic within health, with consent",
    own: [hub("health", "referral", { sender: practice, receiver: hospital }, asks("WORK_HEALTH_CLINIC", "GIVEN"))],
    expected: sent({ out: [{ to: "health", kind: "REFERRAL", contentType: "application/json" }, withoutMedical] }),
  },
  {
    row: "R36",
    what: "rehabilitation within health, with consent",
    own: [referred({ messageType: "HENVISNING_REHAB", consent: "1" })],
    expected: sent({ out: [{ to: "health", kind: "REFERRAL", contentType: "application/xml" }, withoutMedical] }),
  },
  {
    row: "R36",
    what: "rehabilitation asked for by welfare",
    own: [hub("welfare", "referral", { sender: welfare, receiver: practice }, asks("REHABILITATION", "GIVEN"))],
    expected: sent({ out: [{ to: "health", kind: "DIALOGUE", contentType: "application/xml" }] }),
  },
  ...(
    [
      ["ACCEPTED", "ReferralGranted", "GRANTED"],
      ["FORWARDED", "ReferralForwarded", "FORWARDED"],
      ["DECLINED", "ReferralDeclined", "DECLINED"],
    ] as const
  ).map(([outcome, event, state]): MatrixCase => ({
    row: "R37",
    what: `welfare's word: ${outcome}`,
    before: [asksWelfare],
    own: [hub("welfare", "status", back, says(outcome))],
    expected: sent({
      events: [event],
      health: [`referrals ${state.toLowerCase().replaceAll("_", "-")}`],
      welfare: [`referrals ${state.toLowerCase().replaceAll("_", "-")}`],
      out: [told],
    }),
  })),
  {
    row: "R37",
    what: "welfare's word on a Henvisning",
    before: [referred({ ...toWelfare, consent: "1" })],
    own: [hub("welfare", "status", back, says("ACCEPTED"))],
    expected: sent({
      events: ["ReferralGranted"],
      health: ["referrals granted"],
      welfare: ["referrals granted"],
      out: [statusToHealth],
    }),
  },
  {
    row: "R37",
    what: "welfare's word on a FHIR bundle",
    before: [bundled()],
    own: [hub("welfare", "status", back, says("ACCEPTED"))],
    expected: sent({
      events: ["ReferralGranted"],
      health: ["referrals granted"],
      welfare: ["referrals granted"],
      out: [taskToHealth],
    }),
  },
  {
    row: "R37",
    what: "health's word to welfare",
    before: [asksHealth],
    own: [hub("health", "status", forth, says("CALLED_IN"))],
    expected: sent({
      events: ["EffortRecorded", "ReferralGranted"],
      health: ["efforts health", "referrals granted"],
      welfare: ["efforts health", "referrals granted"],
      out: [{ ...toNav, has: [/samvirke\.referral\/1/, /CALLED_IN/] }],
    }),
  },
];
