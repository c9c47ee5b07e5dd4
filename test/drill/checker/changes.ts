import type { Seen } from "./content.ts";
import { placeOf, sealedHashes } from "./content.ts";
import type { Report } from "./finding.ts";
import type { Log } from "./log.ts";

interface Column {
  readonly name: string;
  readonly text: string | null;
}

const columnOf = (change: Seen, name: string): string | null | undefined =>
  (change.fields["columns"] as ReadonlyArray<Column>).find((column) => column.name === name)?.text;

interface Told {
  readonly view: string;
  /** The field of the event that names the row. */
  readonly key: string;
  readonly isTold?: (event: Seen) => boolean;
}

const dialogue: Told = { view: "dialogues", key: "messageId" };
const statement: Told = { view: "statements", key: "statementId" };
const sickLeave: Told = { view: "sick-leaves", key: "sickLeaveId" };
const referral: Told = { view: "referrals", key: "referralId" };

/** What the subscribers of each feed are told of each event. */
const feeds: Readonly<Record<string, Readonly<Record<string, Told>>>> = {
  "samvirke.health.changes": {
    SickLeaveCertified: sickLeave,
    SickLeaveRejected: sickLeave,
    DialogueMessageSent: dialogue,
    WorkAbilityAssessed: statement,
    ReferralSent: referral,
    ReferralChanged: referral,
    ReferralCancelled: referral,
  },
  "samvirke.welfare.changes": {
    SickLeaveCertified: sickLeave,
    // A duplicate concerns nobody but its sender.
    SickLeaveRejected: { ...sickLeave, isTold: ({ fields }) => fields["reasonClass"] !== "DUPLICATE" },
    SickLeaveSentToEmployer: sickLeave,
    SickLeaveConfirmed: sickLeave,
    DialogueMessageSent: dialogue,
    WorkAbilityAssessed: statement,
    FollowUpPlanShared: { view: "plans", key: "planId" },
    FollowUpDecisionMade: { view: "decisions", key: "decisionId" },
    DialogueMeetingCalled: { view: "meetings", key: "meetingId" },
    SpellDetermined: { view: "spells", key: "spellId", isTold: ({ fields }) => fields["outcome"] !== "UNKNOWN" },
  },
};

// How a referral stands now is told beside what was said of it; duties come and go by days.
const isBeside = (change: Seen): boolean =>
  (change.fields["view"] === "referrals" && columnOf(change, "event") === undefined) ||
  change.fields["view"] === "duties";

const checkContent = (report: Report, change: Seen, { told, event }: { readonly told: Told; readonly event: Seen }) => {
  const n = event.message?.n;
  const wrong = (what: string): void => report.note("wrong", placeOf(change), what, n);
  if (change.fields["view"] !== told.view) wrong("it is a change of another view");
  if (change.fields["keyId"] !== event.fields[told.key]) wrong("it is about another row");
  if (change.key !== event.key) wrong("it lies under another person than its event");
  if (told.view === "referrals" && columnOf(change, "event") !== event.type) wrong("it names another event");
  const isGone = change.fields["change"] === "REMOVED";
  if (!isGone && change.fields["sealed"] !== event.fields["sealed"])
    wrong("its sealed parts are not those of the decision");
  const outcome = event.message?.expected.row;
  const isDecision = event.type === "SickLeaveCertified" || event.type === "SickLeaveRejected";
  if (isDecision && columnOf(change, "outcome") !== outcome) wrong("it tells another outcome than was decided");
};

const tellsOf = (topic: string, event: Seen): Told | undefined => {
  const told = feeds[topic]?.[event.type];
  return told === undefined || told.isTold?.(event) === false ? undefined : told;
};

const checkFeed = (report: Report, topic: string, log: Log): void => {
  const events = new Map((log.get("samvirke.events") ?? []).map((event) => [event.id, event]));
  const counts = new Map<string, number>();
  for (const change of log.get(topic) ?? []) {
    const event = events.get(String(change.fields["cause"]));
    if (!event) {
      report.note("duplicated", placeOf(change), "it follows from no event");
      continue;
    }
    if (isBeside(change)) continue;
    const told = tellsOf(topic, event);
    const count = (counts.get(event.id) ?? 0) + 1;
    counts.set(event.id, count);
    if (!told || count > 1)
      report.note("duplicated", placeOf(change), "its event calls for no such change", event.message?.n);
    else checkContent(report, change, { told, event });
  }
  for (const event of events.values())
    if (tellsOf(topic, event) && !counts.has(event.id))
      report.note("lost", `log ${topic}, event ${event.id}`, "subscribers were not told of it", event.message?.n);
};

/** Rows that a follower of the employers' feed has at its end, by view, key and party, with the event last told. */
export const followedRows = (log: Log): ReadonlyMap<string, Seen> => {
  const rows = new Map<string, Seen>();
  for (const change of log.get("samvirke.employer.changes") ?? []) {
    const [party] = change.fields["parties"] as ReadonlyArray<string>;
    const name = `${String(change.fields["view"])} ${String(change.fields["keyId"])} ${party}`;
    if (change.fields["change"] === "REMOVED") rows.delete(name);
    else rows.set(name, change);
  }
  return rows;
};

// An employer is told identity and work, and nothing else.
const checkEmployers = (report: Report, log: Log): void => {
  const events = new Map((log.get("samvirke.events") ?? []).map((event) => [event.id, event]));
  for (const change of log.get("samvirke.employer.changes") ?? []) {
    const event = events.get(String(change.fields["cause"]));
    if (!event) report.note("duplicated", placeOf(change), "it follows from no event");
    else if (event.key !== change.key)
      report.note("wrong", placeOf(change), "it lies under another person than its event", event.message?.n);
    for (const name of sealedHashes(change).keys())
      if (name !== "identity" && name !== "work")
        report.note("wrong", placeOf(change), `an employer is told a ${name} part`, event?.message?.n);
  }
};

/** What subscribers are told of an event is what the event says, once, with the parts sealed as they were. */
export const checkChanges = (report: Report, log: Log): void => {
  for (const topic of Object.keys(feeds)) checkFeed(report, topic, log);
  checkEmployers(report, log);
};
