import type { Sector } from "./party.ts";
import type { SubjectName, Telling } from "./view-subjects.ts";
import { subjects } from "./view-subjects.ts";
import { employerRule, healthRules, welfareOpensOfReferral, welfareRules } from "./view-rules.ts";

/** An event that a row keeps, and which parts of it a side opens, as an SQL expression. */
export interface Slot {
  readonly column: "event" | "end_event" | "review_event" | "use_event";
  readonly opens: string;
}

/** What a side sees of a subject: where the rows lie, who may see them, and what is told of them. */
export interface View {
  readonly schema: string;
  readonly table: string;
  readonly id: string;
  /** A condition over the row `v` and the reader's aliases. */
  readonly rule: string;
  readonly columns: Readonly<Record<string, Telling>>;
  readonly slots: ReadonlyArray<Slot>;
  /** Rows of another view that belong to a row, by a column that both have. */
  readonly children?: { readonly as: string; readonly view: string; readonly by: string };
}

const everything = "'identity work case medical'";
const whole: ReadonlyArray<Slot> = [{ column: "event", opens: everything }];
const only = (parts: string): ReadonlyArray<Slot> => [{ column: "event", opens: `'${parts}'` }];

const view = (
  schema: string,
  name: SubjectName,
  more: Pick<View, "rule" | "slots"> & Pick<Partial<View>, "children">,
): View => ({ schema, ...subjects[name], ...more });

const health = (name: SubjectName, more: Parameters<typeof view>[2]): View => view("view_health", name, more);
const welfare = (name: SubjectName, more: Parameters<typeof view>[2]): View => view("view_welfare", name, more);

const eventsOfReferral = { as: "events", view: "referral-events", by: "referral_id" };
const answersOfMeeting = { as: "answers", view: "meeting-answers", by: "meeting_id" };

const healthViews: Readonly<Record<string, View>> = {
  referrals: health("referrals", { rule: healthRules.referral, slots: [], children: eventsOfReferral }),
  "referral-events": health("referral-events", { rule: healthRules.referral, slots: whole }),
  "referral-copies": health("referral-copies", { rule: healthRules.referralCopy, slots: whole }),
  dialogues: health("dialogues", { rule: healthRules.dialogue, slots: whole }),
  statements: health("statements", { rule: healthRules.statement, slots: whole }),
  // Time and place; office and case worker are NAV's.
  meetings: health("meetings", { rule: healthRules.meeting, slots: only("work"), children: answersOfMeeting }),
  "meeting-answers": health("meeting-answers", { rule: healthRules.meetingAnswer, slots: whole }),
  spells: health("spells", { rule: healthRules.spell, slots: only("work") }),
  duties: health("duties", { rule: healthRules.duty, slots: only("case") }),
  efforts: health("efforts", { rule: healthRules.effort, slots: only("case") }),
  consents: health("consents", { rule: healthRules.consent, slots: only("case") }),
  deliveries: health("deliveries", { rule: healthRules.delivery, slots: only("case") }),
};

const meetingSlots: ReadonlyArray<Slot> = [...whole, { column: "end_event", opens: everything }];
const { own } = welfareRules;

const welfareViews: Readonly<Record<string, View>> = {
  referrals: welfare("referrals", { rule: welfareRules.referral, slots: [], children: eventsOfReferral }),
  "referral-events": welfare("referral-events", {
    rule: own,
    slots: [{ column: "event", opens: welfareOpensOfReferral }],
  }),
  dialogues: welfare("dialogues", { rule: own, slots: whole }),
  statements: welfare("statements", { rule: own, slots: whole }),
  plans: welfare("plans", { rule: own, slots: whole }),
  meetings: welfare("meetings", { rule: welfareRules.meeting, slots: meetingSlots, children: answersOfMeeting }),
  "meeting-answers": welfare("meeting-answers", { rule: own, slots: whole }),
  decisions: welfare("decisions", { rule: own, slots: whole }),
  spells: welfare("spells", { rule: own, slots: whole }),
  duties: welfare("duties", { rule: welfareRules.duty, slots: only("case") }),
  efforts: welfare("efforts", { rule: welfareRules.effort, slots: only("case") }),
  consents: welfare("consents", { rule: welfareRules.consent, slots: only("case") }),
  deliveries: welfare("deliveries", { rule: welfareRules.delivery, slots: only("case") }),
};

const employer = (table: string, id: string, columns: View["columns"]): View => ({
  schema: "view_employer",
  table,
  id,
  columns,
  rule: employerRule,
  // Identity and work are copied into the row; there is no event to open.
  slots: [],
});

const employerViews: Readonly<Record<string, View>> = {
  "sick-leaves": employer("sick_leave", "sick_leave_id", { channel: "name", received_at: "instant", remarks: "words" }),
  plans: employer("plan", "plan_id", { revision: "plain", format: "name", received_at: "instant" }),
  meetings: employer("meeting", "meeting_id", { revision: "plain", ended: "name" }),
  "meeting-answers": employer("meeting_answer", "answer_id", {
    meeting_id: "plain",
    answer: "name",
    received_at: "instant",
  }),
  spells: employer("spell", "spell_id", { revision: "plain" }),
  "line-managers": employer("line_manager", "relation_id", { changed_at: "instant" }),
};

const views: Readonly<Record<Sector, Readonly<Record<string, View>>>> = {
  health: healthViews,
  welfare: welfareViews,
  employer: employerViews,
};

// They are read with the rows that they belong to.
const inner: ReadonlySet<string> = new Set(["referral-events"]);

/** Every view that some side can ask for by name. */
export const viewNames: ReadonlyArray<string> = [
  ...new Set(Object.values(views).flatMap((own_) => Object.keys(own_))),
].filter((name) => !inner.has(name));

/** A side's view of a name; undefined where the side has none. */
export const viewOf = (sector: Sector, name: string): View | undefined =>
  Object.hasOwn(views[sector], name) ? views[sector][name] : undefined;

/** The same, for whoever asks from outside. */
export const openViewOf = (sector: Sector, name: string): View | undefined =>
  inner.has(name) ? undefined : viewOf(sector, name);
