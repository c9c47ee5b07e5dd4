import type { Problem } from "@samvirke/contracts";
import type { Either } from "@samvirke/kernel";
import { E, isUuid, parseDay } from "@samvirke/kernel";
import type { Day } from "@samvirke/kernel";
import type { Cursor } from "./cursor.ts";
import { beginning, parseCursor } from "./cursor.ts";
import type { FeedCursor } from "./feed.ts";
import { parseFeedCursor } from "./feed.ts";
import type { Sector } from "./party.ts";

/** Query or path parameters as they came; a repeated one is a list. */
export type Parameters = Readonly<Record<string, unknown>>;

const invalid = (name: string, rule: string): Either<Problem, never> =>
  E.left({ name: "invalid-parameter", fields: [{ pointer: `query:${name}`, rule }] });

/** A whole number within bounds, or its default where the parameter is absent. */
export const readNumber = (
  parameters: Parameters,
  { name, max, absent }: { readonly name: string; readonly max: number; readonly absent: number },
): Either<Problem, number> => {
  const value = parameters[name];
  if (value === undefined) return E.right(absent);
  if (typeof value !== "string" || !/^\d{1,9}$/.test(value)) return invalid(name, "a whole number");
  return Number(value) <= max ? E.right(Number(value)) : invalid(name, `at most ${max}`);
};

/** Seconds to wait for news; at most 30. */
export const readWait = (parameters: Parameters): Either<Problem, number> =>
  readNumber(parameters, { name: "wait", max: 30, absent: 0 });

/** Most entries of one page; 1 to 500. */
export const readLimit = (parameters: Parameters): Either<Problem, number> => {
  const limit = readNumber(parameters, { name: "limit", max: 500, absent: 100 });
  return E.isRight(limit) && limit.right === 0 ? invalid("limit", "at least 1") : limit;
};

/** Where the page begins; from the beginning where absent. */
export const readAfter = (parameters: Parameters): Either<Problem, Cursor> => {
  const value = parameters["after"];
  if (value === undefined) return E.right(beginning);
  const cursor = typeof value === "string" ? parseCursor(value) : undefined;
  return cursor ? E.right(cursor) : invalid("after", "a cursor that this gateway gave");
};

/** Where a reader of a side's changes goes on. */
export const readFeedCursor = (
  sector: Sector,
  { from, text }: { readonly from: "header" | "query"; readonly text: unknown },
): Either<Problem, FeedCursor> => {
  const cursor = typeof text === "string" ? parseFeedCursor(sector, text) : undefined;
  if (cursor) return E.right(cursor);
  const rule = "a cursor that this gateway gave";
  if (from === "query") return invalid("after", rule);
  return E.left({ name: "invalid-header", fields: [{ pointer: "header:Last-Event-ID", rule }] });
};

/** The day that is asked about, or its default where the parameter is absent. */
export const readOn = ({ on }: Parameters, absent: Day): Either<Problem, Day> => {
  if (on === undefined) return E.right(absent);
  const day = typeof on === "string" ? parseDay(on) : undefined;
  return day === undefined ? invalid("on", "a day as YYYY-MM-DD") : E.right(day);
};

/** The sender's own message id, as written in its message. */
export const readWireMsgId = (parameters: Parameters): Either<Problem, string> => {
  const value = parameters["wireMsgId"];
  const isGiven = typeof value === "string" && value.length > 0 && value.length <= 500;
  return isGiven ? E.right(value) : invalid("wireMsgId", "1 to 500 characters, once");
};

/** An id of the hub's in a path; what is no UUID names nothing. */
export const readId = (parameters: Parameters): Either<Problem, string> => {
  const value = parameters["id"];
  const text = typeof value === "string" ? value.toLowerCase() : "";
  return isUuid(text) ? E.right(text) : E.left({ name: "not-found" });
};

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** The identity number of a look-up: `{"number": "…"}` and nothing else. */
export const readNumberBody = (body: unknown): Either<Problem, string> => {
  const refuse = (pointer: string, rule: string) =>
    E.left({ name: "invalid-body", fields: [{ pointer, rule }] } as const);
  if (!isObject(body)) return refuse("", "a JSON object");
  if (Object.keys(body).some((key) => key !== "number")) return refuse("", "no other property than number");
  const number = body["number"];
  return typeof number === "string" && /^\d{11}$/.test(number) ? E.right(number) : refuse("/number", "11 digits");
};

const instantForm = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{1,9})?(Z|[+-]\d{2}:\d{2})$/i;

/** The receipt time that a station states; undefined where the header is absent. Source: RFC 3339. */
export const readReceivedAt = (header: unknown): Either<Problem, number | undefined> => {
  if (header === undefined) return E.right(undefined);
  const at = typeof header === "string" && instantForm.test(header) ? Date.parse(header) : Number.NaN;
  const field = { pointer: "header:Samvirke-Received-At", rule: "an RFC 3339 date and time with zone" };
  return Number.isNaN(at) ? E.left({ name: "invalid-header", fields: [field] }) : E.right(at);
};

const topicForm = /^[A-Za-z0-9._-]{1,249}$/;

/** The topic that a record was taken from; undefined where the header is absent. */
export const readRecordTopic = (header: unknown): Either<Problem, string | undefined> => {
  if (header === undefined) return E.right(undefined);
  if (typeof header === "string" && topicForm.test(header)) return E.right(header);
  const field = { pointer: "header:Samvirke-Record-Topic", rule: "the name of a Kafka topic" };
  return E.left({ name: "invalid-header", fields: [field] });
};
