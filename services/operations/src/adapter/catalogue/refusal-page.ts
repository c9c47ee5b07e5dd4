import type { RefusalEntry } from "@samvirke/domain";
import type { Page } from "./page.ts";
import { catalogueFolder, generatedNote } from "./page.ts";
import { verdictExample } from "./receipt-example.ts";

const classes: ReadonlyArray<string> = ["reading", "reception"];

/** Where the page of a refusal lies, below the catalogue. */
export const refusalPath = ({ kind, step, name }: RefusalEntry): string =>
  `${kind}/${classes.includes(step) ? `${step}-${name}` : name}.md`;

const outcomes = { INVALID: "INVALID", MANUAL: "MANUAL_PROCESSING" } as const;

const meanings: Readonly<Record<RefusalEntry["step"], string>> = {
  reading: "The message could not be read. The class says why; the findings of its status name the element.",
  reception: "The message was read and is not taken. The class says why; the findings of its status name the rule.",
  "pre-check": "A check before the rules: the first that fails is told, alone.",
  rule: "A rule: it decides by what the message says, and by registers and history where it needs them.",
};

const meaningOf = ({ step, outcome, error }: RefusalEntry): ReadonlyArray<string> => [
  meanings[step],
  ...(outcome === "MANUAL" ? ["The message stands, and a case worker decides."] : []),
  ...(error === null ? [] : ["", `> ${error.text}`]),
];

const statusOf = ({ kind, name, outcome, path }: RefusalEntry): unknown =>
  kind === "sick-leave"
    ? { rules: [{ rule: name, outcome: outcomes[outcome] }] }
    : { warnings: [{ code: name, path }] };

const receiptLines = (entry: RefusalEntry): ReadonlyArray<string> =>
  entry.error === null && entry.outcome === "INVALID"
    ? ["No receipt: whoever sends this reads the status."]
    : ["```xml", ...verdictExample(entry.error), "```"];

const isClass = ({ step }: RefusalEntry): boolean => classes.includes(step);

const gets = (entry: RefusalEntry): ReadonlyArray<string> => [
  "On the receipt, where the message names a sender to answer and wants one:",
  "",
  ...receiptLines(entry),
  ...(isClass(entry)
    ? []
    : ["", "In the message's status:", "", "```json", JSON.stringify(statusOf(entry), null, 2), "```"]),
];

/** The page of one refusal. */
export const refusalPage = (entry: RefusalEntry): Page => ({
  path: `${catalogueFolder}/${refusalPath(entry)}`,
  text: [
    `# ${entry.name}`,
    "",
    `- Of: ${entry.kind}`,
    `- Step: ${entry.step}, ${outcomes[entry.outcome]}`,
    ...(entry.class === null ? [] : [`- Class: ${entry.class}`]),
    ...(entry.legalSource === undefined ? [] : [`- Law: ${entry.legalSource}`]),
    `- Element: ${entry.path === "" ? "the message as a whole" : `\`${entry.path}\``}`,
    ...(entry.error === null ? [] : [`- Receipt code: [${entry.error.code}](../receipt-codes/${entry.error.code}.md)`]),
    "",
    "## What it means",
    "",
    ...meaningOf(entry),
    "",
    "## What to do",
    "",
    entry.remedy,
    "",
    "## What the sender gets",
    "",
    ...gets(entry),
    "",
    generatedNote,
    "",
  ].join("\n"),
});
