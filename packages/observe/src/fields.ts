import { errorFields } from "./error-fields.ts";

/** What a line is to carry. Every field is checked when it is printed: its name against the list, its value against the field's kind. */
export type Fields = Readonly<Record<string, unknown>>;
type Printed = string | number | Readonly<Record<string, unknown>>;
type Kind = (value: unknown) => Printed | undefined;

const uuid = /\b[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\b/g;
const uuidOnly = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
const traceForm = /^(?:[0-9a-f]{32}|[0-9a-f]{16})$/;
const nameForm = /^\w[\w.:/-]{0,119}$/;
const pathForm = /^\/[\w./{}:-]{0,199}$/;
// Without quotes: where a database or a parser quotes a value, it does it between them.
const reasonForm = /^[\w .,:;()/=<>+-]{0,300}$/;

// An identity number has eleven digits and begins with a date of birth of six.
const identityRun = /(?<!\d)\d{11}(?!\d)/;
const dateRun = /\d{6}/;

const fits = (form: RegExp, value: unknown): value is string => typeof value === "string" && form.test(value);

/** A name that we gave: stages and topics may carry a run's number, never one of eleven digits. */
const ownName: Kind = (value) => (fits(nameForm, value) && !identityRun.test(value) ? value : undefined);
/** A name that may come from elsewhere. */
const name: Kind = (value) => (fits(nameForm, value) && !dateRun.test(value) ? value : undefined);
const id: Kind = (value) => (fits(uuidOnly, value) || fits(traceForm, value) ? value : undefined);
const idOrName: Kind = (value) => id(value) ?? name(value);
const free =
  (form: RegExp): Kind =>
  (value) =>
    fits(form, value) && !dateRun.test(value.replaceAll(uuid, "")) ? value : undefined;

// Ten digits are an identity number whose first digit was a zero.
const tooMuch = 1_000_000_000;
const toNumber = (value: unknown): number | undefined => {
  if (typeof value === "number") return value;
  return typeof value === "bigint" ? Number(value) : undefined;
};
const number: Kind = (value) => {
  const plain = toNumber(value);
  return plain !== undefined && Math.abs(plain) < tooMuch ? Math.round(plain * 10) / 10 : undefined;
};

const listed: ReadonlyArray<readonly [Kind, ReadonlyArray<string>]> = [
  [ownName, ["stage", "topic", "group", "view"]],
  [
    name,
    [
      "part",
      "code",
      "state",
      "kind",
      "format",
      "route",
      "method",
      "type",
      "fate",
      "table",
      "constraint",
      "rule",
      "outcome",
    ],
  ],
  [id, ["messageId", "personId", "caseId", "eventId", "archiveId", "correlationId", "traceId"]],
  [idOrName, ["instance"]],
  [free(pathForm), ["path"]],
  [free(reasonForm), ["reason"]],
  [
    number,
    [
      "partition",
      "partitions",
      "position",
      "offset",
      "from",
      "to",
      "records",
      "persons",
      "lag",
      "count",
      "attempt",
      "attempts",
    ],
  ],
  [number, ["ms", "waitMs", "seconds", "bytes", "status", "port", "pid"]],
  [errorFields, ["error"]],
];
const kinds = new Map(listed.flatMap(([kind, fields]) => fields.map((field) => [field, kind] as const)));

/** The fields that may be printed, and how many were not. */
export const allowed = (
  fields: Fields,
): { readonly kept: Readonly<Record<string, Printed>>; readonly dropped: number } => {
  const kept: Record<string, Printed> = {};
  let dropped = 0;
  for (const [field, value] of Object.entries(fields)) {
    if (value === undefined || value === "") continue;
    const printed = kinds.get(field)?.(value);
    if (printed === undefined) dropped += 1;
    else kept[field] = printed;
  }
  return { kept, dropped };
};

const eventForm = /^[a-zA-Z][\w.-]{0,79}$/;

/** The event's name when it is one; a text in its place is not printed. */
export const eventName = (text: string): string | undefined =>
  eventForm.test(text) && !dateRun.test(text) ? text : undefined;
