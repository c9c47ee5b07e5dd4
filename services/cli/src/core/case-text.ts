import type { AppRec, RuleLine } from "./answers.ts";
import type { Paint } from "./status-text.ts";
import { section, table } from "./table.ts";

interface Ball {
  readonly messageId: string;
  readonly holder: string;
  readonly text: string;
}

interface Document {
  readonly messageId: string;
  readonly inReplyTo: string | null;
  readonly kind: string;
  readonly contentType: string;
  readonly writtenAt: string;
}

/** What a gateway tells of a decision, sealed where operations looks. */
export interface Reasons {
  readonly rules: ReadonlyArray<RuleLine>;
  readonly appRec: AppRec | null;
}

/** A case, as operations tells it, with the reasons that a gateway tells. */
export interface CaseDocument {
  readonly id: string;
  readonly kind: string;
  readonly personId: string;
  /** The moment whose knowledge it tells; null for now. */
  readonly at: string | null;
  readonly version: string;
  readonly messages: ReadonlyArray<{
    readonly messageId: string;
    readonly kind: string;
    readonly receivedAt: string;
    readonly outcome: string | null;
    readonly route: string | null;
    readonly caseId: string | null;
    /** Null where no gateway told them. */
    readonly reasons: Reasons | null;
    readonly hops: ReadonlyArray<{ readonly stage: string; readonly state: string; readonly reason: string | null }>;
  }>;
  readonly events: ReadonlyArray<{
    readonly type: string;
    readonly topic: string;
    readonly partition: number;
    readonly position: number;
    readonly recordedAt: string;
  }>;
  readonly receipts: ReadonlyArray<Document>;
  readonly outbound: ReadonlyArray<Document>;
  readonly views: ReadonlyArray<{ readonly view: string; readonly sickLeaveId: string; readonly outcome: string }>;
  readonly parked: ReadonlyArray<{
    readonly stage: string;
    readonly type: string;
    readonly topic: string;
    readonly partition: number;
    readonly position: number;
    readonly reason: string;
    readonly detail: string;
  }>;
  readonly balls: ReadonlyArray<Ball>;
  readonly ball: Ball | null;
}

type Lines = ReadonlyArray<string>;
type MessageLine = CaseDocument["messages"][number];

const hopText = ({ hops }: MessageLine): string => {
  const held = hops.filter(({ state }) => state !== "done");
  const done = `${hops.length - held.length} of ${hops.length} hops done`;
  return held.length === 0 ? done : `${done}; ${held.map(({ stage, state }) => `${stage} ${state}`).join(", ")}`;
};

const messageRow = (message: MessageLine): Lines => [
  message.messageId,
  message.kind,
  message.receivedAt,
  [message.outcome ?? "undecided", ...(message.route === "manual" ? ["manual"] : [])].join(", "),
  message.caseId ?? "",
  hopText(message),
];

const reasonLines = ({ messageId, reasons }: MessageLine): Lines =>
  reasons === null
    ? []
    : [
        ...reasons.rules.map(({ rule, outcome }) => `${messageId}  ${rule}, ${outcome}`),
        ...(reasons.appRec?.errors ?? []).map(({ code, text }) => `${messageId}  receipt ${code}: ${text}`),
      ];

const documentRow = ({ messageId, kind, contentType, writtenAt, inReplyTo }: Document): Lines => [
  messageId,
  kind,
  contentType,
  writtenAt,
  inReplyTo ?? "",
];

const placeOf = ({
  topic,
  partition,
  position,
}: {
  readonly topic: string;
  readonly partition: number;
  readonly position: number;
}): string => `${topic} ${partition}/${position}`;

const orNothing = (headings: Lines, rows: ReadonlyArray<Lines>): Lines =>
  rows.length === 0 ? [] : table(headings, rows);

// An answer of an operations of before has no moment.
const momentOf = ({ at }: Partial<Pick<CaseDocument, "at">>): string | null => at ?? null;

const asKnown = (shown: CaseDocument): string => {
  const at = momentOf(shown);
  return at === null ? "" : `, as known at ${at}`;
};

const nothing = (shown: CaseDocument): string =>
  momentOf(shown) === null
    ? "Nothing was ever received about this person."
    : "Nothing had been received about this person by then.";

/** A case for people: the answer first, then what it rests on. */
export const caseLines = (shown: CaseDocument, paint: Paint): Lines => {
  const heading = (text: string): string => paint("bold", text);
  const answer = shown.ball === null ? nothing(shown) : shown.ball.text;
  const events = shown.events.map((event) => [event.type, placeOf(event), event.recordedAt]);
  const views = shown.views.map(({ view, sickLeaveId, outcome }) => [view, sickLeaveId, outcome]);
  const parked = shown.parked.map((one) => [one.stage, one.type, placeOf(one), one.reason, one.detail]);
  return [
    `${shown.kind} ${shown.id}, person ${shown.personId}${asKnown(shown)}`,
    paint("bold", answer),
    "",
    ...section(
      heading("Messages"),
      orNothing(["message", "kind", "received", "outcome", "case", "hops"], shown.messages.map(messageRow)),
    ),
    ...section(heading("Reasons"), shown.messages.flatMap(reasonLines)),
    ...section(heading("Records of the log"), orNothing(["type", "place", "recorded"], events)),
    ...section(
      heading("Receipts"),
      orNothing(["document", "kind", "content type", "written", "answers"], shown.receipts.map(documentRow)),
    ),
    ...section(
      heading("Other documents written"),
      orNothing(["document", "kind", "content type", "written", "because of"], shown.outbound.map(documentRow)),
    ),
    ...section(heading("Views"), orNothing(["view", "sick leave", "outcome"], views)),
    ...section(heading("Parked"), orNothing(["stage", "type", "place", "reason", "detail"], parked)),
  ].slice(0, -1);
};
