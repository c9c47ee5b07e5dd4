import { loadCatalogue, loadSample } from "@samvirke/contracts";
import type { ContractName, Contracts } from "@samvirke/contracts";

const catalogue = loadCatalogue();

type Contract = (typeof catalogue)["contracts"][number];
type Schema = Contract["record"]["fields"][number]["type"];
type Step = string | number;

/** One place in a value that says something, with the name that tables give it and what else could stand there. */
export interface Leaf {
  readonly path: ReadonlyArray<Step>;
  readonly name: string;
  readonly others: ReadonlyArray<unknown>;
}

const contractOf = (name: ContractName): Contract => {
  const found = catalogue.contracts.findLast((one) => one.name === name);
  if (!found) throw new Error(`no contract ${name}`);
  return found;
};

// The golden samples' codes come from lists that know no original text; here every code has one.
const withOriginalTexts = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(withOriginalTexts);
  if (typeof value !== "object" || value === null || value instanceof Uint8Array) return value;
  const below = Object.entries(value).map(([key, one]) => [key, withOriginalTexts(one)] as const);
  const whole = Object.fromEntries(below) as Readonly<Record<string, unknown>>;
  return "originalText" in whole ? { ...whole, originalText: whole["originalText"] ?? "slik det ble skrevet" } : whole;
};

/** The full golden sample of a contract, an original text beside every code. */
export const golden = <N extends ContractName>(name: N): Contracts[N] =>
  withOriginalTexts(loadSample(catalogue, name, "full")) as Contracts[N];

const joined = (name: string, key: string): string => (name === "" ? key : `${name}.${key}`);

const inner = (schema: Schema): Schema =>
  Array.isArray(schema) ? ((schema as ReadonlyArray<Schema>).find((one) => one !== "null") ?? "null") : schema;

const namesIn = (written: Schema, name: string): ReadonlyArray<string> => {
  const schema = inner(written) as Exclude<Schema, ReadonlyArray<Schema>>;
  if (typeof schema === "object" && "fields" in schema)
    return schema.fields.flatMap((field) => namesIn(field.type, joined(name, field.name)));
  return typeof schema === "object" && "items" in schema ? namesIn(schema.items, `${name}[]`) : [name];
};

const otherText = (text: string): string => {
  if (/^\d{4}-\d{2}-\d{2}T/.test(text)) return text.replace(/^\d{4}/, (year) => String(Number(year) + 1));
  return /\d$/.test(text) ? text.replace(/.$/, (last) => String((Number(last) + 1) % 10)) : `${text}x`;
};

const othersFor = (schema: Schema, value: unknown): ReadonlyArray<unknown> => {
  if (typeof schema === "object" && "symbols" in schema) return schema.symbols.filter((one) => one !== value);
  if (value instanceof Uint8Array) return [Buffer.concat([value, Buffer.from("x")])];
  if (typeof value === "boolean") return [!value];
  if (typeof value === "number") return [value + (Math.abs(value) > 1e9 ? 86_400_000 + 3_723_000 : 1)];
  return [otherText(String(value))];
};

const leavesIn = (written: Schema, value: unknown, at: Omit<Leaf, "others">): ReadonlyArray<Leaf> => {
  if (value === null || value === undefined) return [];
  const schema = inner(written) as Exclude<Schema, ReadonlyArray<Schema>>;
  if (typeof schema === "object" && "fields" in schema)
    return schema.fields.flatMap(({ name, type }) =>
      leavesIn(type, (value as Readonly<Record<string, unknown>>)[name], {
        path: [...at.path, name],
        name: joined(at.name, name),
      }),
    );
  if (typeof schema === "object" && "items" in schema)
    return (value as ReadonlyArray<unknown>).flatMap((one, index) =>
      leavesIn(schema.items, one, { path: [...at.path, index], name: `${at.name}[]` }),
    );
  return [{ ...at, others: othersFor(schema, value) }];
};

/** Every leaf that a contract has, by the names of its Avro fields. */
export const contractLeaves = (name: ContractName): ReadonlyArray<string> => namesIn(contractOf(name).record, "");

/** Every leaf that says something in a value of a contract. */
export const leavesOfValue = (name: ContractName, value: unknown): ReadonlyArray<Leaf> =>
  leavesIn(contractOf(name).record, value, { path: [], name: "" });

/** The value with something else in one place. */
export const withOther = (value: unknown, [step, ...rest]: ReadonlyArray<Step>, other: unknown): unknown => {
  if (step === undefined) return other;
  if (Array.isArray(value))
    return value.map((one: unknown, index) => (index === step ? withOther(one, rest, other) : one));
  const object = value as Readonly<Record<string, unknown>>;
  return { ...object, [step]: withOther(object[String(step)], rest, other) };
};
