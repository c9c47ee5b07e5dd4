import type { PersonId } from "@samvirke/kernel";
import { arrayLiteral } from "./arrays.ts";
import type { Place } from "./append.ts";
import type { Session, Statement } from "./session.ts";

/** running: somebody works on it; stopped: it stands and keeps its stages; done and cancelled: over. */
export type RedriveState = "running" | "stopped" | "done" | "cancelled";

export interface RedriveTarget {
  readonly stage: string;
  readonly person: PersonId;
}

export interface NewRedrive {
  readonly id: string;
  readonly by: string;
  readonly why: string;
  /** As it was asked for. */
  readonly scope: Readonly<Record<string, unknown>>;
  readonly targets: ReadonlyArray<RedriveTarget>;
}

/** Who has a stage. */
export interface RedriveHolder {
  readonly stage: string;
  readonly redrive: string;
  readonly by: string;
  readonly since: Date;
  readonly state: RedriveState;
}

export interface RedrivePerson extends RedriveTarget {
  readonly rank: number;
}

/** A redrive with how far it is. Persons: waiting for their turn, sent to the stage, drained, or parked again. */
export interface RedriveProgress {
  readonly id: string;
  readonly state: RedriveState;
  readonly by: string;
  readonly why: string;
  readonly scope: Readonly<Record<string, unknown>>;
  readonly stages: ReadonlyArray<string>;
  readonly began_at: Date;
  readonly changed_at: Date;
  readonly total: number;
  readonly waiting: number;
  readonly sent: number;
  readonly drained: number;
  readonly parked: number;
  /** Settled per second within the last minute that anything was settled. */
  readonly per_second: number | null;
}

const insertStatement: Statement = {
  name: "redrive_insert",
  text: "insert into hub.redrive (id, scope, by, why, state) values ($1, $2, $3, $4, 'running')",
};
const holdStatement: Statement = {
  name: "redrive_take",
  text: `insert into hub.redrive_hold (stage, redrive) select s, $2 from unnest($1::text[]) as s order by s
    on conflict do nothing`,
};
const personsStatement: Statement = {
  name: "redrive_persons",
  text: `insert into hub.redrive_person (redrive, rank, stage, person) select $1, t.rank, t.stage, t.person
    from unnest($2::text[], $3::uuid[]) with ordinality as t(stage, person, rank)`,
};
const holdersStatement: Statement = {
  name: "redrive_holders",
  text: `select h.stage, h.redrive, r.by, r.began_at as since, r.state from hub.redrive_hold h
    join hub.redrive r on r.id = h.redrive where h.stage = any($1::text[]) order by h.stage`,
};
const runningStatement: Statement = {
  name: "redrive_running",
  text: "select id from hub.redrive where state = 'running' order by began_at",
};
const lockStatement: Statement = {
  name: "redrive_lock",
  text: "select state from hub.redrive where id = $1 for update",
};
const stateStatement: Statement = {
  name: "redrive_state",
  text: "update hub.redrive set state = $2, changed_at = clock_timestamp() where id = $1",
};
const freeStatement: Statement = { name: "redrive_free", text: "delete from hub.redrive_hold where redrive = $1" };
const nextStatement: Statement = {
  name: "redrive_next",
  text: `select rank, stage, person from hub.redrive_person where redrive = $1 and state = 'waiting' order by rank
    limit $2`,
};
const sentStatement: Statement = {
  name: "redrive_sent",
  text: `update hub.redrive_person p set state = 'sent', topic = s.topic, partition = s.partition, position = s.position
    from unnest($2::int[], $3::text[], $4::smallint[], $5::bigint[]) as s(rank, topic, partition, position)
    where p.redrive = $1 and p.rank = s.rank`,
};
// A stage whose checkpoint has passed the redrive has taken up what was parked; whoever is parked still or again shows it.
const settleStatement: Statement = {
  name: "redrive_settle",
  text: `update hub.redrive_person r set settled_at = clock_timestamp(), state = case when exists
      (select from hub.parked p where p.stage = r.stage and p.person = r.person) then 'parked' else 'drained' end
    from hub.checkpoint c where r.redrive = $1 and r.state = 'sent' and c.stage = r.stage and c.topic = r.topic
      and c.partition = r.partition and c.position >= r.position`,
};
const progressStatement: Statement = {
  name: "redrive_progress",
  text: `select r.id, r.state, r.by, r.why, r.scope, r.began_at, r.changed_at, p.*
    from (select * from hub.redrive where $1::uuid is null or id = $1 order by began_at desc limit $2) r,
    lateral (select array_agg(distinct stage order by stage) as stages, count(*) as total,
      count(*) filter (where state = 'waiting') as waiting, count(*) filter (where state = 'sent') as sent,
      count(*) filter (where state = 'drained') as drained, count(*) filter (where state = 'parked') as parked,
      (select count(*) / greatest(1, extract(epoch from max(s.settled_at) - min(s.settled_at)))::float8
        from hub.redrive_person s where s.redrive = r.id and s.settled_at > (select max(m.settled_at)
          from hub.redrive_person m where m.redrive = r.id) - interval '1 minute') as per_second
      from hub.redrive_person where redrive = r.id) p
    order by r.began_at desc`,
};

