import { addDays, day, fromOsloLocal, parseDay } from "@samvirke/kernel";
import type { Day, Instant } from "@samvirke/kernel";
import type { FollowUpFact } from "../../src/index.ts";
import type {
  BitFact,
  CertificateFact,
  CertificateUseFact,
  DecisionFact,
  MeetingAnswerFact,
  MeetingCallFact,
  MeetingEndFact,
  MessageFact,
  ReferralFact,
  ReferralStepFact,
} from "../../src/index.ts";

export const d = (text: string): Day => parseDay(text) ?? day(0);
/** Noon in Oslo, or the clock time given. */
export const at = (on: Day, hour = 12): Instant => fromOsloLocal(on * 86_400_000 + hour * 3_600_000);

type Period = readonly [from: string, to: string, kind?: CertificateFact["periods"][number]["kind"]];

export const certificate = (
  id: string,
  on: string,
  periods: ReadonlyArray<Period>,
  more: Partial<CertificateFact> = {},
): CertificateFact => ({
  fact: "CERTIFICATE",
  id,
  aliases: [],
  revision: 0,
  on: d(on),
  at: at(d(on)),
  periods: periods.map(([from, to, kind = "FULL"]) => ({ from: d(from), to: d(to), kind })),
  assessment: "OK",
  help: "NONE",
  ...more,
});

export const use = (
  id: string,
  on: string,
  what: CertificateUseFact["use"] = "SENT",
  employer: string | null = what === "SENT" ? "111" : null,
): CertificateUseFact => ({ fact: "CERTIFICATE_USE", id, use: what, employer, on: d(on), at: at(d(on)) });

/** A certificate that is sent to an employer on the day it comes. */
export const sent = (id: string, periods: ReadonlyArray<Period>, employer = "111"): ReadonlyArray<FollowUpFact> => {
  const on = periods[0]?.[0] ?? "";
  return [certificate(id, on, periods), use(id, on, "SENT", employer)];
};

export const bit = (
  id: string,
  [from, to]: readonly [string, string],
  tags: string,
  more: Partial<BitFact> = {},
): BitFact => ({
  fact: "BIT",
  id,
  employer: "111",
  createdAt: at(d(to)),
  happenedAt: at(d(to)),
  tags: tags.split(" "),
  resourceId: `resource-${id}`,
  resourceKey: null,
  from: d(from),
  to: d(to),
  corrects: null,
  ...more,
});

export const message = (
  id: string,
  kind: MessageFact["kind"],
  on: string,
  more: Partial<MessageFact> = {},
): MessageFact => ({
  fact: "MESSAGE",
  id,
  conversation: "c1",
  kind,
  from: kind === "ANSWER" || kind === "NOTE" ? "HEALTH" : "WELFARE",
  party: kind === "QUESTION" ? "clinic" : null,
  needsConsent: false,
  asksHelp: false,
  dueDay: null,
  on: d(on),
  ...more,
});

export const call = (
  id: string,
  on: string,
  meeting: string,
  more: Partial<MeetingCallFact> = {},
): MeetingCallFact => ({
  fact: "MEETING_CALL",
  id,
  meetingAt: at(d(meeting), 10),
  participants: ["PERSON", "EMPLOYER", "CLINICIAN"],
  employer: "111",
  on: d(on),
  at: at(d(on)),
  ...more,
});

export const meetingAnswer = (
  id: string,
  by: MeetingAnswerFact["by"],
  on: string,
  letter: string | null = null,
): MeetingAnswerFact => ({
  fact: "MEETING_ANSWER",
  id,
  by,
  answer: "COMING",
  letterAt: letter === null ? null : at(d(letter)),
  on: d(on),
  at: at(d(on), 15),
});

export const meetingEnd = (id: string, on: string, how: MeetingEndFact["how"] = "HELD"): MeetingEndFact => ({
  fact: "MEETING_END",
  id,
  how,
  on: d(on),
  at: at(d(on), 14),
});

export const decision = (
  subject: DecisionFact["subject"],
  outcome: string,
  on: string,
  more: Partial<DecisionFact> = {},
): DecisionFact => ({
  fact: "DECISION",
  id: `d-${subject}`,
  subject,
  outcome,
  final: true,
  on: d(on),
  at: at(d(on)),
  ...more,
});

export const referral = (id: string, on: string, more: Partial<ReferralFact> = {}): ReferralFact => ({
  fact: "REFERRAL",
  id,
  toWelfare: false,
  needsConsent: false,
  programme: "REHABILITATION",
  receiver: "unit",
  messages: [],
  on: d(on),
  ...more,
});

export const step = (
  id: string,
  what: ReferralStepFact["step"],
  on: string,
  receiver: string | null = null,
): ReferralStepFact => ({ fact: "REFERRAL_STEP", id, step: what, receiver, on: d(on) });

export const plan = (id: string, on: string, employer = "111", asksHelp = false): FollowUpFact => ({
  fact: "PLAN",
  id,
  employer,
  asksHelp,
  on: d(on),
});
export const died = (on: string, told = on): FollowUpFact => ({ fact: "DEATH", on: d(on), at: at(d(told)) });
export const deleted = (id: string, on: string): FollowUpFact => ({ fact: "DELETED", id, on: d(on) });
export const review = (id: string, on: string, outcome: "OK" | "INVALID"): FollowUpFact => ({
  fact: "REVIEW",
  id,
  outcome,
  on: d(on),
  at: at(d(on)),
});
export const consent = (id: string, on: string): FollowUpFact => ({ fact: "CONSENT", id, status: "GIVEN", on: d(on) });
export const effort = (id: string, on: string): FollowUpFact => ({ fact: "EFFORT", id, on: d(on) });
export const outgoing = (id: string, on: string, hour = 12): FollowUpFact => ({
  fact: "OUTGOING",
  id,
  receiver: "clinic",
  at: at(d(on), hour),
});
export const settled = (id: string, on: string): FollowUpFact => ({
  fact: "SETTLED",
  id,
  receiver: "clinic",
  on: d(on),
});

/** The day so many days after another, as text. */
export const plus = (text: string, days: number): string =>
  new Date(addDays(d(text), days) * 86_400_000).toISOString().slice(0, 10);
