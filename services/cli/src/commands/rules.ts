import { table } from "../core/table.ts";
import { operationsClient } from "../adapter/http.ts";
import { UsageError } from "../adapter/io.ts";
import type { AddCommand, Session } from "./options.ts";

interface RuleLine {
  readonly kind: string;
  readonly number: string | null;
  readonly tree: string;
  readonly name: string;
  readonly outcome: string;
  readonly legalSource: string | null;
  readonly source: string;
  readonly textForSender: string;
  readonly textForPerson: string;
  readonly oddity: string | null;
  readonly differsFromNav: { readonly text: string; readonly turnedToNav: boolean } | null;
}

const row = (rule: RuleLine): ReadonlyArray<string> => [
  rule.kind === "rule" ? rule.tree : `check ${rule.number ?? ""}`,
  rule.name,
  rule.outcome,
  rule.legalSource ?? "",
  rule.differsFromNav === null ? "" : "differs from NAV",
];

const whole = (rule: RuleLine): ReadonlyArray<string> => [
  `${rule.name} (${rule.tree}, ${rule.outcome})`,
  ...(rule.legalSource === null ? [] : [`  Law:      ${rule.legalSource}`]),
  `  Sender:   ${rule.textForSender}`,
  `  Person:   ${rule.textForPerson}`,
  ...(rule.oddity === null ? [] : [`  Oddity:   ${rule.oddity}`]),
  ...(rule.differsFromNav === null
    ? []
    : [`  Not NAV:  ${rule.differsFromNav.text}${rule.differsFromNav.turnedToNav ? " (turned to NAV's way)" : ""}`]),
];

const show = async ({ io, isJson }: Session, name: string | undefined): Promise<void> => {
  const { rules } = await operationsClient(io).read<{ readonly rules: ReadonlyArray<RuleLine> }>({ path: "/v1/rules" });
  const chosen = rules.filter((rule) => name === undefined || rule.name === name);
  if (chosen.length === 0) throw new UsageError(`There is no rule or pre-check of this name: ${name ?? ""}`);
  const headings = ["tree", "name", "outcome", "law", ""];
  const lines = name === undefined ? table(headings, chosen.map(row)) : chosen.flatMap(whole);
  for (const line of isJson() ? chosen.map((rule) => JSON.stringify(rule)) : lines) io.out(line);
};

const help = `
With --json each line is one rule: kind, number, tree, name, outcome, legalSource, source, textForSender, textForPerson, oddity, differsFromNav.

Examples:
  samvirke rules
  samvirke rules INNTIL_8_DAGER`;

/** `rules`: what is checked, and why. */
export const addRules: AddCommand = (program, session) => {
  program
    .command("rules")
    .description("list what is checked, by which law, what we say, and where we differ from NAV")
    .argument("[NAME]", "one rule or pre-check, with its texts")
    .addHelpText("after", help)
    .action((name: string | undefined) => show(session, name));
};
