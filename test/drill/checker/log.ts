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
  "samvirke.health.outbound",
  "samvirke.employer.outbound",
  "samvirke.health.changes",
  "samvirke.welfare.changes",
  "samvirke.employer.changes",
] as const;

export type Log = ReadonlyMap<string, ReadonlyArray<Seen>>;

/** Records that follow from no message. */
const unattached: ReadonlyArray<string> = ["DayPassed", "PersonRedriven", "PersonMerged"];

/** What a topic says of its messages themselves. */
export const withoutConsequences = (list: ReadonlyArray<Seen>): ReadonlyArray<Seen> =>
  list.filter((seen) => !isConsequence(seen));

/** A consequence lies behind the decision that it follows from, in the same partition, under the same person. */
const checkConsequences = (report: Report, list: ReadonlyArray<Seen>): void => {
  const decisions = new Map(
    withoutConsequences(list)
      .toReversed()
      .flatMap((seen) => (seen.message ? [[seen.message.n, seen] as const] : [])),
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

/** What a record is to its message in its topic: the name of its event, or the shape of its document. */
const roleOf = ({ topic, type, fields }: Seen): string =>
  topic.endsWith(".outbound") ? String(fields["shape"]) : type;

const sides = ["receipt", "welfare", "health", "employer"] as const;

/** The records that a message must have in a topic, by role. */
const dueIn = (topic: string, { expected }: Sent): ReadonlySet<string> => {
  if (topic === "samvirke.messages") return new Set(["MessageReceived"]);
  if (topic === "samvirke.events") return new Set(expected.events);
  const side = sides.find((name) => topic === `samvirke.${name}.outbound`);
  const own = expected.documents.filter(({ to }) => to === side);
  return new Set(own.map(({ shape }) => shape));
};

const missing: Readonly<Record<string, string>> = {
  "samvirke.messages": "the log does not tell that it came",
  "samvirke.events": "it was never decided",
  "samvirke.receipt.outbound": "its receipt is missing",
  "samvirke.welfare.outbound": "welfare was not told of it",
  "samvirke.health.outbound": "health was not told of it",
  "samvirke.employer.outbound": "the employer was not told of it",
};

interface Counted {
  readonly list: ReadonlyArray<Seen>;
  readonly sendings: Sendings;
}

/** Which records there are, by message and role; a surplus is told at once. */
const rolesIn = (report: Report, topic: string, list: ReadonlyArray<Seen>): ReadonlySet<string> => {
  const found = new Set<string>();
  for (const seen of list) {
    const { message } = seen;
    if (unattached.includes(seen.type)) continue;
    if (!message) {
      report.note("duplicated", placeOf(seen), "it follows from no message that was sent");
      continue;
    }
    const role = roleOf(seen);
    const isSecond = found.has(`${message.n} ${role}`);
    found.add(`${message.n} ${role}`);
    if (!dueIn(topic, message).has(role))
      report.note("duplicated", placeOf(seen), "its message calls for no such record", message.n);
    else if (isSecond) report.note("duplicated", placeOf(seen), `a second ${role} for one message`, message.n);
  }
  return found;
};

/** Each message has exactly the records that it must have in a topic. */
const checkCounts = (report: Report, topic: string, { list, sendings }: Counted): void => {
  const found = rolesIn(report, topic, list);
  for (const message of sendings.byId.values())
    for (const role of dueIn(topic, message))
      if (!found.has(`${message.n} ${role}`))
        report.note(
          "lost",
          `log ${topic}, message ${message.messageId}`,
          missing[topic] ?? "its record is missing",
          message.n,
        );
};

const byMessageIn = (list: ReadonlyArray<Seen>): ReadonlyMap<number, ReadonlyArray<Seen>> => {
  const found = new Map<number, Array<Seen>>();
  for (const seen of list) {
    if (!seen.message) continue;
    const own = found.get(seen.message.n);
    if (own) own.push(seen);
    else found.set(seen.message.n, [seen]);
  }
  return found;
};

/** A person's messages lie in every topic in the order in which they were sent: all of one before any of the next. */
const checkOrder = (report: Report, list: ReadonlyArray<Seen>, sendings: Sendings): void => {
  const byMessage = byMessageIn(list);
  for (const messages of sendings.byPerson.values()) {
    let last: Seen | undefined;
    for (const message of messages) {
      const own = message.kind === "malformed" ? [] : (byMessage.get(message.n) ?? []);
      const [first] = own;
      if (first && last && (first.partition !== last.partition || first.position < last.position))
        report.note("reordered", placeOf(first), `it was sent after the one at position ${last.position}`, message.n);
      last = own.at(-1) ?? last;
    }
  }
};

/** What is told once more belongs to the message because of which it is. */
const toldAgain = (list: ReadonlyArray<Seen>, { again }: Sendings): ReadonlyArray<Seen> => {
  const told = new Set<string>();
  return list.map((seen) => {
    const name = `${seen.message?.n} ${seen.type}`;
    const isFirst = !told.has(name);
    told.add(name);
    return isFirst ? seen : { ...seen, message: again.get(name) ?? seen.message };
  });
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
  return topic === "samvirke.events" ? toldAgain(list, of.sendings) : list;
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
    if (!topic.endsWith(".changes")) checkCounts(report, topic, { list: withoutConsequences(list), sendings });
    checkOrder(report, list, sendings);
  }
  await checkHeads(evidence, report, log);
  return log;
};
