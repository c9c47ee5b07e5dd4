import type { Output, Sent, Seen, Written } from "./model.ts";
import type { Ground } from "./place.ts";
import { senders } from "./place.ts";
import { seenBy } from "./views.ts";

interface LogRow {
  readonly id: string;
  readonly topic: string;
  readonly type: string;
  readonly headers: ReadonlyArray<readonly [name: string, value: string]>;
  readonly recorded_at: Date;
}

const headerIn = ({ headers }: LogRow, name: string): string | undefined => headers.find(([key]) => key === name)?.[1];

/** Every record of the log that follows from a message. */
export const caused = async ({ database }: Ground, messageId: string): Promise<ReadonlyArray<LogRow>> => {
  const { rows } = await database.query<LogRow>(
    `select l.id, l.topic, l.type, l.headers, l.recorded_at from hub.log l
     where l.key = (select person_id from hub.archive where archive_id = $1) order by l.recorded_at, l.topic, l.position`,
    [messageId],
  );
  return rows.filter((row) => headerIn(row, "correlationid") === messageId);
};

/** Ids of the streams that a message's events stand in. */
export const streamsOf = (records: ReadonlyArray<LogRow>): ReadonlyArray<string> =>
  [...new Set(records.flatMap((row) => headerIn(row, "samvirke_stream") ?? []))].map(
    (stream) => stream.split("/")[1] ?? "",
  );

const sides: Readonly<Record<string, Output["to"]>> = {
  "samvirke.health.outbound": "health",
  "samvirke.welfare.outbound": "welfare",
  "samvirke.employer.outbound": "employer",
  "samvirke.receipt.outbound": "receipt",
};

interface OutboxRow {
  readonly message_id: string;
  readonly topic: string;
  readonly kind: string;
  readonly content_type: string;
}

const fetched = async ({ callers }: Ground, id: string): Promise<string | undefined> => {
  for (const { base, headers } of callers) {
    const answer = await fetch(`${base}/v1/outbox/${id}`, { headers });
    const body = Buffer.from(await answer.arrayBuffer());
    if (answer.ok) return body.toString("utf8");
  }
  return undefined;
};

/** The documents that the hub wrote because of a message, in its mailbox. */
export const writtenFor = async (ground: Ground, person: string, eventIds: ReadonlyArray<string>) => {
  const { rows } = await ground.database.query<OutboxRow>(
    `select message_id, topic, kind, content_type from view_case.outbox
     where person_id = $1 and event_id = any($2::uuid[]) order by written_at, topic, position`,
    [person, eventIds],
  );
  return Promise.all(
    rows.map(async ({ message_id, topic, kind, content_type }): Promise<Written & { readonly id: string }> => ({
      id: message_id,
      to: sides[topic] ?? "receipt",
      kind,
      contentType: content_type,
      body: await fetched(ground, message_id),
    })),
  );
};

const editions: ReadonlyArray<readonly [RegExp, string]> = [
  [/apprec\/2004-11-21/, "1.0"],
  [/apprec\/2012-02-15/, "1.1"],
];

/** A receipt in one line: edition, status and codes of the reasons. */
export const receiptLine = (body: string | undefined): string => {
  if (body === undefined) return "a receipt that nobody can fetch";
  const edition = editions.find(([namespace]) => namespace.test(body))?.[1] ?? "unknown edition";
  const status = /<(?:\w+:)?Status\b[^>]*\bV="(\d)"/.exec(body)?.[1] ?? "without status";
  const codes = [...body.matchAll(/<(?:\w+:)?Error\b[^>]*\bV="([^"]*)"/g)].map(([, code]) => ` ${code}`);
  return `${edition}: ${status}${codes.join("")}`;
};

const outcomeOf = async (ground: Ground, { message, messageId }: Sent): Promise<string> => {
  const caller = ground.caller(message.party ?? senders[message.from]);
  const answer = await fetch(`${caller?.base}/v1/messages/${messageId}`, { headers: caller?.headers ?? {} });
  if (!answer.ok) return `HTTP ${answer.status}`;
  const { outcome } = (await answer.json()) as { readonly outcome: string | null };
  return outcome ?? "no outcome";
};

const personOf = async ({ database }: Ground, messageId: string): Promise<string | undefined> => {
  const { rows } = await database.query<{ person_id: string }>(
    "select person_id from hub.archive where archive_id = $1",
    [messageId],
  );
  return rows[0]?.person_id;
};

const parkedOf = async ({ database }: Ground, person: string): Promise<ReadonlyArray<string>> => {
  const { rows } = await database.query<{ stage: string; type: string; detail: string }>(
    "select stage, type, detail from hub.parked where person = $1 order by stage, position",
    [person],
  );
  return rows.map(({ stage, type, detail }) => `${stage} ${type} ${detail}`);
};

const recordsSince = async ({ database }: Ground, person: string, since: Date): Promise<ReadonlyArray<LogRow>> => {
  const { rows } = await database.query<LogRow>(
    "select id, topic, type, headers, recorded_at from hub.log where key = $1 and recorded_at > $2 order by recorded_at, topic, position",
    [person, since],
  );
  return rows;
};

/** A case as it was played: what was sent before, the row's own messages, and when days passed. */
export interface Played {
  /** The person's synthetic number. */
  readonly number: string;
  readonly before: ReadonlyArray<Sent>;
  readonly own: ReadonlyArray<Sent>;
  readonly dayPassedAt: Date | undefined;
}

const recordsOf = async (
  ground: Ground,
  person: string,
  { own, dayPassedAt }: Played,
): Promise<ReadonlyArray<LogRow>> => {
  const ofOwn = (await Promise.all(own.map(({ messageId }) => caused(ground, messageId)))).flat();
  const ofDays = dayPassedAt === undefined ? [] : await recordsSince(ground, person, dayPassedAt);
  return [...new Map([...ofOwn, ...ofDays].map((row) => [row.id, row])).values()];
};

const receiptOf = (written: ReadonlyArray<Written>): string => {
  const last = written.findLast(({ to, kind }) => to === "receipt" && kind === "RECEIPT");
  return last ? receiptLine(last.body) : "no AppRec";
};

/** What the hub shows of a case, read from its log, views and mailbox. */
export const observe = async (ground: Ground, played: Played): Promise<Seen> => {
  const last = [...played.before, ...played.own].findLast(({ status }) => status === 202 || status === 200);
  const person = last && (await personOf(ground, last.messageId));
  if (person === undefined) throw new Error("no message of the case was taken");
  const records = await recordsOf(ground, person, played);
  const events = records.filter(({ topic }) => topic === "samvirke.events");
  const written = await writtenFor(
    ground,
    person,
    records.map(({ id }) => id),
  );
  const [health, welfare, employer] = await Promise.all(
    (["health", "welfare", "employer"] as const).map((side) => seenBy(ground, side, played.number)),
  );
  if (!health || !welfare || !employer) throw new Error("a side did not answer");
  return {
    outcomes: await Promise.all(
      played.own.map(async (sent) =>
        sent.status === 202 || sent.status === 200 ? outcomeOf(ground, sent) : `HTTP ${sent.status}`,
      ),
    ),
    events: events.map(({ type }) => type),
    health: health.rows,
    welfare: welfare.rows,
    employer: employer.rows,
    texts: { health: health.text, welfare: welfare.text, employer: employer.text },
    out: written.filter(({ to, kind }) => to !== "receipt" || kind !== "RECEIPT"),
    receipt: receiptOf(written),
    parked: await parkedOf(ground, person),
  };
};
