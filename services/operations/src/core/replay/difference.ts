/** One leaf in which two documents differ. Values of sealed parts are never told. */
export interface FieldChange {
  /** Names from the top, `[]` for an element of a list. */
  readonly path: string;
  readonly kind: "added" | "removed" | "changed";
  /** Live and replayed value, where the field is public or names a rule. */
  readonly before?: string;
  readonly after?: string;
}

type Leaf = string | number | boolean | null | Uint8Array;

const isBytes = (value: unknown): value is Uint8Array => value instanceof Uint8Array;

const isNode = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !isBytes(value);

const children = (path: string, value: Readonly<Record<string, unknown>>): ReadonlyArray<readonly [string, unknown]> =>
  Array.isArray(value)
    ? value.map((item: unknown, index) => [`${path}[${index}]`, item] as const)
    : Object.keys(value).map((name) => [path === "" ? name : `${path}.${name}`, value[name]] as const);

const leaves = (path: string, value: unknown, into: Map<string, Leaf>): Map<string, Leaf> => {
  if (!isNode(value)) return value === undefined ? into : into.set(path, value as Leaf);
  for (const [name, child] of children(path, value)) leaves(name, child, into);
  return into;
};

const same = (a: Leaf | undefined, b: Leaf | undefined): boolean =>
  isBytes(a) && isBytes(b) ? Buffer.compare(a, b) === 0 : a === b;

const withoutIndexes = (path: string): string => path.replaceAll(/\[\d+\]/g, "[]");

const textOf = (leaf: Leaf | undefined): string | undefined => {
  if (leaf === undefined || leaf === null) return undefined;
  return isBytes(leaf) ? `${leaf.byteLength} bytes` : String(leaf);
};

/** What may be told of a leaf besides that it differs. */
export type MayTell = (path: string, text: string) => boolean;

const told = (path: string, leaf: Leaf | undefined, mayTell: MayTell): string | undefined => {
  const text = textOf(leaf);
  return text !== undefined && mayTell(path, text) ? text : undefined;
};

const changeAt = (
  full: string,
  [before, after]: readonly [Leaf | undefined, Leaf | undefined],
  mayTell: MayTell,
): FieldChange => {
  const path = withoutIndexes(full);
  const [was, is] = [told(path, before, mayTell), told(path, after, mayTell)];
  const isThere = (leaf: Leaf | undefined): boolean => leaf !== undefined && leaf !== null;
  const kind = isThere(before) && isThere(after) ? "changed" : isThere(after) ? "added" : "removed";
  return {
    path,
    kind,
    ...(was === undefined ? {} : { before: was }),
    ...(is === undefined ? {} : { after: is }),
  };
};

/** The leaves in which two documents differ, in the order of their paths. */
export const differences = (before: unknown, after: unknown, mayTell: MayTell): ReadonlyArray<FieldChange> => {
  const [was, is] = [leaves("", before, new Map()), leaves("", after, new Map())];
  const paths = [...new Set([...was.keys(), ...is.keys()])].toSorted();
  return paths
    .filter((path) => !same(was.get(path), is.get(path)))
    .map((path) => changeAt(path, [was.get(path), is.get(path)], mayTell));
};
