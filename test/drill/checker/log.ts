import type { Evidence } from "./evidence.ts";
import type { Report } from "./finding.ts";
import type { Seen } from "./content.ts";
import { isConsequence, look, placeOf } from "./content.ts";
import type { Sent, Sendings } from "./ledger.ts";

/** The hub's topics, in the order in which one follows from another. */
export const topics = [
  "samvirke.messages",
  "samvirke.events",
  "samvirke.receipt.outbound",
  "samvirke.welfare.outbound",
  "samvirke.health.changes",
  "samvirke.welfare.changes",
] as const;

export type Log = ReadonlyMap<string, ReadonlyArray<Seen>>;

/** Records that follow from no message. */
const unattached: ReadonlyArray<string> = ["DayPassed", "PersonRedriven", "PersonMerged"];

/** A change of another view than that of certificates; those follow from consequences as well. */
const isOtherView = ({ type, fields }: Seen): boolean => type === "ViewChanged" && fields["view"] !== "sick-leaves";

/** What a topic says of its messages themselves: one record each. */
export const withoutConsequences = (list: ReadonlyArray<Seen>): ReadonlyArray<Seen> =>
  list.filter((seen) => !isConsequence(seen) && !isOtherView(seen));

/** A consequence lies behind the decision that it follows from, in the same partition, under the same person. */
const checkConsequences = (report: Report, list: ReadonlyArray<Seen>): void => {
  const decisions = new Map(
    withoutConsequences(list).flatMap((seen) => (seen.message ? [[seen.message.n, seen] as const] : [])),
  );
  for (const seen of list) {
    // A deadline may also follow from a day that passed, and then from no message.
    if (!isConsequence(seen) || (seen.type.startsWith("Deadline") && seen.fields["archiveId"] === null)) continue;
    const decision = seen.message && decisions.get(seen.message.n);
    if (!decision) report.note("duplicated", placeOf(seen), "it follows from no decision");
    else if (decision.key !== seen.key || decision.partition !== seen.partition || decision.position > seen.position)
      report.note("reordered", placeOf(seen), "it does not lie behind its decision", seen.message?.n);
  }
};

const checkGaps = (report: Report, topic: string, list: ReadonlyArray<Seen>): void => {
  const next = new Map<number, number>();
  for (const { partition, position } of list) {
    const due = next.get(partition) ?? 0;
    if (position !== due)
      report.note("lost", `log ${topic} partition ${partition} position ${due}`, "the log has a gap");
    next.set(partition, position + 1);
  }
};

const checkHeads = async ({ database }: Evidence, report: Report, log: Log): Promise<void> => {
  const heads = await database.rows<{ topic: string; partition: number; next: number }>(
    "select topic, partition, next from hub.log_head",
  );
  for (const { topic, partition, next } of heads) {
    const list = log.get(topic) ?? [];
    const count = list.filter((seen) => seen.partition === partition).length;
    if (log.has(topic) && count !== next)
      report.note("lost", `log ${topic} partition ${partition}`, `its head says ${next} records, it holds ${count}`);
  }
};

const checkIds = (report: Report, list: ReadonlyArray<Seen>): void => {
  const first = new Map<string, Seen>();
  for (const seen of list) {
    const before = first.get(seen.id);
    if (before)
      report.note(
        "duplicated",
        placeOf(seen),
        `the same record lies at position ${before.position} already`,
        seen.message?.n,
      );
    else first.set(seen.id, seen);
  }
};

const isDue = (topic: string, { expected }: Sent): boolean => {
  switch (topic) {
    case "samvirke.receipt.outbound":
      return expected.receipt !== undefined;
    case "samvirke.welfare.outbound":
      return expected.toWelfare;
    case "samvirke.health.changes":
      return expected.row !== undefined;
    case "samvirke.welfare.changes":
      return expected.row !== undefined && expected.toWelfare;
    default:
      return true;
  }
};

const names: Readonly<Record<string, string>> = {
  "samvirke.messages": "the log does not tell that it came",
  "samvirke.events": "it was never decided",
  "samvirke.receipt.outbound": "its receipt is missing",
  "samvirke.welfare.outbound": "welfare was not told of it",
  "samvirke.health.changes": "health's subscribers were not told of it",
  "samvirke.welfare.changes": "welfare's subscribers were not told of it",
};

/** Each message has exactly the records that it must have in a topic: one or none. */
const checkCounts = (
  report: Report,
  topic: string,
  { list, sendings }: { list: ReadonlyArray<Seen>; sendings: Sendings },
): void => {
  const found = new Map<number, Seen>();
  for (const seen of list) {
    if (unattached.includes(seen.type)) continue;
    const { message } = seen;
    if (!message) report.note("duplicated", placeOf(seen), "it follows from no message that was sent");
    else if (!isDue(topic, message))
      report.note("duplicated", placeOf(seen), "its message calls for no such record", message.n);
    else if (found.has(message.n))
      report.note("duplicated", placeOf(seen), `a second ${seen.type} for one message`, message.n);
    else found.set(message.n, seen);
  }
  for (const message of sendings.byId.values())
    if (isDue(topic, message) && !found.has(message.n))
      report.note(
        "lost",
        `log ${topic}, message ${message.messageId}`,
        names[topic] ?? "its record is missing",
        message.n,
      );
};

/** A person's messages lie in every topic in the order in which they were sent. */
const checkOrder = (report: Report, list: ReadonlyArray<Seen>, sendings: Sendings): void => {
  const byMessage = new Map<number, Seen>();
  for (const seen of list) if (seen.message && !byMessage.has(seen.message.n)) byMessage.set(seen.message.n, seen);
  for (const messages of sendings.byPerson.values()) {
    let last: Seen | undefined;
    for (const message of messages) {
      const seen = message.kind === "malformed" ? undefined : byMessage.get(message.n);
      if (!seen) continue;
      if (last && (seen.partition !== last.partition || seen.position < last.position))
        report.note("reordered", placeOf(seen), `it was sent after the one at position ${last.position}`, message.n);
      last = seen;
    }
  }
};

const readTopic = async (
  evidence: Evidence,
  topic: string,
  of: { readonly report: Report; readonly sendings: Sendings; readonly byDecision: ReadonlyMap<string, Sent> },
): Promise<ReadonlyArray<Seen>> => {
  const list: Array<Seen> = [];
  await evidence.database.log(topic, async (row) => {
    list.push(await look({ evidence, ...of }, topic, row));
  });
  return list;
};

/** Reads the whole log and holds it against the ledger: content, counts, order, places. */
export const checkLog = async (evidence: Evidence, report: Report, sendings: Sendings): Promise<Log> => {
  const log = new Map<string, ReadonlyArray<Seen>>();
  const byDecision = new Map<string, Sent>();
  for (const topic of topics) {
    const list = await readTopic(evidence, topic, { report, sendings, byDecision });
    log.set(topic, list);
    if (topic === "samvirke.events") for (const { id, message } of list) if (message) byDecision.set(id, message);
    checkGaps(report, topic, list);
    checkIds(report, list);
    checkConsequences(report, list);
    checkCounts(report, topic, { list: withoutConsequences(list), sendings });
    checkOrder(report, list, sendings);
  }
  await checkHeads(evidence, report, log);
  return log;
};
