/** A place in bytes; undefined once they ran out or said nonsense. */
type At = number | undefined;
type Skim = (bytes: Uint8Array, at: number) => At;

interface Varint {
  readonly value: number;
  readonly at: number;
}

const longestVarint = 10;

// Numbers above 2^53 lose digits here; only lengths and counts are used, and those are refused long before.
const varint = (bytes: Uint8Array, from: number): Varint | undefined => {
  let [value, scale] = [0, 1];
  for (let at = from; at < bytes.length && at < from + longestVarint; at += 1) {
    const byte = bytes[at] ?? 0;
    value += (byte & 0x7f) * scale;
    if (byte < 0x80) return { value: value % 2 === 0 ? value / 2 : -(value + 1) / 2, at: at + 1 };
    scale *= 128;
  }
  return undefined;
};

const number: Skim = (bytes, at) => varint(bytes, at)?.at;

const fixed =
  (size: number): Skim =>
  (bytes, at) =>
    at + size <= bytes.length ? at + size : undefined;

const text: Skim = (bytes, at) => {
  const length = varint(bytes, at);
  return length && length.value >= 0 ? fixed(length.value)(bytes, length.at) : undefined;
};

const inTurn =
  (steps: () => ReadonlyArray<Skim>): Skim =>
  (bytes, from) =>
    steps().reduce<At>((at, step) => (at === undefined ? undefined : step(bytes, at)), from);

const many = (bytes: Uint8Array, { value: count, at: from }: Varint, item: Skim): At => {
  let at: At = from;
  // An item takes a byte at least, or the count is nonsense that would only fill memory.
  if (count > bytes.length - from) return undefined;
  for (let left = count; left > 0 && at !== undefined; left -= 1) at = item(bytes, at);
  return at;
};

/** Blocks of items: a count, or a negative one with the size of the block, until a count of zero. */
const blocks =
  (item: Skim): Skim =>
  (bytes, from) => {
    let at: At = from;
    while (at !== undefined) {
      const count = varint(bytes, at);
      if (!count || count.value === 0) return count?.at;
      const sized = count.value < 0 ? varint(bytes, count.at) : count;
      at = sized && many(bytes, { value: Math.abs(count.value), at: sized.at }, item);
    }
    return undefined;
  };

const oneOf =
  (branches: ReadonlyArray<Skim>): Skim =>
  (bytes, at) => {
    const branch = varint(bytes, at);
    const skim = branch && branches[branch.value];
    return skim && branch ? skim(bytes, branch.at) : undefined;
  };

const primitives: Readonly<Record<string, Skim>> = {
  null: (_, at) => at,
  boolean: fixed(1),
  int: number,
  long: number,
  float: fixed(4),
  double: fixed(8),
  bytes: text,
  string: text,
};

type Schema = Readonly<Record<string, unknown>>;
type Known = Map<string, Skim>;

const unknown: Skim = () => undefined;

const named = (name: string, space: string | undefined): string =>
  name.includes(".") || space === undefined ? name : `${space}.${name}`;

const byName = (name: string, known: Known, space: string | undefined): Skim =>
  primitives[name] ?? ((bytes, at) => (known.get(named(name, space)) ?? known.get(name) ?? unknown)(bytes, at));

const define = (schema: Schema, known: Known, space: string | undefined): Skim => {
  const own = typeof schema["namespace"] === "string" ? schema["namespace"] : space;
  const name = named(String(schema["name"]), own);
  const inner = name.includes(".") ? name.slice(0, name.lastIndexOf(".")) : own;
  if (schema["type"] === "enum") return keep(known, name, number);
  if (schema["type"] === "fixed") return keep(known, name, fixed(Number(schema["size"])));
  const steps: Array<Skim> = [];
  const skim = keep(
    known,
    name,
    inTurn(() => steps),
  );
  const fields = Array.isArray(schema["fields"]) ? (schema["fields"] as ReadonlyArray<Schema>) : [];
  steps.push(...fields.map((field) => build(field["type"], known, inner)));
  return skim;
};

const keep = (known: Known, name: string, skim: Skim): Skim => {
  known.set(name, skim);
  return skim;
};

type Build = (schema: Schema, known: Known, space: string | undefined) => Skim;

const complex: Readonly<Record<string, Build>> = {
  array: ({ items }, known, space) => blocks(build(items, known, space)),
  map: ({ values }, known, space) => blocks(inTurn(() => [text, build(values, known, space)])),
  record: define,
  error: define,
  enum: define,
  fixed: define,
};

const build = (schema: unknown, known: Known, space: string | undefined): Skim => {
  if (typeof schema === "string") return byName(schema, known, space);
  if (Array.isArray(schema)) return oneOf(schema.map((branch) => build(branch, known, space)));
  const { type } = schema as Schema;
  const make = typeof type === "string" ? complex[type] : undefined;
  return make ? make(schema as Schema, known, space) : build(type, known, space);
};

/**
 * Where a record of a schema ends in bytes; undefined where they are none. Reads no value.
 *
 * The library believes a count that it reads, however large, and fills memory with what is not there.
 * Source: Avro specification, binary encoding.
 */
export const skimmer = (schema: unknown): ((bytes: Uint8Array, at?: number) => At) => {
  const skim = build(schema, new Map(), undefined);
  return (bytes, at = 0) => skim(bytes, at);
};
