import type { Expected, Output, Seen, Written } from "./model.ts";

const list = (items: ReadonlyArray<string>): string => (items.length === 0 ? "nothing" : items.join(", "));

const sorted = (items: ReadonlyArray<string>): ReadonlyArray<string> => [...items].sort();

/** How often each item stands in a list beyond how often it stands in another. */
const beyond = (items: ReadonlyArray<string>, others: ReadonlyArray<string>): ReadonlyArray<string> => {
  const left = [...others];
  return items.filter((item) => {
    const at = left.indexOf(item);
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
};

const compareLists = (
  cell: string,
  expected: ReadonlyArray<string>,
  seen: ReadonlyArray<string>,
): ReadonlyArray<string> => {
  const [missing, extra] = [beyond(sorted(expected), seen), beyond(sorted(seen), expected)];
  return [
    ...(missing.length === 0 ? [] : [`${cell}: missing ${list(missing)}`]),
    ...(extra.length === 0 ? [] : [`${cell}: unexpected ${list(extra)}`]),
  ];
};

const nameOf = ({ to, kind, contentType }: Output | Written): string => `${to} ${kind} ${contentType}`;

const isLike =
  ({ has = [], lacks = [] }: Output) =>
  ({ body }: Written): boolean => {
    if (has.length === 0 && lacks.length === 0) return true;
    return body !== undefined && has.every((one) => one.test(body)) && !lacks.some((one) => one.test(body));
  };

const complaintAbout = (output: Output, written: ReadonlyArray<Written>): ReadonlyArray<string> => {
  const same = written.filter((one) => nameOf(one) === nameOf(output));
  if (same.length === 0 || same.some(isLike(output))) return [];
  if (same.every(({ body }) => body === undefined)) return [`out: ${nameOf(output)} cannot be fetched`];
  const patterns = [
    ...(output.has ?? []).filter((one) => !same.some(({ body }) => body !== undefined && one.test(body))),
    ...(output.lacks ?? []).filter((one) => same.some(({ body }) => body !== undefined && one.test(body))),
  ];
  return [`out: ${nameOf(output)} does not keep ${list(patterns.map(String))}`];
};

/** What every message of ours that is medical has in it. */
const medical: ReadonlyArray<RegExp> = [/L84|L88|L18/, /Ryggsyndrom|Revmatoid/, /diagnos/i];

const leaks = ({ hides = {} }: Expected, { texts }: Seen): ReadonlyArray<string> => {
  const all = { ...hides, employer: [...medical, ...(hides.employer ?? [])] };
  return (["health", "welfare", "employer"] as const).flatMap((side) =>
    (all[side] ?? []).filter((one) => one.test(texts[side])).map((one) => `${side}: is shown ${String(one)}`),
  );
};

/** What speaks against a case: cell by cell, what is missing and what is too much. */
export const compare = (expected: Expected, seen: Seen): ReadonlyArray<string> => [
  ...(expected.outcomes.join() === seen.outcomes.join()
    ? []
    : [`outcome: ${list(seen.outcomes)} instead of ${list(expected.outcomes)}`]),
  ...compareLists("events", expected.events, seen.events),
  ...compareLists("health", expected.health, seen.health),
  ...compareLists("welfare", expected.welfare, seen.welfare),
  ...compareLists("employer", expected.employer, seen.employer),
  ...leaks(expected, seen),
  ...compareLists("out", expected.out.map(nameOf), seen.out.map(nameOf)),
  ...expected.out.flatMap((output) => complaintAbout(output, seen.out)),
  ...(expected.receipt === seen.receipt ? [] : [`receipt: ${seen.receipt} instead of ${expected.receipt}`]),
  ...seen.parked.map((one) => `parked: ${one}`),
];
