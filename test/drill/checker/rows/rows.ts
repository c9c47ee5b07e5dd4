import type { Evidence } from "../evidence.ts";
import type { Report } from "../finding.ts";
import type { Sendings } from "../ledger.ts";
import type { Log } from "../log.ts";
import { checkFollowed, employerViews } from "./employers.ts";
import { messageView, outboxViews } from "./messages.ts";
import { keptViews, referralViews, sickLeaveViews } from "./sectors.ts";
import { checkView } from "./view.ts";

interface ParkedRow {
  readonly stage: string;
  readonly topic: string;
  readonly partition: number;
  readonly position: number;
  readonly reason: string;
}

const checkParked = async ({ database }: Evidence, report: Report): Promise<void> => {
  const rows = await database.rows<ParkedRow>("select stage, topic, partition, position, reason from hub.parked");
  for (const { stage, topic, partition, position, reason } of rows)
    report.note(
      "lost",
      `hub.parked ${stage} ${topic} partition ${partition} position ${position}`,
      `parked: ${reason}`,
    );
};

/** Every view shows what the log says of the messages of the ledger, and nothing else. */
export const checkRows = async (
  evidence: Evidence,
  report: Report,
  { sendings, log }: { readonly sendings: Sendings; readonly log: Log },
): Promise<void> => {
  const employers = employerViews(evidence, log);
  const views = [
    messageView(sendings, log),
    ...outboxViews(log),
    ...sickLeaveViews(log),
    ...referralViews(log),
    ...keptViews(log),
    ...employers,
  ];
  for (const view of views) await checkView(evidence, report, view);
  checkFollowed(report, employers, log);
  await checkParked(evidence, report);
};
