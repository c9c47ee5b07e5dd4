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
  "samvirke.health.outbound": "health",
  "samvirke.welfare.outbound": "welfare",
  "samvirke.employer.outbound": "employer",
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

const isCertificate = ({ expected }: Sent): boolean => expected.row !== undefined;

const checkReceived = async (judged: Judged): Promise<void> => {
  const parts = await opened(judged);
  const { message } = judged;
  if (message.kind === "malformed") return;
  const wireId = parts["case"]?.["wireMsgId"] ?? null;
  // Records of welfare's topics and the portal's plans have no message id that all of them use.
  const isNamed = message.sender === "local-station" && message.kind !== "delivery";
  if ((isNamed || wireId !== null) && !isSameId(message, wireId))
    wrong(judged, "it names another wire id than was sent");
  if (isCertificate(message) && judged.fields["kind"] !== "SICK_LEAVE")
    wrong(judged, "it is not taken for a sick leave");
};

const isSameId = ({ wireMsgId, sender }: Sent, wireId: unknown): boolean =>
  sender === "local-station" ? wireId === wireMsgId : typeof wireId === "string";

const dayNumber = (day: string): number => Math.round(Date.parse(`${day}T00:00:00Z`) / dayMs);

interface Period {
  readonly from: number;
  readonly to: number;
  readonly grade: number | null;
}

const checkPeriods = (judged: Judged, work: Fields | undefined): void => {
  const { certificate } = judged.message;
  const [period, ...more] = (work?.["periods"] ?? []) as ReadonlyArray<Period>;
  if (!certificate || !period || more.length > 0) return wrong(judged, "it has not the one period that was sent");
  if (period.from !== dayNumber(certificate.from) || period.to !== dayNumber(certificate.to))
    wrong(judged, "its days differ");
  if ((period.grade ?? undefined) !== certificate.grade) wrong(judged, "its grade differs");
};

const checkCertificate = (judged: Judged, parts: Readonly<Record<string, Fields | undefined>>): void => {
  const { message, fields } = judged;
  const { expected } = message;
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

const checkUsed = (judged: Judged, sendings: Sendings): void => {
  const { row, message, fields } = judged;
  if (row.type !== "SickLeaveSentToEmployer" && row.type !== "SickLeaveConfirmed") return;
  const about = message.about === undefined ? undefined : sendings.byNumber.get(message.about);
  if (fields["sickLeaveId"] !== derivedId("sick-leave", about?.messageId ?? ""))
    wrong(judged, "it is about another certificate");
  if (fields["standing"] !== "APPLIED") wrong(judged, "it does not count");
};

const classes: Readonly<Record<string, string>> = { conflict: "CONFLICT" };

const checkSaid = async (judged: Judged): Promise<void> => {
  const { row, message } = judged;
  const { expected } = message;
  const parts = await opened(judged);
  const { identity } = parts;
  if (identity !== undefined && !says(identity, `"${message.number}"`))
    wrong(judged, "it is about another person than was sent");
  if (row.type === expected.events[0])
    for (const text of expected.texts) if (!says(parts, text)) wrong(judged, "what was sent is not in it");
  if (isCertificate(message)) checkCertificate(judged, parts);
};

const checkDecision = async (judged: Judged, sendings: Sendings): Promise<void> => {
  const { row, message, fields } = judged;
  const { expected } = message;
  if (!expected.events.includes(row.type))
    return wrong(judged, `decided as ${row.type}, not ${expected.events.join(" and ") || "at all"}`);
  const refusedFor = classes[expected.outcome];
  if (refusedFor !== undefined && fields["class"] !== refusedFor) wrong(judged, "refused for another reason");
  await checkSaid(judged);
  checkDuplicate(judged, sendings);
  checkUsed(judged, sendings);
};

const bodyOf = (parts: Readonly<Record<string, Fields | undefined>>): string => {
  const body = parts["medical"]?.["body"] ?? parts["case"]?.["body"] ?? parts["work"]?.["body"];
  return Buffer.isBuffer(body) ? body.toString() : "";
};

const sides: Readonly<Record<string, string>> = {
  "samvirke.receipt.outbound": "receipt",
  "samvirke.health.outbound": "health",
  "samvirke.welfare.outbound": "welfare",
  "samvirke.employer.outbound": "employer",
};

/** Which of a message's wanted documents one is, by where it lies and its shape. */
const wantedAs = ({ topic, fields, message }: Judged) =>
  message.expected.documents.find(
    ({ to, kind, shape }) => to === sides[topic] && kind === fields["kind"] && shape === fields["shape"],
  );

const checkOutbound = async (judged: Judged): Promise<void> => {
  const body = bodyOf(await opened(judged));
  const wanted = wantedAs(judged);
  if (!wanted) return wrong(judged, `its message calls for no ${String(judged.fields["shape"])} there`);
  if (!wanted.has.every((text) => body.includes(text))) wrong(judged, "the document does not say what its cause says");
  if (wanted.lacks?.some((text) => body.includes(text))) wrong(judged, "the document says what it must not");
};

/** Which message a record is about, by its public fields. */
const causeOf = (type: string, fields: Fields): string | undefined => {
  const cause = type === "OutboundMessage" ? fields["inReplyTo"] : fields["archiveId"];
  return typeof cause === "string" ? cause : undefined;
};

const consequences: ReadonlyArray<string> = ["SpellDetermined", "DeadlineReached", "DeadlineWithdrawn"];

/** Whether a record is an event that follows from a decision; there may be any number for one message. */
export const isConsequence = ({ type }: Pick<LogRow, "type">): boolean => consequences.includes(type);

/** Hashes of the sealed parts that a record holds, by compartment. */
export const sealedHashes = ({ fields }: Pick<Seen, "fields">): ReadonlyMap<string, string> =>
  new Map(
    (typeof fields["sealed"] === "string" ? fields["sealed"] : "")
      .split("\n")
      .filter((line) => line !== "")
      .map((line) => {
        const [name = "", hash = ""] = line.split(" ");
        return [name, hash];
      }),
  );

const judge = async (judged: Judged, sendings: Sendings): Promise<void> => {
  const { type } = judged.row;
  if (isConsequence(judged.row) && judged.topic === "samvirke.events") return void (await opened(judged));
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
