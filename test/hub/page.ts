/** One example of a page: what is typed, and what the page says comes back. */
export interface Example {
  /** The heading above it, and its place below that heading. */
  readonly name: string;
  readonly script: string;
  readonly says: { readonly form: "json" | "text"; readonly text: string } | undefined;
}

const fence = /^```(\w+)\n([\s\S]*?)^```$/gm;

const headingBefore = (page: string, at: number): string =>
  [...page.slice(0, at).matchAll(/^#+ (.*)$/gm)].at(-1)?.[1] ?? "";

/** Every fenced `sh` of a page, with the `json` or `text` that follows before the next one. */
export const examplesOf = (page: string): ReadonlyArray<Example> => {
  const blocks = [...page.matchAll(fence)].map(({ 1: form = "", 2: text = "", index }) => ({ form, text, index }));
  return blocks.flatMap(({ form, text, index }, at) => {
    if (form !== "sh") return [];
    const next = blocks[at + 1];
    const says =
      next?.form === "json" || next?.form === "text" ? ({ form: next.form, text: next.text } as const) : undefined;
    return [{ name: `${at + 1}. ${headingBefore(page, index)}`, script: text, says }];
  });
};

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/**
 * Where an answer is not as a page shows it; empty when it is.
 *
 * Shape: "…" stands for any value that is there. What an object has besides is not shown; each thing that a list shows
 * stands in the answer's list, and an empty list is empty.
 */
export const differences = (shown: unknown, answer: unknown, path = "$"): ReadonlyArray<string> => {
  if (shown === "…") return answer === undefined || answer === null ? [`${path}: nothing there`] : [];
  if (Array.isArray(shown)) return inList(shown, answer, path);
  if (!isObject(shown)) return shown === answer ? [] : [`${path}: ${JSON.stringify(answer)}`];
  if (!isObject(answer)) return [`${path}: no object`];
  return Object.entries(shown).flatMap(([name, value]) => differences(value, answer[name], `${path}.${name}`));
};

const inList = (shown: ReadonlyArray<unknown>, answer: unknown, path: string): ReadonlyArray<string> => {
  if (!Array.isArray(answer)) return [`${path}: no list`];
  if (shown.length === 0) return answer.length === 0 ? [] : [`${path}: ${answer.length} where none is shown`];
  return shown.flatMap((one, index) =>
    answer.some((other: unknown) => differences(one, other).length === 0)
      ? []
      : [`${path}[${index}]: not among ${JSON.stringify(answer)}`],
  );
};

const asPattern = (line: string): RegExp =>
  new RegExp(
    `^${line
      .split("…")
      .map((part) => part.replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&"))
      .join(".+")}$`,
  );

/** The same for text: every line shown, in its order, with "…" for anything. */
export const lineDifferences = (shown: string, answer: string): ReadonlyArray<string> => {
  const [wanted, given] = [shown, answer].map((text) => text.trim().split("\n"));
  if (wanted?.length !== given?.length) return [`${given?.length} lines where ${wanted?.length} are shown:\n${answer}`];
  return (wanted ?? []).flatMap((line, index) =>
    asPattern(line).test(given?.[index] ?? "") ? [] : [`line ${index + 1}: ${given?.[index]}`],
  );
};
