import { addDays } from "@samvirke/kernel";
import type { Expected, MatrixCase, Output } from "../model.ts";
import { certified, sentTo, used } from "../wire/certificates.ts";
import { planned, planTold, portal, scanned, stated, told } from "../wire/follow-ups.ts";
import { certificateId, today } from "../wire/ground.ts";

const sent = [certified(), sentTo(certificateId)];
const onLeave = ["sick_leave OK", "spell HUB"];
const onLeaveSent = ["sick_leave OK SENT", "spell HUB"];
const atWork = ["sick_leave", "spell HUB"];

const notice: Output = {
  to: "welfare",
  kind: "FOLLOW_UP_PLAN",
  contentType: "application/json",
  has: [/"virksomhetsnummer":"999990002"/, /"behovForBistandFraNav"/],
};
const planLetter: Output = {
  to: "health",
  kind: "DIALOGUE",
  contentType: "application/xml",
  has: [/xmlstds\/dialog\/2006-10-11/, /application\/pdf/],
};

const of = (more: Partial<Expected>): Expected => ({
  outcomes: ["accepted"],
  events: [],
  health: [],
  welfare: [],
  employer: [],
  out: [],
  receipt: "no AppRec",
  ...more,
});

const plan = (format: string): Expected =>
  of({
    events: ["DialogueMessageSent", "FollowUpPlanShared"],
    health: [...onLeave, "dialogue PLAN_LETTER"],
    welfare: [...onLeaveSent, `plan ${format}`, "dialogue PLAN_LETTER"],
    employer: [...atWork, `plan ${format}`],
    out: [notice, planLetter],
  });

const meetings = "teamsykefravr.isdialogmote-dm-statusendring";
const called = told("MEETING_CALLED", meetings);
const toEmployer: Output = { to: "employer", kind: "MEETING", contentType: "application/json", lacks: [/Z999999/] };

const longAgo = addDays(today, -40);
const longAbsence = certified({
  spellStart: longAgo,
  periods: [{ kind: "FULL", from: longAgo, to: addDays(today, 5) }],
});

