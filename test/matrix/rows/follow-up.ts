import { addDays } from "@samvirke/kernel";
import type { Expected, MatrixCase, Output } from "../model.ts";
import { certified, sentTo, used } from "../wire/certificates.ts";
import { planned, planTold, portal, scanned, stated, told } from "../wire/follow-ups.ts";
import { certificateId, today } from "../wire/ground.ts";

const sent = [certified(), sentTo(certificateId)];
const onLeave = ["sick-leaves ok", "spells hub"];
const onLeaveSent = ["sick-leaves ok sent", "spells hub"];
const atWork = ["sick-leaves", "spells"];

const notice: Output = {
  to: "welfare",
  kind: "FOLLOW_UP_PLAN",
  contentType: "application/json",
  has: [/"virksomhetsnummer":"999990002"/, /"behovForBistandFraNav"/],
};
const planLetter: Output = {
  to: "health",
  kind: "FOLLOW_UP_PLAN",
  contentType: "application/xml",
  has: [/xmlstds\/dialog\/2006-10-11/, /application\/pdf/],
};

const managers = "teamsykmelding.syfo-narmesteleder-leesah";

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
    health: [...onLeave, "dialogues plan-letter"],
    welfare: [...onLeaveSent, `plans ${format.toLowerCase().replaceAll("_", "-")}`, "dialogues plan-letter"],
    employer: [...atWork, `plans ${format.toLowerCase().replaceAll("_", "-")}`],
    out: [notice, planLetter],
  });

const meetings = "teamsykefravr.isdialogmote-dm-statusendring";
// The record names no house of health: who gets the letter (R18) or answers it sees the meeting.
const called = told("MEETING_CALLED", meetings);
const toEmployer: Output = { to: "employer", kind: "MEETING", contentType: "application/json", lacks: [/Z999999/] };

const longAgo = addDays(today, -40);
const longAbsence = certified({
  spellStart: longAgo,
  periods: [{ kind: "FULL", from: longAgo, to: addDays(today, 5) }],
  contactOn: addDays(today, -3),
  lateContactReason: "Pasienten var innlagt og kunne ikke møte før nå, sykdommen er dokumentert av sykehuset.",
});

/** A5: statement, plan and welfare's own follow-up. */
export const followUp: ReadonlyArray<MatrixCase> = [
  {
    row: "R38",
    what: "medical statement",
    own: [stated],
    expected: of({
      events: ["WorkAbilityAssessed"],
      health: ["statements"],
      welfare: ["statements"],
      out: [
        { to: "welfare", kind: "MEDICAL_STATEMENT", contentType: "application/json", has: [/legeerklaeringObjectId/] },
        {
          to: "welfare",
          kind: "MEDICAL_STATEMENT",
          contentType: "application/json",
          lacks: [/legeerklaeringObjectId/],
        },
      ],
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
      employer: [...atWork, "plans rest"],
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
    expected: of({ events: ["FollowUpPlanShared"], welfare: ["plans notice"] }),
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
      health: onLeave,
      welfare: [...onLeaveSent, "meetings 1"],
      employer: [...atWork, "meetings 1"],
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
      health: onLeave,
      welfare: [...onLeaveSent, "meetings 2"],
      employer: [...atWork, "meetings 2"],
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
      health: onLeave,
      welfare: [...onLeaveSent, "meetings 1 held"],
      employer: [...atWork, "meetings 1 held"],
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
      health: onLeave,
      welfare: [...onLeaveSent, "meetings 1", "meeting-answers employer new-time"],
      employer: [...atWork, "meetings 1", "meeting-answers new-time"],
    }),
  },
  {
    row: "R45",
    what: "assessment of the activity requirement",
    own: [told("ACTIVITY_ASSESSMENT", "teamsykefravr.aktivitetskrav-vurdering")],
    expected: of({ events: ["FollowUpDecisionMade"], welfare: ["decisions activity-requirement"] }),
  },
  {
    row: "R45",
    what: "notice about the activity requirement",
    own: [told("ACTIVITY_NOTICE", "teamsykefravr.aktivitetskrav-varsel")],
    expected: of({ events: ["FollowUpDecisionMade"], welfare: ["decisions activity-requirement"] }),
  },
  {
    row: "R46",
    what: "meeting candidate",
    own: [told("MEETING_CANDIDATE", "teamsykefravr.isdialogmotekandidat-dialogmotekandidat")],
    expected: of({ events: ["FollowUpDecisionMade"], welfare: ["decisions meeting-need"] }),
  },
  {
    row: "R47",
    what: "welfare's spell",
    own: [told("FOLLOW_UP_SPELLS", "teamsykefravr.isoppfolgingstilfelle-oppfolgingstilfelle-person")],
    expected: of({ events: ["SpellDetermined"], welfare: ["spells welfare"] }),
  },
  {
    row: "R47",
    what: "welfare's spell for those who may see its start",
    before: sent,
    own: [told("FOLLOW_UP_SPELLS", "teamsykefravr.isoppfolgingstilfelle-oppfolgingstilfelle-person")],
    expected: of({
      events: ["SpellDetermined"],
      health: [...onLeave, "spells welfare"],
      welfare: [...onLeaveSent, "spells welfare"],
      employer: [...atWork, "spells"],
    }),
  },
  {
    row: "R48",
    what: "spell bit",
    own: [told("SPELL_BIT", "flex.syketilfellebiter")],
    expected: of({ events: ["SpellDetermined"], welfare: ["spells hub"] }),
  },
  {
    row: "R49",
    what: "sick pay while seeking work",
    own: [told("JOB_SEEKING_DECISION", "teamsykefravr.isfrisktilarbeid-vedtak-status")],
    expected: of({ events: ["FollowUpDecisionMade"], welfare: ["decisions job-seeking-period"] }),
  },
  {
    row: "R50",
    what: "line manager before anything was sent to the employer",
    own: [told("LINE_MANAGER", managers)],
    expected: of({ events: ["LineManagerRegistered"] }),
  },
  {
    row: "R50",
    what: "line manager at the employer that was sent a certificate",
    before: sent,
    own: [told("LINE_MANAGER", managers)],
    expected: of({
      events: ["LineManagerRegistered"],
      health: onLeave,
      welfare: onLeaveSent,
      employer: [...atWork, "line-managers"],
    }),
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
      health: ["sick-leaves pending status"],
      welfare: ["duties plan open source-deleted"],
      out: [
        { to: "welfare", kind: "REMOVAL", contentType: "application/json" },
        { to: "employer", kind: "REMOVAL", contentType: "application/json" },
      ],
    }),
  },
];
