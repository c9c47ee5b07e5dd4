import type { Evidence } from "./evidence.ts";
import type { Report } from "./finding.ts";
import { derivedId, sha256 } from "./ids.ts";
import type { LogRow } from "./database.ts";
import type { Sent, Sendings } from "./ledger.ts";
import type { Audience } from "./seal.ts";

/** What the checker keeps of a record of the log. */
export interface Seen {
  readonly topic: string;
  readonly partition: number;
  readonly position: number;
  readonly key: string;
  readonly id: string;
  readonly type: string;
  readonly sha256: string;
  readonly headers: LogRow["headers"];
  readonly recordedAt: number;
  /** The message that it is about. */
  readonly message: Sent | undefined;
  readonly fields: Fields;
}

type Fields = Readonly<Record<string, unknown>>;

export const placeOf = ({ topic, partition, position }: Pick<Seen, "topic" | "partition" | "position">): string =>
  `log ${topic} partition ${partition} position ${position}`;

const compartments = ["identity", "work", "case", "medical"] as const;
const dayMs = 86_400_000;

const audiences: Readonly<Record<string, Audience>> = {
  "samvirke.receipt.outbound": "health",
  "samvirke.welfare.outbound": "welfare",
};

interface Judged {
  readonly evidence: Evidence;
  readonly report: Report;
  readonly row: LogRow;
  readonly topic: string;
  readonly message: Sent;
  readonly fields: Fields;
}

const wrong = ({ report, row, topic, message }: Judged, what: string): void =>
  report.note("wrong", placeOf({ ...row, topic }), what, message.n);

/** The compartments of a record, opened with the secret of the person under whom it lies. */
const opened = async (judged: Judged): Promise<Record<string, Fields | undefined>> => {
  const { evidence, row, topic, fields } = judged;
  const found: Record<string, Fields | undefined> = {};
  for (const purpose of compartments) {
    const frame = fields[purpose];
    if (!Buffer.isBuffer(frame)) continue;
    const context = [row.id, row.type];
    const bytes = evidence.opener.open({
      person: row.key,
      audience: audiences[topic] ?? "hub",
      purpose,
      context,
      frame,
    });
    if (bytes === undefined) wrong(judged, `its ${purpose} part does not open for the person under whom it lies`);
    else found[purpose] = await evidence.reader.read(bytes);
  }
  return found;
};

const says = (part: unknown, text: string): boolean => JSON.stringify(part ?? null).includes(text);

const checkReceived = async (judged: Judged): Promise<void> => {
  const parts = await opened(judged);
  const { message } = judged;
  if (message.kind === "malformed") return;
  if (parts["case"]?.["wireMsgId"] !== message.wireMsgId) wrong(judged, "it names another wire id than was sent");
  if (judged.fields["kind"] !== "SICK_LEAVE") wrong(judged, "it is not taken for a sick leave");
};

const dayNumber = (day: string): number => Math.round(Date.parse(`${day}T00:00:00Z`) / dayMs);

interface Period {
  readonly from: number;
  readonly to: number;
  readonly grade: number | null;
}

const checkPeriods = (judged: Judged, work: Fields | undefined): void => {
  const { content } = judged.message;
  const [period, ...more] = (work?.["periods"] ?? []) as ReadonlyArray<Period>;
  if (!period || more.length > 0) return wrong(judged, "it has not the one period that was sent");
  if (period.from !== dayNumber(content.from) || period.to !== dayNumber(content.to)) wrong(judged, "its days differ");
  if ((period.grade ?? undefined) !== content.grade) wrong(judged, "its grade differs");
};

const checkCertificate = async (judged: Judged): Promise<void> => {
  const parts = await opened(judged);
  const { message, fields } = judged;
  const { content, expected } = message;
  if (!says(parts["identity"], `"${message.number}"`)) wrong(judged, "it is about another person than was sent");
  if (!says(parts, content.marker)) wrong(judged, "the text that was sent is not in it");
  if (!says(parts["medical"], `"${content.diagnosis}"`)) wrong(judged, "the diagnosis that was sent is not in it");
  checkPeriods(judged, parts["work"]);
  if (expected.rule !== undefined && !says(parts["case"], `"${expected.rule}"`))
    wrong(judged, `rule ${expected.rule} did not hit`);
  if (expected.row !== "REJECTED" && fields["assessment"] !== expected.row) wrong(judged, "its assessment differs");
};

const checkDuplicate = (judged: Judged, sendings: Sendings): void => {
  const { expected } = judged.message;
  if (expected.duplicateOf === undefined) return;
  const first = sendings.byNumber.get(expected.duplicateOf)?.messageId ?? "";
  if (judged.fields["duplicateOf"] !== derivedId("sick-leave", first))
    wrong(judged, "it is a duplicate of another certificate");
};

