import { lineageOf } from "@samvirke/contracts";
import type { Codec } from "@samvirke/contracts";
import { compartments, header } from "@samvirke/kernel";
import type { EventId, Headers, KeyPort, PersonId } from "@samvirke/kernel";
import type { Statement, Store } from "@samvirke/store";
import { differences } from "../../core/replay/difference.ts";
import type { MayTell } from "../../core/replay/difference.ts";
import type { Difference } from "../../core/replay/report.ts";
import { isRule, rulesIn } from "../../core/replay/rules-in.ts";
import type { StageEntry } from "../../core/stages.ts";
import { arrayText } from "./array-text.ts";
import type { Standing } from "./chosen.ts";
import { makeOpener } from "./opened.ts";
import type { Kept, OpenRecord } from "./opened.ts";

/** A run whose records are to be compared with the log. */
export interface Comparing {
  readonly store: Pick<Store, "query">;
  readonly codec: Codec;
  readonly keys: KeyPort;
  readonly run: string;
  readonly everybody: boolean;
}

interface Row {
  readonly id: EventId;
  readonly key: PersonId;
  readonly live_type: string | null;
  readonly live_headers: Headers | null;
  readonly live_value: Uint8Array | null;
  readonly own_type: string | null;
  readonly own_headers: Headers | null;
  readonly own_value: Uint8Array | null;
}

// The live side is what this stage itself had written when the replay began, of the persons that are replayed.
const liveOf = (run: string, everybody: boolean): string => `
  select l.* from hub.log l join unnest($3::smallint[], $4::bigint[]) as h(partition, next)
      on h.partition = l.partition and l.position < h.next
    where l.topic = $1 and l.headers::jsonb @> jsonb_build_array(jsonb_build_array('ce_source', $2::text))
      ${everybody ? "" : `and l.key in (select person from ${run}.person)`}`;

const ownOf = (run: string): string => `
  select a.* from ${run}.appended a
    where a.topic = $1 and a.headers::jsonb @> jsonb_build_array(jsonb_build_array('ce_source', $2::text))`;

const unlikeStatement = ({ run, everybody }: Comparing): Statement => ({
  name: `unlike_${run}`,
  text: `select coalesce(l.id, a.id) as id, coalesce(l.key, a.key) as key,
      l.type as live_type, l.headers as live_headers, l.value as live_value,
      a.type as own_type, a.headers as own_headers, a.value as own_value
    from (${liveOf(run, everybody)}) l full join (${ownOf(run)}) a on a.id = l.id
    where l.id is null or a.id is null or l.value <> a.value or l.type <> a.type
      or l.key <> a.key or l.headers::text <> a.headers::text`,
});

const countStatement = ({ run, everybody }: Comparing): Statement => ({
  name: `compared_${run}`,
  text: `select count(*) as n from (${liveOf(run, everybody)}) l full join (${ownOf(run)}) a on a.id = l.id`,
});

// A person's records that both have, numbered in the order of each.
const movedStatement = ({ run, everybody }: Comparing): Statement => ({
  name: `moved_${run}`,
  text: `select id, key, type, headers from (
      select l.id, l.key, l.type, l.headers, row_number() over (partition by l.key order by l.position) as live,
        row_number() over (partition by l.key order by a.rank) as own
      from (${liveOf(run, everybody)}) l join (${ownOf(run)}) a on a.id = l.id
    ) placed where live <> own`,
});

const parametersOf = ({ name, to = "" }: StageEntry, { heads }: Standing): ReadonlyArray<string> => [
  to,
  `/samvirke/${name}`,
  arrayText(Object.keys(heads)),
  arrayText(Object.values(heads)),
];

const sealedParts: ReadonlySet<string> = new Set(compartments);

// What is public in a contract is public here; in a sealed part only rules are told, which name nobody.
const mayTell: MayTell = (path, text) => !sealedParts.has(/^[^.[]*/.exec(path)?.[0] ?? "") || isRule(text);

const kept = (row: Row, side: "live" | "own"): Kept | undefined => {
  const [type, value] = [row[`${side}_type`], row[`${side}_value`]];
  return type === null || value === null ? undefined : { id: row.id, key: row.key, type, value };
};

const changeOf = (live: Kept | undefined, own: Kept | undefined): Difference["change"] =>
  live === undefined ? "extra" : own === undefined ? "missing" : "changed";

interface Seen {
  readonly id: string;
  readonly key: PersonId;
  readonly type: string;
  readonly headers: Headers;
}

const seenAs = (stage: string, change: Difference["change"], { id, key, type, headers }: Seen): Difference => ({
  stage,
  what: "record",
  type,
  change,
  id,
  personId: key,
  causedBy: header(headers, "causationid") ?? null,
  messageId: lineageOf(headers).correlationId ?? null,
  rules: [],
  fields: [],
});

const headersOf = ({ own_headers, live_headers }: Row): Headers => own_headers ?? live_headers ?? [];

const differenceOf = (stage: string, row: Row, open: OpenRecord): Difference => {
  const [live, own] = [kept(row, "live"), kept(row, "own")];
  const there = own ?? live;
  if (there === undefined) throw new TypeError("a difference without a record");
  const change = changeOf(live, own);
  const seen = seenAs(stage, change, { ...there, headers: headersOf(row) });
  const after = open(there);
  const fields = live && own ? differences(open(live), after, mayTell) : [];
  return { ...seen, rules: rulesIn(after), fields };
};

/** What came of comparing: what differs, and how many were looked at. */
export interface Compared {
  readonly differences: ReadonlyArray<Difference>;
  readonly compared: number;
}

/** Compares what a replayed stage would have appended with what it appended in its life. */
export const compareAppended = async (
  comparing: Comparing,
  stage: StageEntry,
  standing: Standing,
): Promise<Compared> => {
  if (stage.to === undefined) return { differences: [], compared: 0 };
  const { store } = comparing;
  const parameters = parametersOf(stage, standing);
  const [counted] = await store.query<{ n: number }>(countStatement(comparing), parameters);
  const rows = await store.query<Row>(unlikeStatement(comparing), parameters);
  const moved = await store.query<Seen>(movedStatement(comparing), parameters);
  const open = await makeOpener(
    comparing,
    rows.map(({ key }) => key),
  );
  return {
    differences: [
      ...rows.map((row) => differenceOf(stage.name, row, open)),
      ...moved.map((seen) => seenAs(stage.name, "moved", seen)),
    ],
    compared: counted?.n ?? 0,
  };
};