/** Somebody else has a stage of this redrive; nothing of it was kept. */
export class StageHeld extends Error {
  override readonly name = "StageHeld";
}

/** Begins a redrive and takes its stages. To be run in a transaction; rejects with StageHeld. */
export const beginRedrive = async (session: Session, { id, by, why, scope, targets }: NewRedrive): Promise<void> => {
  const stages = [...new Set(targets.map(({ stage }) => stage))];
  await session.count(insertStatement, [id, JSON.stringify(scope), by, why]);
  if ((await session.count(holdStatement, [arrayLiteral(stages), id])) < stages.length)
    throw new StageHeld("a stage has a redrive already");
  const lists = [targets.map(({ stage }) => stage), targets.map(({ person }) => person)];
  await session.count(personsStatement, [id, ...lists.map(arrayLiteral)]);
};

/** Who has these stages. */
export const redriveHolders = (
  session: Pick<Session, "rows">,
  stages: ReadonlyArray<string>,
): Promise<ReadonlyArray<RedriveHolder>> => session.rows(holdersStatement, [arrayLiteral(stages)]);

/** Redrives that somebody has to work on. */
export const runningRedrives = async (session: Session): Promise<ReadonlyArray<string>> =>
  (await session.rows<{ id: string }>(runningStatement, [])).map(({ id }) => id);

/** The state of a redrive, which nobody else changes until the transaction ends. */
export const lockRedrive = async (session: Session, id: string): Promise<RedriveState | undefined> =>
  (await session.rows<{ state: RedriveState }>(lockStatement, [id]))[0]?.state;

/** Sets the state; a redrive that is over lets go of its stages. */
export const setRedriveState = async (session: Session, id: string, state: RedriveState): Promise<void> => {
  await session.count(stateStatement, [id, state]);
  if (state === "done" || state === "cancelled") await session.count(freeStatement, [id]);
};

/** Whose turn it is. */
export const nextOfRedrive = (session: Session, id: string, most: number): Promise<ReadonlyArray<RedrivePerson>> =>
  session.rows(nextStatement, [id, most]);

/** Notes where the redrives of these persons lie. */
export const sentOfRedrive = async (
  session: Session,
  id: string,
  sent: ReadonlyArray<Place & { readonly rank: number }>,
): Promise<void> => {
  const lists = [sent.map((s) => s.rank), sent.map((s) => s.topic), sent.map((s) => s.partition)];
  await session.count(sentStatement, [id, ...lists.map(arrayLiteral), arrayLiteral(sent.map((s) => s.position))]);
};

/** Notes what became of those whom the stage has come past. */
export const settleRedrive = async (session: Session, id: string): Promise<number> =>
  session.count(settleStatement, [id]);

/** One redrive, or the latest, newest first. */
export const redriveProgress = (
  session: Session,
  id: string | undefined,
  limit: number,
): Promise<ReadonlyArray<RedriveProgress>> => session.rows(progressStatement, [id ?? null, limit]);
