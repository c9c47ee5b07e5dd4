import type { JournalLine, Store } from "@samvirke/store";

const lineOf = ({ at, why, redrive, ...line }: JournalLine) => ({
  at: at.toISOString(),
  ...line,
  redriveId: redrive,
  reason: why,
});

/** Who did what, and why; newest first. */
export const listJournal = async (store: Pick<Store, "journal">, stage: string | undefined, limit: number) => ({
  entries: (await store.journal(stage, limit)).map(lineOf),
});
