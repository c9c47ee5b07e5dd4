import { checkArchive } from "./archive.ts";
import { checkChanges } from "./changes.ts";
import type { Places } from "./evidence.ts";
import { openEvidence } from "./evidence.ts";
import type { Finding } from "./finding.ts";
import { makeReport } from "./finding.ts";
import { readLedger } from "./ledger.ts";
import { checkLog } from "./log.ts";
import { checkRows } from "./rows/rows.ts";
import { checkTopics } from "./topics.ts";

/** What the checker found. */
export interface Verdict {
  readonly findings: ReadonlyArray<Finding>;
  /** Messages in the ledger, repeats not counted. */
  readonly messages: number;
  readonly records: number;
  /** Equal copies of records in Kafka, which readers drop by their position. */
  readonly repeats: number;
}

/**
 * Compares the ledger with everything that the hub keeps: archive, log, Kafka, rows.
 *
 * Shape: knows the hub by its documented tables, frames and schemas only, and imports nothing of it.
 */
export const check = async (places: Places): Promise<Verdict> => {
  const report = makeReport();
  const evidence = await openEvidence(places);
  try {
    const sendings = readLedger(places.ledger, report);
    await checkArchive(evidence, report, sendings);
    const log = await checkLog(evidence, report, sendings);
    checkChanges(report, log);
    const repeats = await checkTopics(evidence, report, log);
    await checkRows(evidence, report, { sendings, log });
    const records = [...log.values()].reduce((sum, list) => sum + list.length, 0);
    return { findings: report.findings, messages: sendings.byId.size, records, repeats };
  } finally {
    await evidence.database.close();
  }
};
