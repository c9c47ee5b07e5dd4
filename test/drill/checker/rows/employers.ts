import { followedRows } from "../changes.ts";
import type { Seen } from "../content.ts";
import { sealedHashes } from "../content.ts";
import type { Evidence } from "../evidence.ts";
import type { Report } from "../finding.ts";
import { partyAlias } from "../ids.ts";
import type { Log } from "../log.ts";
import type { View, Wanted, WantedRow } from "./view.ts";

/** The one employer of the load, and the party that sends its plans. */
const [employer, party] = ["999990002", "local-employer"];

const content = (seen: Seen | undefined): Wanted => ({
  content_id: seen?.id,
  content_type: seen?.type,
  identity: seen && sealedHashes(seen).get("identity"),
  work: seen && sealedHashes(seen).get("work"),
});

interface Told {
  readonly events: ReadonlyArray<Seen>;
  readonly own: string;
  readonly sender: string;
}

const ofType = (events: ReadonlyArray<Seen>, type: string): ReadonlyArray<Seen> =>
  events.filter((seen) => seen.type === type);

const sent = ({ events, own }: Told): ReadonlyMap<string, WantedRow> => {
  const certified = new Map(ofType(events, "SickLeaveCertified").map((seen) => [seen.fields["sickLeaveId"], seen]));
  return new Map(
    ofType(events, "SickLeaveSentToEmployer").map((sending) => {
      const id = sending.fields["sickLeaveId"];
      const columns = {
        person_id: sending.key,
        ...content(certified.get(id)),
        sending_id: sending.id,
        sending_type: sending.type,
        sending: sealedHashes(sending).get("work"),
      };
      return [`${String(id)} ${own}`, { message: sending.message, columns }];
    }),
  );
};

const plans = ({ events, own, sender }: Told): ReadonlyMap<string, WantedRow> =>
  new Map(
    ofType(events, "FollowUpPlanShared")
      .filter(({ fields }) => fields["format"] !== "NOTICE")
      .flatMap((seen) => {
        const { planId, revision, format } = seen.fields;
        const row = { message: seen.message, columns: { person_id: seen.key, revision, format, ...content(seen) } };
        return [own, sender].map((alias) => [`${String(planId)} ${alias}`, row] as const);
      }),
  );

const meetings = ({ events, own }: Told): ReadonlyMap<string, WantedRow> =>
  new Map(
    ofType(events, "DialogueMeetingCalled").map((seen) => {
      const { meetingId, revision } = seen.fields;
      const columns = { person_id: seen.key, revision, ...content(seen) };
      return [`${String(meetingId)} ${own}`, { message: seen.message, columns }];
    }),
  );

/** The employer sees the spells of whoever sent it a certificate. */
const spells = ({ events, own }: Told): ReadonlyMap<string, WantedRow> => {
  const persons = new Set(ofType(events, "SickLeaveSentToEmployer").map(({ key }) => key));
  const rows = new Map<string, WantedRow>();
  for (const seen of ofType(events, "SpellDetermined")) {
    const name = `${String(seen.fields["spellId"])} ${own}`;
    if (seen.fields["outcome"] === "NONE") rows.delete(name);
    if (seen.fields["outcome"] !== "STANDS" || !persons.has(seen.key)) continue;
    const columns = { person_id: seen.key, revision: seen.fields["revision"], ...content(seen) };
    rows.set(name, { message: seen.message, columns });
  }
  return rows;
};

const bytes = ["identity", "work", "sending"];

/** What the employer sees: what was sent to it, its plans, its meetings and its persons' spells, and nothing else. */
export const employerViews = ({ pepper }: Evidence, log: Log): ReadonlyArray<View> => {
  const told: Told = {
    events: log.get("samvirke.events") ?? [],
    own: partyAlias(pepper, "ENH", employer),
    sender: partyAlias(pepper, "party", party),
  };
  const view = (table: string, key: string, wanted: View["wanted"]): View => ({
    table: `view_employer.${table}`,
    keys: [key, "party"],
    bytes,
    wanted,
  });
  return [
    view("sick_leave", "sick_leave_id", sent(told)),
    view("plan", "plan_id", plans(told)),
    view("meeting", "meeting_id", meetings(told)),
    view("spell", "spell_id", spells(told)),
  ];
};

const feedNames: Readonly<Record<string, string>> = {
  "view_employer.sick_leave": "sick-leaves",
  "view_employer.plan": "plans",
  "view_employer.meeting": "meetings",
  "view_employer.spell": "spells",
};

/** Who follows the employers' feed has the same rows at its end. */
export const checkFollowed = (report: Report, views: ReadonlyArray<View>, log: Log): void => {
  const followed = followedRows(log);
  const wanted = new Map<string, WantedRow>(
    views.flatMap(({ table, wanted: rows }) =>
      [...rows].map(([name, row]) => [`${feedNames[table]} ${name}`, row] as const),
    ),
  );
  for (const [name, { message }] of wanted)
    if (!followed.has(name))
      report.note("lost", `log samvirke.employer.changes, ${name}`, "followers have no such row", message?.n);
  for (const [name, { message }] of followed)
    if (!wanted.has(name))
      report.note("duplicated", `log samvirke.employer.changes, ${name}`, "followers have a row too many", message?.n);
};
