// Changes every comparison, limit and table entry of the rules, one at a time, and demands that a case fails each time.
// Usage: node infra/check/mutate-rules.ts
import { readFileSync, readdirSync } from "node:fs";
import { join, relative } from "node:path";
import { isDeepStrictEqual } from "node:util";
import { equivalentMutants } from "./equivalent-mutants.ts";
import { mutantLoader } from "./mutant-loader.ts";
import type { MutantLoader } from "./mutant-loader.ts";
import { mutantsOf } from "./mutants.ts";
import type { Mutant } from "./mutants.ts";

interface Case {
  readonly title: string;
  readonly actual: () => unknown;
  readonly expected: unknown;
  readonly listing?: boolean;
}

const root = join(import.meta.dirname, "../..");
const rules = join(root, "packages/domain/src/rules");
const entry = join(rules, "cases/all.cases.ts");

const files = readdirSync(rules, { recursive: true, encoding: "utf8" })
  .filter((name) => name.endsWith(".ts") && !name.endsWith(".test.ts"))
  .map((name) => join(rules, name))
  .toSorted();

const isFailed = ({ actual, expected }: Case): boolean => {
  try {
    return !isDeepStrictEqual(actual(), expected);
  } catch {
    return true;
  }
};

const casesOf = async (loader: MutantLoader, mutant: Mutant | undefined): Promise<ReadonlyArray<Case>> => {
  const { allCases } = (await loader.load(entry, mutant)) as {
    allCases: Readonly<Record<string, ReadonlyArray<Case>>>;
  };
  return Object.values(allCases)
    .flat()
    .filter(({ listing }) => listing !== true);
};

/** A mutant that does not even load is found as well. */
const isKilled = async (loader: MutantLoader, mutant: Mutant): Promise<boolean> => {
  try {
    return (await casesOf(loader, mutant)).some(isFailed);
  } catch {
    return true;
  }
};

const place = (mutant: Mutant): string => relative(root, mutant.file);
const isListed = (mutant: Mutant): boolean =>
  equivalentMutants.some(({ file, what }) => place(mutant).endsWith(`/${file}`) && mutant.what === what);

const unchanged = await casesOf(mutantLoader([]), undefined);
const failing = unchanged.filter(isFailed);
for (const { title } of failing) console.error(`fails without any change: ${title}`);

const started = performance.now();
const loader = mutantLoader(files);
const sources = files.filter((file) => !file.endsWith(".cases.ts"));
const mutants = sources.flatMap((file) => mutantsOf(file, readFileSync(file, "utf8")));
const survivors: Array<Mutant> = [];
for (const mutant of mutants) if (!(await isKilled(loader, mutant))) survivors.push(mutant);

const unexpected = survivors.filter((mutant) => !isListed(mutant));
const stale = equivalentMutants.filter(
  ({ file, what }) => !survivors.some((mutant) => place(mutant).endsWith(`/${file}`) && mutant.what === what),
);
for (const mutant of unexpected) console.error(`survives: ${place(mutant)}:${mutant.line} ${mutant.what}`);
for (const { file, what } of stale) console.error(`listed as equivalent, but is found or gone: ${file} ${what}`);

const seconds = ((performance.now() - started) / 1000).toFixed(1);
console.log(
  `${mutants.length - survivors.length} of ${mutants.length} mutants found by ${unchanged.length} cases in ${seconds} s; ` +
    `${survivors.length - unexpected.length} listed as equivalent`,
);
const isTooFew = mutants.length < 400 || unchanged.length < 500;
if (isTooFew) console.error("too few mutants or cases: the rules were not read");
if (isTooFew || failing.length + unexpected.length + stale.length > 0) process.exitCode = 1;
