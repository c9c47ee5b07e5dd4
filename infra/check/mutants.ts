import { parseSync } from "@swc/core";

/** One change to one file, small enough that a rule becomes wrong. Offsets are bytes of the source. */
export interface Mutant {
  readonly file: string;
  readonly line: number;
  readonly start: number;
  readonly end: number;
  readonly to: string;
  /** What the change is, in words that do not move with the code around it. */
  readonly what: string;
}

interface Span {
  readonly start: number;
  readonly end: number;
}

interface Node {
  readonly type: string;
  readonly span: Span;
  readonly [key: string]: unknown;
}

type Change = Pick<Mutant, "start" | "end" | "to" | "what">;

const operators: Readonly<Record<string, ReadonlyArray<string>>> = {
  "<": ["<=", ">="],
  "<=": ["<", ">"],
  ">": [">=", "<="],
  ">=": [">", "<"],
  "===": ["!=="],
  "!==": ["==="],
  "&&": ["||"],
  "||": ["&&"],
  "+": ["-"],
  "-": ["+"],
  "*": ["/"],
};

const names: Readonly<Record<string, string>> = { some: "every", every: "some", min: "max", max: "min" };

const isNode = (value: unknown): value is Node =>
  typeof value === "object" && value !== null && "type" in value && "span" in value;

// Arguments and array elements come wrapped as { spread, expression } without a type.
const unwrap = (value: unknown): unknown =>
  typeof value === "object" && value !== null && !("type" in value) && "expression" in value ? value.expression : value;

const childrenOf = (node: Node): ReadonlyArray<Node> =>
  Object.entries(node)
    .filter(([key]) => !key.startsWith("type") || key === "typeAnnotation")
    .flatMap(([, value]): ReadonlyArray<unknown> => (Array.isArray(value) ? value : [value]))
    .map(unwrap)
    .flatMap((value) => (isPlainHolder(value) ? Object.values(value).map(unwrap) : [value]))
    .filter(isNode);

const isPlainHolder = (value: unknown): value is object =>
  typeof value === "object" && value !== null && !isNode(value) && !Array.isArray(value) && !("start" in value);

/** Finds every change to one source file. */
export const mutantsOf = (file: string, source: string): ReadonlyArray<Mutant> => {
  const bytes = Buffer.from(source);
  const text = (from: number, to: number): string => bytes.subarray(from, to).toString();
  const module = parseSync(source, { syntax: "typescript", target: "es2024" }) as unknown as Node;
  const lineOf = (start: number): number => text(0, start).split("\n").length;
  const visit = (node: Node): ReadonlyArray<Change> => [
    ...(changes[node.type]?.(node, text) ?? []),
    ...childrenOf(node).flatMap(visit),
  ];
  return visit(module).map((change) => ({ ...change, file, line: lineOf(change.start) }));
};

type Text = (from: number, to: number) => string;

// The parser counts bytes from 1.
const from = ({ span }: Node): number => span.start - 1;
const to = ({ span }: Node): number => span.end - 1;

const replace = (node: Node, by: string, what: string): Change => ({ start: from(node), end: to(node), to: by, what });

const operatorChanges = (node: Node, text: Text): ReadonlyArray<Change> => {
  const [left, right, operator] = [node["left"] as Node, node["right"] as Node, String(node["operator"])];
  const code = text(from(node), to(node)).replaceAll(/\s+/g, " ");
  const gap = text(to(left), from(right));
  const start = to(left) + Buffer.byteLength(gap.slice(0, gap.indexOf(operator)));
  return (operators[operator] ?? []).map((by) => ({
    start,
    end: start + operator.length,
    to: by,
    what: `${operator} to ${by} in ${code}`,
  }));
};

const numberChanges = (node: Node): ReadonlyArray<Change> =>
  [1, -1].map((by) => {
    const value = Number(node["value"]);
    return replace(node, `(${value + by})`, `${value} to ${value + by}`);
  });

const isText = (value: unknown): value is Node => isNode(value) && value.type === "StringLiteral";

/** A named text, such as an OID or a paragraph of the law. */
const constantChanges = (init: unknown): ReadonlyArray<Change> =>
  isText(init) ? [replace(init, '"changed"', `another text than "${String(init["value"])}"`)] : [];

const outcomes: Readonly<Record<string, string>> = { INVALID: "MANUAL", MANUAL: "INVALID" };

/** What a rule leads to. */
const outcomeChanges = (node: Node): ReadonlyArray<Change> => {
  const [key, value] = [node["key"] as Node, node["value"]];
  const by = isText(value) && key["value"] === "outcome" ? outcomes[String(value["value"])] : undefined;
  return isText(value) && by !== undefined ? [replace(value, `"${by}"`, `${String(value["value"])} to ${by}`)] : [];
};

const unaryChanges = (node: Node, text: Text): ReadonlyArray<Change> => {
  const inner = node["argument"] as Node;
  const code = text(from(inner), to(inner));
  if (node["operator"] === "!") return [replace(node, code, `!${code} to ${code}`)];
  return node["operator"] === "-" ? [replace(node, code, `-${code} to ${code}`)] : [];
};

const nameChanges = (property: Node): ReadonlyArray<Change> => {
  const name = String(property["value"]);
  const by = names[name];
  return property.type === "Identifier" && by !== undefined ? [replace(property, by, `${name} to ${by}`)] : [];
};

interface Element {
  readonly spread: Span | null;
  readonly expression: Node;
}

const startOf = ({ spread, expression }: Element): number => (spread === null ? from(expression) : spread.start - 1);

const nameOf = (code: string): string =>
  /name: "([A-Z0-9_]+)"/.exec(code)?.[1] ?? code.replaceAll(/\s+/g, " ").slice(0, 60);

// A list of plain values is asked for membership only, so its order says nothing.
const isLiteral = ({ expression }: Element): boolean => expression.type.endsWith("Literal");

/** Deletes each element, and exchanges it with the next: a table's order is a rule too. */
const elementChanges = (node: Node, text: Text): ReadonlyArray<Change> => {
  const elements = (node["elements"] as ReadonlyArray<Element | null>).filter((one) => one !== null);
  const code = (one: Element): string => text(startOf(one), to(one.expression));
  return elements.flatMap((one, index) => {
    const next = elements[index + 1];
    const end = next === undefined ? to(one.expression) : startOf(next);
    const gone: Change = { start: startOf(one), end, to: "", what: `without ${nameOf(code(one))}` };
    if (next === undefined || isLiteral(one)) return [gone];
    const pair = { start: startOf(one), end: to(next.expression), to: `${code(next)}, ${code(one)}` };
    return [gone, { ...pair, what: `${nameOf(code(next))} before ${nameOf(code(one))}` }];
  });
};

const booleanChanges = (node: Node): ReadonlyArray<Change> => {
  const by = String(!node["value"]);
  return [replace(node, by, `${String(node["value"])} to ${by}`)];
};

const changes: Readonly<Record<string, (node: Node, text: Text) => ReadonlyArray<Change>>> = {
  BinaryExpression: operatorChanges,
  NumericLiteral: numberChanges,
  BooleanLiteral: booleanChanges,
  UnaryExpression: unaryChanges,
  MemberExpression: (node) => nameChanges(node["property"] as Node),
  VariableDeclarator: (node) => constantChanges(node["init"]),
  KeyValueProperty: outcomeChanges,
  ArrayExpression: elementChanges,
};
