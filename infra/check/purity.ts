import { globSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { parse } from "@swc/core";
import type { Finding } from "./finding.ts";

interface Node {
  readonly type: string;
  readonly [key: string]: unknown;
}

const sources = ["services/*/src/core/**/*.ts", "packages/domain/src/**/*.ts"];

const forbiddenNames: Readonly<Record<string, string>> = {
  process: "take configuration as an argument",
  crypto: "take ids as arguments",
  console: "a core says what happened by its result",
  fetch: "a core does no I/O",
  setTimeout: "time passes by DayPassed",
  setInterval: "time passes by DayPassed",
  setImmediate: "time passes by DayPassed",
};

const forbiddenNodes: Readonly<Record<string, string>> = {
  ThrowStatement: "return a Left: a throw has no place in the type",
  ClassDeclaration: "data and functions are enough",
  ClassExpression: "data and functions are enough",
  AwaitExpression: "a core is synchronous",
};

const isNode = (value: unknown): value is Node =>
  typeof value === "object" && value !== null && typeof (value as { readonly type?: unknown }).type === "string";

const name = (node: unknown): string => (isNode(node) && node.type === "Identifier" ? String(node["value"]) : "");

const memberCall = (node: Node): string => {
  const { object, property } = node as unknown as { readonly object?: unknown; readonly property?: unknown };
  return `${name(object)}.${name(property)}`;
};

const ofMember = (node: Node): string | undefined =>
  node.type === "MemberExpression"
    ? { "Date.now": "take `now` as an argument", "Math.random": "take ids as arguments" }[memberCall(node)]
    : undefined;

const ofNew = (node: Node): string | undefined => {
  const args = node["arguments"];
  const bare =
    node.type === "NewExpression" && name(node["callee"]) === "Date" && (!Array.isArray(args) || args.length === 0);
  return bare ? "take `now` as an argument" : undefined;
};

const ofDeclaration = (node: Node): string | undefined =>
  node.type === "VariableDeclaration" && node["kind"] !== "const" ? "name the new value instead" : undefined;

const ofAsync = (node: Node): string | undefined => (node["async"] === true ? "a core is synchronous" : undefined);

const ofName = (node: Node): string | undefined =>
  node.type === "Identifier" && Object.hasOwn(forbiddenNames, String(node["value"]))
    ? forbiddenNames[String(node["value"])]
    : undefined;

const reasons = (node: Node): ReadonlyArray<string> =>
  [forbiddenNodes[node.type], ofMember(node), ofNew(node), ofDeclaration(node), ofAsync(node), ofName(node)].filter(
    (reason) => reason !== undefined,
  );

const skipped = new Set(["span", "property", "key"]);

const children = (node: object): ReadonlyArray<unknown> =>
  Object.entries(node)
    .filter(([key]) => !skipped.has(key))
    .map(([, value]) => value as unknown);

const walk = (value: unknown): ReadonlyArray<string> => {
  if (Array.isArray(value)) return value.flatMap(walk);
  if (typeof value !== "object" || value === null) return [];
  const own = isNode(value) ? reasons(value) : [];
  return [...own, ...children(value).flatMap(walk)];
};

/** What breaks the purity of one source text. */
export const impurities = async (source: string): Promise<ReadonlyArray<string>> =>
  walk(await parse(source, { syntax: "typescript", target: "es2022" }));

const planted: ReadonlyArray<string> = [
  "export const a = () => Date.now();",
  "export const a = () => new Date();",
  "export const a = () => Math.random();",
  "export const a = () => process.env;",
  "export const a = async () => 1;",
  "export function a() { throw new Error(); }",
  "export class A {}",
  "export const a = () => { let b = 1; b += 1; return b; };",
  "export const a = () => { console.log(1); };",
  "export const a = () => fetch('x');",
  "export const a = () => setTimeout(() => 1, 1);",
  "export const a = () => crypto.randomUUID();",
];

/** Cores and the domain read no clock, chance, environment or network, and every rule of it was seen to catch a planted line. */
export const checkPurity = async (): Promise<ReadonlyArray<Finding>> => {
  const files = sources.flatMap((pattern) => globSync(pattern)).filter((file) => !/\.(test|cases)\.ts$/.test(file));
  const found = await Promise.all(
    files.map(async (file) => (await impurities(await readFile(file, "utf8"))).map((what) => ({ where: file, what }))),
  );
  const blind = await Promise.all(
    planted.map(async (text) =>
      (await impurities(text)).length > 0 ? [] : [{ where: text, what: "planted impurity not caught" }],
    ),
  );
  const empty = files.length === 0 ? [{ where: "purity", what: "no source was read" }] : [];
  return [...empty, ...found.flat(), ...blind.flat()];
};
