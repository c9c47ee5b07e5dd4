/** What a log line may carry: names, counts and ids of the hub. Everything else is dropped and counted. */
const textFields = new Set([
  "service", "stage", "topic", "group", "part", "reason", "code", "event", "instance", "state", "kind", "format", "route",
  "messageId", "personId", "caseId", "eventId", "archiveId", "method", "path", "type",
]);
const numberFields = new Set([
  "partition", "position", "offset", "records", "count", "ms", "waitMs", "status", "bytes", "attempts", "persons", "port", "pid", "dropped",
]);

export type Fields = Readonly<Record<string, string | number | boolean | undefined>>;

// Eleven digits in a row are an identity number until proven otherwise; a text with one is not ours to print.
const looksPersonal = /\d{11}/;
const longest = 300;

const isAllowedText = (name: string, value: unknown): boolean =>
  typeof value === "string" && textFields.has(name) && value.length <= longest && !looksPersonal.test(value);

const isAllowedNumber = (name: string, value: unknown): boolean =>
  (typeof value === "number" || typeof value === "boolean") && numberFields.has(name);

const isAllowed = ([name, value]: readonly [string, unknown]): boolean => isAllowedText(name, value) || isAllowedNumber(name, value);

/** The fields that may be printed, and how many were not. */
export const allowed = (fields: Fields): { readonly kept: Fields; readonly dropped: number } => {
  const given = Object.entries(fields).filter(([, value]) => value !== undefined);
  const kept = given.filter(isAllowed);
  return { kept: Object.fromEntries(kept), dropped: given.length - kept.length };
};
