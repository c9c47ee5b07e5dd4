import type { PlanCase, PlanWork } from "@samvirke/contracts";
import { E, fold } from "@samvirke/kernel";
import { specification } from "@samvirke/testing";
import assert from "node:assert/strict";
import { test } from "vitest";
import { archive, at, day, id, patient, received } from "../sick-leave/certificate.cases.ts";
import { plan, planIdOf } from "./decide.ts";
import { planFact } from "./facts.ts";
import type { PlanContent, PlanEvent, PlanReplies, RegisterPlan } from "./model.ts";

const work: PlanWork = {
  employer: { number: null, name: null, isInclusive: null, hasOccupationalHealth: null },
  contacts: [],
  position: null,
  firstAbsenceDay: null,
  certificateDay: null,
  certificateGrade: null,
  ordinaryTasks: "bestilling",
  possibleTasks: null,
  impossibleTasks: null,
  earlierAdaptation: null,
  plannedAdaptation: null,
  otherOptions: null,
  followUp: null,
  evaluationDay: null,
  employeeTookPart: true,
  whyNotTakingPart: null,
  measures: [],
};
const shared: PlanCase = {
  sender: "",
  senderAliases: [],
  helpWanted: true,
  helpText: null,
  measureHelp: [],
  messageToClinician: null,
  clarifications: [],
  personPhone: null,
  systemName: null,
  systemVersion: null,
  systemEmail: null,
  changedOn: null,
  portalReference: null,
  portalTime: null,
  portalReporter: null,
  portalService: null,
  registryAnswers: { askedAt: null, activeEmployment: "UNKNOWN", sentCertificate: "UNKNOWN" },
  warnings: [],
};
const content: PlanContent = {
  format: "REST",
  toWelfare: true,
  toClinician: false,
  identity: { number: id("FNR", patient), name: null, envelopeNumbers: [], envelopeName: null, currentNumber: null },
  work,
  case: shared,
  medical: null,
};
const replies: PlanReplies = {
  askedAt: at("2026-03-02T12:00:01Z"),
  personFound: true,
  currentNumber: patient,
  activeEmployment: true,
  sentCertificate: true,
};
const register = (n: number, change: Partial<RegisterPlan> = {}): RegisterPlan => ({
  type: "RegisterPlan",
  received: { ...received, archiveId: archive(n), envelope: null },
  content,
  employer: "999966661",
  names: null,
  aliases: [],
  replies,
  policyVersion: "test",
  ...change,
});
const notice = (n: number, change: Partial<RegisterPlan> = {}): RegisterPlan =>
  register(n, {
    content: { ...content, format: "NOTICE", work: { ...work, employer: { ...work.employer, number: "999966661" } } },
    employer: null,
    replies: null,
    aliases: ["uuid-1"],
    ...change,
  });

const given = specification(plan);
const after = (command: RegisterPlan, ...history: ReadonlyArray<PlanEvent>): PlanEvent => {
  const events = plan.decide(command, fold(plan.evolve)(plan.initial, history));
  assert.ok(E.isRight(events) && events.right[0]);
  return events.right[0];
};
const sharedBy = (command: RegisterPlan, ...history: ReadonlyArray<PlanEvent>) => {
  const event = after(command, ...history);
  assert.ok(event.type === "FollowUpPlanShared", event.type);
  return event.value;
};
const refusedBy = (command: RegisterPlan): string => {
  const event = after(command);
  assert.ok(event.type === "MessageRefused", event.type);
  assert.equal(event.value.case?.receipt, null);
  return [event.value.class, ...(event.value.case?.findings.map(({ path, rule }) => `${path} ${rule}`) ?? [])].join(
    " ",
  );
};

test("a register that is not asked stops nothing, and the event says that nobody was asked", () => {
  const { activeEmployment: _, sentCertificate: __, ...asked } = replies;
  const { registryAnswers } = sharedBy(register(1, { replies: asked })).case;
  assert.deepEqual([registryAnswers.activeEmployment, registryAnswers.sentCertificate], ["UNKNOWN", "UNKNOWN"]);
});

