import type { Problem } from "@samvirke/contracts";
import type { Either } from "@samvirke/kernel";
import { E, isUuid } from "@samvirke/kernel";

/** Query or path parameters as they came; a repeated one is a list. */
export type Parameters = Readonly<Record<string, unknown>>;

/** A parameter or a field that breaks a rule. */
export const invalid = (pointer: string, rule: string): Either<Problem, never> =>
  E.left({ name: pointer.startsWith("query:") ? "invalid-parameter" : "invalid-body", fields: [{ pointer, rule }] });

/** A UUID in a path; what is none names nothing. */
export const readId = (value: unknown): Either<Problem, string> => {
  const text = typeof value === "string" ? value.toLowerCase() : "";
  return isUuid(text) ? E.right(text) : E.left({ name: "not-found" });
};

/** A whole number within bounds, or its default where the parameter is absent. */
export const readNumber = (
  parameters: Parameters,
  {
    name,
    min,
    max,
    absent,
  }: { readonly name: string; readonly min: number; readonly max: number; readonly absent: number },
): Either<Problem, number> => {
  const value = parameters[name];
  if (value === undefined) return E.right(absent);
  const read = typeof value === "string" && /^\d{1,10}$/.test(value) ? Number(value) : Number.NaN;
  return read >= min && read <= max ? E.right(read) : invalid(`query:${name}`, `a whole number from ${min} to ${max}`);
};

/** A whole number of days from one side to the other, or its default where the parameter is absent. */
export const readSigned = (
  parameters: Parameters,
  { name, max, absent }: { readonly name: string; readonly max: number; readonly absent: number },
): Either<Problem, number> => {
  const value = parameters[name];
  if (value === undefined) return E.right(absent);
  const read = typeof value === "string" && /^-?\d{1,5}$/.test(value) ? Number(value) : Number.NaN;
  return Math.abs(read) <= max ? E.right(read) : invalid(`query:${name}`, `a whole number from -${max} to ${max}`);
};

const instantForm = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{1,9})?(Z|[+-]\d{2}:\d{2})$/i;

/** An RFC 3339 time, or its default where the parameter is absent. */
export const readInstant = (parameters: Parameters, name: string, absent: number): Either<Problem, number> => {
  const value = parameters[name];
  if (value === undefined) return E.right(absent);
  const at = typeof value === "string" && instantForm.test(value) ? Date.parse(value) : Number.NaN;
  return Number.isNaN(at) ? invalid(`query:${name}`, "an RFC 3339 date and time with zone") : E.right(at);
};

/** Percent of full work, from 20 to 99; undefined where the parameter is absent. Source: certificate, graded period. */
export const readGrade = (parameters: Parameters): Either<Problem, number | undefined> =>
  parameters["grade"] === undefined
    ? E.right(undefined)
    : readNumber(parameters, { name: "grade", min: 20, max: 99, absent: 0 });

/** A number of a register, from 4 to 12 digits; undefined where the parameter is absent. */
export const readDigits = (parameters: Parameters, name: string): Either<Problem, string | undefined> => {
  const value = parameters[name];
  if (value === undefined) return E.right(undefined);
  const isDigits = typeof value === "string" && /^\d{4,12}$/.test(value);
  return isDigits ? E.right(value) : invalid(`query:${name}`, "4 to 12 digits");
};

/** A short text of letters, digits and separators; undefined where the parameter is absent. */
export const readName = (parameters: Parameters, name: string): Either<Problem, string | undefined> => {
  const value = parameters[name];
  if (value === undefined) return E.right(undefined);
  const isName = typeof value === "string" && /^[A-Za-z0-9_.-]{1,100}$/.test(value);
  return isName
    ? E.right(value)
    : invalid(`query:${name}`, "1 to 100 letters, digits, points, hyphens or underscores, once");
};

/** Whether a body is a JSON object. */
export const isObject = (value: unknown): value is Parameters =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const sentence = (body: Parameters, name: string): Either<Problem, string> => {
  const value = body[name];
  const text = typeof value === "string" ? value.trim() : "";
  if (text === "" || text.length > 500) return invalid(`/${name}`, "1 to 500 characters");
  // Eleven digits in a row are an identity number until proven otherwise.
  return /\d{11}/.test(text) ? invalid(`/${name}`, "no identity number") : E.right(text);
};

/** Who asks for something, and why. */
export interface Grounds {
  readonly reason: string;
  readonly by: string;
}

/** Reads `{"reason": …, "by": …}`. */
export const readGrounds = (body: unknown): Either<Problem, Grounds> => {
  if (!isObject(body)) return invalid("", "a JSON object");
  const [reason, by] = [sentence(body, "reason"), sentence(body, "by")];
  if (E.isLeft(reason)) return reason;
  return E.isLeft(by) ? by : E.right({ reason: reason.right, by: by.right });
};