const checkDecision = async (judged: Judged, sendings: Sendings): Promise<void> => {
  const { row, message, fields } = judged;
  if (row.type !== message.expected.decision)
    return wrong(judged, `decided as ${row.type}, not ${message.expected.decision ?? "at all"}`);
  if (row.type === "MessageRefused" && fields["class"] !== "CONFLICT") wrong(judged, "refused for another reason");
  if (row.type.startsWith("SickLeave")) await checkCertificate(judged);
  checkDuplicate(judged, sendings);
};

const bodyOf = (parts: Readonly<Record<string, Fields | undefined>>): string => {
  const body = parts["medical"]?.["body"] ?? parts["case"]?.["body"];
  return Buffer.isBuffer(body) ? body.toString() : "";
};

const checkOutbound = async (judged: Judged): Promise<void> => {
  const body = bodyOf(await opened(judged));
  const { message, topic } = judged;
  const { content, expected } = message;
  const wanted =
    topic === "samvirke.receipt.outbound"
      ? [`Status V="${expected.receipt ?? "none"}"`, message.wireMsgId]
      : [message.number, content.marker, content.from, content.to, content.diagnosis];
  if (!wanted.every((text) => body.includes(text))) wrong(judged, "the document does not say what its cause says");
};

/** Which message a record is about, by its public fields. */
const causeOf = (type: string, fields: Fields): string | undefined => {
  const cause = type === "OutboundMessage" ? fields["inReplyTo"] : fields["archiveId"];
  return typeof cause === "string" ? cause : undefined;
};

const consequences: ReadonlyArray<string> = ["SpellDetermined", "DeadlineReached", "DeadlineWithdrawn"];

/** Whether a record is an event that follows from a decision; there may be any number for one message. */
export const isConsequence = ({ type }: Pick<LogRow, "type">): boolean => consequences.includes(type);

const judge = async (judged: Judged, sendings: Sendings): Promise<void> => {
  const { type } = judged.row;
  if (isConsequence(judged.row)) return void (await opened(judged));
  if (type === "MessageReceived") return checkReceived(judged);
  if (type === "OutboundMessage") return checkOutbound(judged);
  return checkDecision(judged, sendings);
};

const expectedKey = ({ evidence, message }: { evidence: Evidence; message: Sent }): string | undefined =>
  message.kind === "malformed"
    ? derivedId("pseudo-person", message.messageId)
    : evidence.opener.personOf(message.number);

interface Looked {
  readonly evidence: Evidence;
  readonly report: Report;
  readonly sendings: Sendings;
  /** Messages by the event that decided them; the changes topics name no message. */
  readonly byDecision: ReadonlyMap<string, Sent>;
}

const messageOf = ({ sendings, byDecision }: Looked, row: LogRow, fields: Fields): Sent | undefined => {
  if (row.type === "ViewChanged") return byDecision.get(String(fields["cause"]));
  const cause = causeOf(row.type, fields);
  return cause === undefined ? undefined : sendings.byId.get(cause);
};

/** Reads a record of the log, opens it, and holds it against the message that it is about. */
export const look = async (looked: Looked, topic: string, row: LogRow): Promise<Seen> => {
  const { evidence, report, sendings } = looked;
  const seen = { ...row, topic, sha256: sha256(row.value) };
  const fields = await evidence.reader.read(row.value);
  const message = messageOf(looked, row, fields);
  if (message) {
    const judged = { evidence, report, row, topic, message, fields };
    if (row.key !== expectedKey({ evidence, message })) wrong(judged, "it lies under another person than its message");
    if (row.type !== "ViewChanged") await judge(judged, sendings);
  }
  const { value: _, ...kept } = seen;
  return { ...kept, message, fields: publicOf(row.type, fields) };
};

/** The public fields that later checks need, and the hash of what lies sealed. */
const publicOf = (type: string, fields: Fields): Fields => {
  if (type === "ViewChanged") {
    const sealed = fields["sealed"] as ReadonlyArray<{ readonly compartment: string; readonly content: Buffer }>;
    return {
      ...fields,
      sealed: sealed.map(({ compartment, content }) => `${compartment} ${sha256(content)}`).join("\n"),
    };
  }
  const frames = compartments.filter((name) => Buffer.isBuffer(fields[name]));
  const sealed = frames.map((name) => `${name} ${sha256(fields[name] as Buffer)}`).join("\n");
  return { ...Object.fromEntries(Object.entries(fields).filter(([name]) => !frames.includes(name as never))), sealed };
};