test("a plan is shared under the employer that is authenticated, with the registers' answers", () => {
  const value = sharedBy(register(1));
  assert.deepEqual(
    [value.work.employer.number, value.revision, value.toWelfare, value.toClinician],
    ["999966661", 1, true, false],
  );
  assert.deepEqual(value.case.registryAnswers, {
    askedAt: replies.askedAt,
    activeEmployment: "YES",
    sentCertificate: "YES",
  });
  assert.equal(value.identity.currentNumber?.value, patient);
});

test.each([
  [
    "nobody named",
    { content: { ...content, identity: { ...content.identity, number: null } } },
    "CONTENT /employeeIdentificationNumber PERSON_NOT_NAMED",
  ],
  [
    "a person nobody knows",
    { replies: { ...replies, personFound: false } },
    "CONTENT /employeeIdentificationNumber PERSON_NOT_FOUND",
  ],
  [
    "no employment",
    { replies: { ...replies, activeEmployment: false } },
    "SENDER /employeeIdentificationNumber NO_ACTIVE_EMPLOYMENT",
  ],
  [
    "no certificate sent",
    { replies: { ...replies, sentCertificate: false } },
    "SENDER /employeeIdentificationNumber NO_ACTIVE_SENT_CERTIFICATE",
  ],
  ["a sender without a number", { employer: null, speaksFor: [] }, "SENDER  EMPLOYER_NOT_KNOWN"],
  [
    "an employer that the sender does not speak for",
    {
      content: { ...content, work: { ...work, employer: { ...work.employer, number: "999966662" } } },
      speaksFor: ["999966661"],
    },
    "SENDER Skjemainnhold/arbeidsgiver/orgnr EMPLOYER_NOT_THE_SENDERS",
  ],
  [
    "an id used before",
    { received: { ...received, archiveId: archive(1), conflictsWith: archive(9) } },
    "CONFLICT  MESSAGE_ID_REUSED",
  ],
] as ReadonlyArray<readonly [string, Partial<RegisterPlan>, string]>)(
  "%s is refused by a pointer, without a receipt",
  (_name, change, expected) => {
    assert.equal(refusedBy(register(1, change)), expected);
  },
);

test("the portal's plan is not asked about", () => {
  const form = { ...content, format: "PORTAL_2" as const };
  assert.equal(
    sharedBy(register(1, { content: form, replies: null })).case.registryAnswers.activeEmployment,
    "UNKNOWN",
  );
});

test("an employer's next plan is its next revision, another employer's is its first", () => {
  const first = after(register(1));
  assert.equal(sharedBy(register(2), first).revision, 2);
  assert.equal(sharedBy(register(3, { employer: "999966662" }), first).revision, 1);
});

test("welfare's word about a plan that is known says nothing new, by its id or by one told before", () => {
  const first = after(register(1));
  given(first)
    .when(notice(2, { names: planIdOf(archive(1)) }))
    .thenNothing();
  given(after(notice(2)))
    .when(notice(3))
    .thenNothing();
  assert.equal(sharedBy(notice(2, { names: planIdOf(archive(7)) }), first).format, "NOTICE");
});

test("a plan of an employer that has told before is no notice, so it counts", () => {
  assert.equal(sharedBy(register(2, { aliases: ["uuid-1"] }), after(notice(1))).format, "REST");
});

test("the same message again yields nothing", () =>
  given(after(register(1)))
    .when(register(1))
    .thenNothing());

test("follow-up is told of the employer, the day and the help asked for", () => {
  assert.deepEqual(planFact(sharedBy(register(1))), {
    fact: "PLAN",
    id: planIdOf(archive(1)),
    employer: "999966661",
    asksHelp: true,
    on: day("2026-03-02"),
  });
});

test("a number that fails its checksum is a warning", () => {
  const odd = { ...content, identity: { ...content.identity, number: id("FNR", "14858030058") } };
  assert.deepEqual(
    sharedBy(register(1, { content: odd })).case.warnings.map(({ path }) => path),
    ["/employeeIdentificationNumber"],
  );
});
