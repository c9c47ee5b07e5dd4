import { operationsClient } from "../adapter/http.ts";
import { table } from "../core/table.ts";
import type { AddCommand, Session } from "./options.ts";
import { wholeNumber } from "./options.ts";

interface Entry {
  readonly at: string;
  readonly act: string;
  readonly stage: string | null;
  readonly redriveId: string | null;
  readonly by: string;
  readonly reason: string;
}

interface JournalOptions {
  readonly stage?: string;
  readonly limit: number;
}

const row = ({ at, act, stage, by, reason }: Entry): ReadonlyArray<string> => [at, act, stage ?? "", by, reason];

const journal = async ({ io, isJson }: Session, { stage, limit }: JournalOptions): Promise<void> => {
  const of = stage === undefined ? "" : `&stage=${encodeURIComponent(stage)}`;
  const { entries } = await operationsClient(io).read<{ readonly entries: ReadonlyArray<Entry> }>({
    path: `/v1/journal?limit=${limit}${of}`,
  });
  if (isJson()) return entries.forEach((entry) => io.out(JSON.stringify(entry)));
  if (entries.length === 0) return io.out("Nobody has done anything yet.");
  return table(["at", "act", "stage", "by", "why"], entries.map(row)).forEach(io.out);
};

/** `journal`: who did what to the hub, and why. */
export const addJournal: AddCommand = (program, session) => {
  program
    .command("journal")
    .description("who paused, resumed, redrove, discarded and rebuilt what, and why; newest first")
    .option("--stage <name>", "of one stage only")
    .option("--limit <count>", "most lines", wholeNumber(1, 10_000), 100)
    .action((options: JournalOptions) => journal(session, options));
};
