import type { Seen } from "../content.ts";
import type { Log } from "../log.ts";
import type { View, Wanted, WantedRow } from "./view.ts";
import { kept } from "./view.ts";

type Fields = Seen["fields"];
type Names = Readonly<Record<string, string>>;

/** Rows that keep the last event about each thing. */
interface Keeping {
  readonly table: string;
  readonly schemas: ReadonlyArray<string>;
  readonly types: ReadonlyArray<string>;
  /** Key columns with the event's fields that name them. */
  readonly keys: Names;
  /** Further columns with theirs. */
  readonly columns?: Names;
  readonly isKept?: (fields: Fields) => boolean;
  /** The row goes. */
  readonly isGone?: (fields: Fields) => boolean;
}

const [health, welfare, cases] = ["view_health", "view_welfare", "view_case"];

const keepings: ReadonlyArray<Keeping> = [
  {
    table: "dialogue",
    schemas: [health, welfare],
    types: ["DialogueMessageSent"],
    keys: { message_id: "messageId" },
    columns: {
      conversation_id: "conversationId",
      parent_id: "parentId",
      archive_id: "archiveId",
      kind: "kind",
      from_side: "fromSide",
    },
  },
  {
    table: "statement",
    schemas: [health, welfare],
    types: ["WorkAbilityAssessed"],
    keys: { statement_id: "statementId" },
    columns: { archive_id: "archiveId" },
  },
  {
    table: "meeting",
    schemas: [health, welfare],
    types: ["DialogueMeetingCalled"],
    keys: { meeting_id: "meetingId" },
    columns: { revision: "revision", number: "number", employer: "employer", clinician: "clinician" },
  },
  {
    table: "decision",
    schemas: [welfare],
    types: ["FollowUpDecisionMade"],
    keys: { decision_id: "decisionId" },
    columns: { archive_id: "archiveId", subject: "subject", final: "final" },
  },
  {
    table: "plan",
    schemas: [welfare],
    types: ["FollowUpPlanShared"],
    keys: { plan_id: "planId" },
    columns: { archive_id: "archiveId", revision: "revision", format: "format", to_welfare: "toWelfare" },
    isKept: (fields) => fields["toWelfare"] === true || fields["format"] === "NOTICE",
  },
  {
    table: "delivery",
    schemas: [health, welfare, cases],
    types: ["DeliverySettled"],
    keys: { message_id: "messageId", receiver_role: "receiverRole", receiver_index: "receiverIndex" },
    columns: { outcome: "outcome", was_overdue: "wasOverdue", route_closed: "routeClosed" },
    isKept: (fields) => fields["ahead"] === false,
  },
  {
    table: "spell",
    schemas: [health, welfare],
    types: ["SpellDetermined"],
    keys: { spell_id: "spellId" },
    columns: { revision: "revision", source: "source", outcome: "outcome" },
    isKept: (fields) => fields["outcome"] === "STANDS",
    isGone: (fields) => fields["outcome"] === "NONE",
  },
  {
    table: "referral_event",
    schemas: [health],
    types: ["ReferralSent", "ReferralChanged", "ReferralCancelled"],
    keys: { referral_id: "referralId", event_id: "" },
    columns: { archive_id: "archiveId" },
  },
];

const nameOf = (seen: Seen, keys: Names): string =>
  Object.entries(keys)
    .map(([column, field]) => String(column === "event_id" ? seen.id : seen.fields[field]))
    .join(" ");

const columnsOf = (seen: Seen, columns: Names = {}): Wanted => ({
  person_id: seen.key,
  ...Object.fromEntries(Object.entries(columns).map(([column, field]) => [column, seen.fields[field]])),
  ...kept(seen),
});

const rowsOf = (keeping: Keeping, events: ReadonlyArray<Seen>): ReadonlyMap<string, WantedRow> => {
  const rows = new Map<string, WantedRow>();
  for (const seen of events) {
    if (!keeping.types.includes(seen.type)) continue;
    const name = nameOf(seen, keeping.keys);
    if (keeping.isGone?.(seen.fields)) rows.delete(name);
    else if (keeping.isKept?.(seen.fields) !== false)
      rows.set(name, { message: seen.message, columns: columnsOf(seen, keeping.columns) });
  }
  return rows;
};

