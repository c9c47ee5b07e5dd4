import type { Session, Statement } from "./session.ts";

/** What people on call do to a running hub. */
export type Act =
  | "pause"
  | "resume"
  | "redrive"
  | "redrive-stop"
  | "redrive-continue"
  | "redrive-cancel"
  | "redrive-done"
  | "discard"
  | "rebuild"
  | "rebuild-resume"
  | "rebuild-cancel"
  | "rebuild-refused"
  | "rebuild-switch"
  | "rebuild-drop"
  | "reseed";

/** A line of the operations journal: who did what, and why. */
export interface JournalEntry {
  readonly act: Act;
  readonly stage: string | null;
  readonly redrive: string | null;
  readonly by: string;
  readonly why: string;
  /** Counts, ids and names; nothing of a message. */
  readonly details: Readonly<Record<string, unknown>>;
}

export interface JournalLine extends JournalEntry {
  readonly at: Date;
}

const writeStatement: Statement = {
  name: "journal_write",
  text: `insert into hub.journal (act, stage, redrive, by, why, details) values ($1, $2, $3, $4, $5, $6)`,
};

const readStatement: Statement = {
  name: "journal_read",
  text: `select at, act, stage, redrive, by, why, details from hub.journal
    where $1::text is null or stage = $1 order by id desc limit $2`,
};

const rebuildsStatement: Statement = {
  name: "journal_rebuilds",
  text: `select at, act, stage, redrive, by, why, details from hub.journal
    where act in ('rebuild', 'rebuild-resume', 'rebuild-cancel', 'rebuild-refused', 'rebuild-switch', 'rebuild-drop')
    order by id`,
};

/** Adds a line; in the transaction of what it tells. */
export const writeJournal = async (session: Session, entry: JournalEntry): Promise<void> => {
  const { act, stage, redrive, by, why, details } = entry;
  await session.count(writeStatement, [act, stage, redrive, by, why, JSON.stringify(details)]);
};

/** The latest lines, newest first. */
export const readJournal = (
  session: Session,
  stage: string | undefined,
  limit: number,
): Promise<ReadonlyArray<JournalLine>> => session.rows(readStatement, [stage ?? null, limit]);

/** What was ever asked and done about rebuilds, oldest first. */
export const rebuildJournal = (session: Session): Promise<ReadonlyArray<JournalLine>> =>
  session.rows(rebuildsStatement, []);