/** A5: statement, plan and welfare's own follow-up. */
export const followUp: ReadonlyArray<MatrixCase> = [
  {
    row: "R38",
    what: "medical statement",
    own: [stated],
    expected: of({
      events: ["WorkAbilityAssessed"],
      health: ["statement"],
      welfare: ["statement"],
      out: [{ to: "welfare", kind: "MEDICAL_STATEMENT", contentType: "application/json", has: [/legeerklaering/i] }],
      receipt: "1.0: 1",
    }),
  },
  {
    row: "R39",
    what: "plan by the employer's system, to welfare and doctor",
    before: sent,
    own: [planned()],
    expected: plan("REST"),
  },
  {
    row: "R39",
    what: "plan that is shared with nobody",
    before: sent,
    own: [planned({ sendPlanToNav: false, sendPlanToGeneralPractitioner: false })],
    expected: of({
      events: ["FollowUpPlanShared"],
      health: onLeave,
      welfare: onLeaveSent,
      employer: [...atWork, "plan REST"],
    }),
  },
  {
    row: "R39",
    what: "plan without a sent certificate",
    own: [planned()],
    expected: of({ outcomes: ["rejected"], events: ["MessageRefused"] }),
  },
  { row: "R40", what: "plan in the portal's batch", before: sent, own: [portal("4")], expected: plan("PORTAL_4") },
  { row: "R40", what: "plan of 2016 alone", before: sent, own: [portal()], expected: plan("FORM_2016") },
  {
    row: "R41",
    what: "welfare's word that a plan exists",
    own: [planTold],
    expected: of({ events: ["FollowUpPlanShared"], welfare: ["plan NOTICE"] }),
  },
  {
    row: "R42",
    what: "scanned certificate",
    own: [scanned],
    expected: of({ outcomes: ["unsupported"], events: ["MessageRefused"] }),
  },
  {
    row: "R43",
    what: "meeting called",
    before: sent,
    own: [called],
    expected: of({
      events: ["DialogueMeetingCalled"],
      health: [...onLeave, "meeting 1"],
      welfare: [...onLeaveSent, "meeting 1"],
      employer: [...atWork, "meeting 1"],
      out: [toEmployer],
    }),
  },
  {
    row: "R43",
    what: "meeting moved",
    before: [...sent, called],
    own: [told("MEETING_MOVED", meetings, () => ({ at: Date.now() - 1_000, meetingAt: Date.now() + 21 * 86_400_000 }))],
    expected: of({
      events: ["DialogueMeetingCalled"],
      health: [...onLeave, "meeting 2"],
      welfare: [...onLeaveSent, "meeting 2"],
      employer: [...atWork, "meeting 2"],
      out: [toEmployer],
    }),
  },
  {
    row: "R43",
    what: "meeting held",
    before: [...sent, called],
    own: [told("MEETING_HELD", meetings, () => ({ at: Date.now() - 1_000 }))],
    expected: of({
      events: ["DialogueMeetingEnded"],
      health: [...onLeave, "meeting 1 HELD"],
      welfare: [...onLeaveSent, "meeting 1 HELD"],
      employer: [...atWork, "meeting 1 HELD"],
      out: [toEmployer],
    }),
  },
  {
    row: "R44",
    what: "the employer's answer to a call",
    before: [...sent, called],
    own: [told("MEETING_ANSWER", "teamsykefravr.isdialogmote-svar")],
    expected: of({
      events: ["DialogueMeetingAnswered"],
      health: [...onLeave, "meeting 1"],
      welfare: [...onLeaveSent, "meeting 1", "meeting_answer EMPLOYER COMING"],
      employer: [...atWork, "meeting 1", "meeting_answer COMING"],
    }),
  },
  {
    row: "R45",
    what: "assessment of the activity requirement",
    own: [told("ACTIVITY_ASSESSMENT", "teamsykefravr.aktivitetskrav-vurdering")],
    expected: of({ events: ["FollowUpDecisionMade"], welfare: ["decision ACTIVITY_REQUIREMENT"] }),
  },
  {
    row: "R45",
    what: "notice about the activity requirement",
    own: [told("ACTIVITY_NOTICE", "teamsykefravr.aktivitetskrav-varsel")],
    expected: of({ events: ["FollowUpDecisionMade"], welfare: ["decision ACTIVITY_REQUIREMENT"] }),
  },
  {
    row: "R46",
    what: "meeting candidate",
    own: [told("MEETING_CANDIDATE", "teamsykefravr.isdialogmotekandidat-dialogmotekandidat")],
    expected: of({ events: ["FollowUpDecisionMade"], welfare: ["decision MEETING_NEED"] }),
  },
  {
    row: "R47",
    what: "welfare's spell",
    own: [told("FOLLOW_UP_SPELLS", "teamsykefravr.isoppfolgingstilfelle-oppfolgingstilfelle-person")],
    expected: of({ events: ["SpellDetermined"], welfare: ["spell WELFARE"] }),
  },
  {
    row: "R47",
    what: "welfare's spell for those who may see its start",
    before: sent,
    own: [told("FOLLOW_UP_SPELLS", "teamsykefravr.isoppfolgingstilfelle-oppfolgingstilfelle-person")],
    expected: of({
      events: ["SpellDetermined"],
      health: [...onLeave, "spell WELFARE"],
      welfare: [...onLeaveSent, "spell WELFARE"],
      employer: [...atWork, "spell WELFARE"],
    }),
  },
  {
    row: "R48",
    what: "spell bit",
    own: [told("SPELL_BIT", "flex.syketilfellebiter")],
    expected: of({ events: [] }),
  },
  {
    row: "R49",
    what: "sick pay while seeking work",
    own: [told("JOB_SEEKING_DECISION", "teamsykefravr.isfrisktilarbeid-vedtak-status")],
    expected: of({ events: ["FollowUpDecisionMade"], welfare: ["decision JOB_SEEKING_PERIOD"] }),
  },
  {
    row: "R50",
    what: "line manager",
    own: [told("LINE_MANAGER", "teamsykmelding.syfo-narmesteleder-leesah")],
    expected: of({ events: [] }),
  },
  {
    row: "R51",
    what: "a number that was replaced",
    before: [certified()],
    own: [told("PERSON_NUMBERS", "pdl.aktor-v2")],
    expected: of({ events: ["PersonIdentityLinked"], health: onLeave, welfare: onLeave }),
  },
  {
    row: "R51",
    what: "protection",
    before: [certified()],
    own: [told("PERSON_PROTECTION", "pdl.leesah-v1")],
    expected: of({ events: ["PersonStatusChanged"], health: onLeave, welfare: onLeave }),
  },
  {
    row: "R51",
    what: "death",
    before: [certified()],
    own: [told("PERSON_DEATH", "pdl.leesah-v1")],
    expected: of({ events: ["PersonStatusChanged"], health: onLeave, welfare: onLeave }),
  },
  {
    row: "R13",
    what: "deleted after a deadline was reached",
    before: [longAbsence, sentTo(certificateId), "a day passes"],
    own: [used("SLETTET", certificateId)],
    expected: of({
      events: ["DeadlineWithdrawn", "SickLeaveDeleted", "SpellDetermined"],
      health: ["sick_leave PENDING STATUS"],
      welfare: ["duty PLAN OPEN SPELL_CHANGED"],
      out: [
        { to: "welfare", kind: "REMOVAL", contentType: "application/json" },
        { to: "employer", kind: "REMOVAL", contentType: "application/json" },
      ],
    }),
  },
];
