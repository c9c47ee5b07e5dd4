import type { ProblemName } from "@samvirke/contracts";
import { parkReasons } from "@samvirke/kernel";
import type { ParkReason } from "@samvirke/kernel";
import { parkClasses, parkClassPage, problemPage, problems, problemType } from "@samvirke/contracts";
import type { ReceiptCode, RefusalEntry, RulePolicy } from "@samvirke/domain";
import { receiptCodes, refusalCatalogue } from "@samvirke/domain";
import type { Page } from "./page.ts";
import { catalogueFolder, generatedNote } from "./page.ts";
import { receiptExample } from "./receipt-example.ts";
import { refusalPage, refusalPath } from "./refusal-page.ts";

const problemNames = Object.keys(problems) as ReadonlyArray<ProblemName>;

const problemPages: ReadonlyArray<Page> = problemNames.map((name) => ({
  path: `${catalogueFolder}/problems/${name}.md`,
  text: `${problemPage(name)}\n${generatedNote}\n`,
}));

const parkPages: ReadonlyArray<Page> = parkReasons.map((name) => ({
  path: `${catalogueFolder}/parked/${name}.md`,
  text: `${parkClassPage(name)}\n${generatedNote}\n`,
}));

const parkRow = (name: ParkReason): string => `| [${name}](parked/${name}.md) | ${parkClasses[name].title} |`;

const linkTo = (entry: RefusalEntry): string =>
  `- [${entry.name}](../${refusalPath(entry)}), ${entry.kind}: ${entry.error?.text ?? ""}`;

const codePage = (code: string, { meaning, remedy }: ReceiptCode, refusals: ReadonlyArray<RefusalEntry>): Page => {
  const behind = refusals.filter(({ error }) => error?.code === code);
  return {
    path: `${catalogueFolder}/receipt-codes/${code}.md`,
    text: [
      `# ${code}`,
      "",
      "Code of an error on a receipt (AppRec), list 8221.",
      "",
      "## What it means",
      "",
      meaning,
      "",
      "## What to do",
      "",
      remedy,
      "",
      "## What it is said of",
      "",
      ...behind.map(linkTo),
      "",
      "## What the sender gets",
      "",
      "```xml",
      ...receiptExample(behind[0]?.error ?? null),
      "```",
      "",
      generatedNote,
      "",
    ].join("\n"),
  };
};

const problemRow = (name: ProblemName): string =>
  `| [${name}](problems/${name}.md) | ${problems[name].status} | \`${problemType(name)}\` | ${problems[name].title} |`;

const refusalRow = (entry: RefusalEntry): string =>
  `| [${entry.name}](${refusalPath(entry)}) | ${entry.kind} | ${entry.step} | ${entry.error?.code ?? ""} | ${entry.path === "" ? "" : `\`${entry.path}\``} |`;

const codeRow = ([code, { meaning }]: readonly [string, ReceiptCode]): string =>
  `| [${code}](receipt-codes/${code}.md) | ${meaning} |`;

const index = (refusals: ReadonlyArray<RefusalEntry>): Page => ({
  path: `${catalogueFolder}/README.md`,
  text: [
    "# Errors and refusals",
    "",
    "Everything that the hub says no with, one page each: what it means, where it stands, what to do, what the sender gets.",
    "Every door tells the page of a problem type at `/problems/NAME`; the header `Link` of a problem leads there.",
    "",
    "## Problem types of the doors",
    "",
    "| problem | status | type | title |",
    "| --- | --- | --- | --- |",
    ...problemNames.map(problemRow),
    "",
    "## Why a record is parked",
    "",
    "Nobody outside is told of these: what is parked is a matter of the hub's own, and waits until somebody on call redrives it.",
    "",
    "| class | title |",
    "| --- | --- |",
    ...parkReasons.map(parkRow),
    "",
    "## Codes on receipts",
    "",
    "| code | meaning |",
    "| --- | --- |",
    ...Object.entries(receiptCodes).map(codeRow),
    "",
    "## Rules, pre-checks and classes of refusal",
    "",
    "| name | of | step | code | element |",
    "| --- | --- | --- | --- | --- |",
    ...refusals.map(refusalRow),
    "",
    generatedNote,
    "",
  ].join("\n"),
});

/** Every page of the error catalogue. */
export const cataloguePages = (policy: RulePolicy): ReadonlyArray<Page> => {
  const refusals = refusalCatalogue(policy);
  return [
    index(refusals),
    ...problemPages,
    ...parkPages,
    ...Object.entries(receiptCodes).map(([code, told]) => codePage(code, told, refusals)),
    ...refusals.map(refusalPage),
  ];
};