/** Tables of the sectors' views whose rows keep an event each. */
export const keptViews = (log: Log): ReadonlyArray<View> => {
  const events = log.get("samvirke.events") ?? [];
  return keepings.flatMap((keeping) => {
    const wanted = rowsOf(keeping, events);
    const view = { keys: Object.keys(keeping.keys), bytes: ["event"], wanted };
    return keeping.schemas.map((schema) => ({ ...view, table: `${schema}.${keeping.table}` }));
  });
};

const isDecision = ({ type }: Seen): boolean => type === "SickLeaveCertified" || type === "SickLeaveRejected";

const decidedColumns = (seen: Seen): Wanted => ({
  person_id: seen.key,
  archive_id: seen.fields["archiveId"],
  outcome: seen.message?.expected.row,
  duplicate_of: seen.fields["duplicateOf"],
  ...kept(seen),
});

const uses: Readonly<Record<string, string>> = { SickLeaveSentToEmployer: "SENT", SickLeaveConfirmed: "CONFIRMED" };

const usedColumns = (use: Seen | undefined): Wanted => ({
  used: use && uses[use.type],
  use_event_id: use?.id,
  use_event_type: use?.type,
  use_event: use?.sha256,
});

/** Certificates in both views; what the person did with them in welfare's. */
export const sickLeaveViews = (log: Log): ReadonlyArray<View> => {
  const events = log.get("samvirke.events") ?? [];
  const decisions = events.filter(isDecision);
  const idOf = (seen: Seen): string => String(seen.fields["sickLeaveId"]);
  const used = new Map(events.filter(({ type }) => type in uses).map((seen) => [idOf(seen), seen]));
  const rows = (columns: (seen: Seen) => Wanted, list: ReadonlyArray<Seen>) =>
    new Map(list.map((seen) => [idOf(seen), { message: seen.message, columns: columns(seen) }]));
  // A duplicate is no certificate of its own: the one that it repeats stands.
  const certificates = decisions.filter(({ fields }) => fields["reasonClass"] !== "DUPLICATE");
  const view = { keys: ["sick_leave_id"], bytes: ["event", "use_event"] };
  return [
    { ...view, table: "view_health.sick_leave", wanted: rows(decidedColumns, decisions) },
    {
      ...view,
      table: "view_welfare.sick_leave",
      wanted: rows((seen) => ({ ...decidedColumns(seen), ...usedColumns(used.get(idOf(seen))) }), certificates),
    },
  ];
};

interface Referral {
  readonly first: Seen;
  readonly content: Seen | undefined;
  readonly isCancelled: boolean;
}

const referralsIn = (events: ReadonlyArray<Seen>): ReadonlyMap<string, Referral> => {
  const found = new Map<string, Referral>();
  for (const seen of events) {
    if (!seen.type.startsWith("Referral")) continue;
    const id = String(seen.fields["referralId"]);
    const before = found.get(id) ?? { first: seen, content: undefined, isCancelled: false };
    const isCancelled = before.isCancelled || seen.type === "ReferralCancelled";
    found.set(id, { ...before, isCancelled, content: seen.type === "ReferralCancelled" ? before.content : seen });
  }
  return found;
};

const statusOf = ({ content, isCancelled }: Referral, delivered: ReadonlySet<unknown>): string => {
  if (content === undefined) return "cancelledAhead";
  if (isCancelled) return "cancelled";
  return delivered.has(content.fields["archiveId"]) ? "delivered" : "sent";
};

/** How each referral stands, in both views: by the newest content, whether a receipt came for that, and whether it was cancelled. */
export const referralViews = (log: Log): ReadonlyArray<View> => {
  const events = log.get("samvirke.events") ?? [];
  const settled = events.filter(({ type, fields }) => type === "DeliverySettled" && fields["outcome"] === "OK");
  const delivered = new Set(settled.map(({ fields }) => fields["messageId"]));
  const wanted = new Map(
    [...referralsIn(events)].map(([id, referral]) => {
      const { content, first } = referral;
      const columns = {
        person_id: first.key,
        archive_id: content?.fields["archiveId"],
        content: content === undefined ? "" : content.fields["archiveId"],
        status: statusOf(referral, delivered),
      };
      return [id, { message: first.message, columns }] as const;
    }),
  );
  return [health, welfare].map((schema) => ({ table: `${schema}.referral`, keys: ["referral_id"], wanted }));
};
