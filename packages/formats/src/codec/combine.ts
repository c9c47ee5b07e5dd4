import type { XmlNode } from "../xml/tree.ts";
import { child, children, descend } from "../xml/tree.ts";
import { assemble } from "./assemble.ts";
import type { ChildCodec, ElementCodec, Leaf, Placed } from "./codec.ts";
import { below, leafPath, localName } from "./codec.ts";

const steps = (path: string): ReadonlyArray<string> => path.split("/");
const localPath = (path: string): string => steps(path).map(localName).join("/");

const place = (path: string, write: (name: string) => Placed["draft"] | undefined): ReadonlyArray<Placed> => {
  const names = steps(path);
  const draft = write(names.at(-1) ?? "");
  return draft ? [{ path: names.slice(0, -1), draft }] : [];
};

/** The first element at a path (`po:A/po:B`, prefixes for writing only); null when there is none. */
export const one = <A>(path: string, codec: ElementCodec<A>): ChildCodec<A | null> => {
  const names = steps(path).map(localName);
  return {
    read: (parent, findings) => {
      const node = descend(parent, ...names);
      return parent && node ? codec.read(node, findings) : null;
    },
    write: (value) => (value === null ? [] : place(path, (name) => codec.write(value, name))),
    leaves: below(codec.leaves, localPath(path), ""),
  };
};

const allAt = (parent: XmlNode | undefined, names: ReadonlyArray<string>): ReadonlyArray<XmlNode> =>
  children(descend(parent, ...names.slice(0, -1)), names.at(-1) ?? "");

/** Every element at a path, in document order. */
export const many = <A>(path: string, codec: ElementCodec<A>): ChildCodec<ReadonlyArray<A>> => {
  const names = steps(path).map(localName);
  return {
    read: (parent, findings) => allAt(parent, names).map((node) => codec.read(node, findings)),
    write: (values) => values.flatMap((value) => place(path, (name) => codec.write(value, name))),
    leaves: below(codec.leaves, localPath(path), "[]"),
  };
};

interface Absent<A> {
  readonly read: () => A;
  readonly write: () => ReadonlyArray<Placed>;
  readonly leaves: ReadonlyArray<Leaf>;
}

/** A value that the format has no place for. */
export const absent = <A>(value: A): Absent<A> => ({ read: () => value, write: () => [], leaves: [] });

/** An element that holds nothing but another one; what the inner one lacks is read from nothing. */
export const only = <A>(name: string, codec: ElementCodec<A>): ElementCodec<A> => ({
  read: (node, findings) => codec.read(child(node, localName(name)) ?? node, findings),
  write: (value, outer) => {
    const draft = codec.write(value, name);
    return { name: outer, attributes: [], content: draft ? [draft] : [] };
  },
  leaves: below(codec.leaves, localName(name), ""),
});

/** A second reading of what another field writes. */
export const readOnly = <A>(codec: ChildCodec<A>): ChildCodec<A> => ({ ...codec, write: () => [] });

/** What stands one element deeper. */
export const within = <A>(path: string, codec: ChildCodec<A>): ChildCodec<A> => ({
  read: (parent, findings) => codec.read(descend(parent, ...steps(path).map(localName)), findings),
  write: (value) => codec.write(value).map((placed) => ({ ...placed, path: [...steps(path), ...placed.path] })),
  leaves: codec.leaves.map(({ leaf, event }) => ({ leaf: leafPath(localPath(path), leaf), event })),
});

/** One codec per field of a record. */
export type Fields<A> = { readonly [K in keyof A]: ChildCodec<A[K]> };

/** The fields of a record, each from children of the same element. */
export const record = <A extends object>(fields: Fields<A>): ChildCodec<A> => {
  const entries = Object.entries(fields) as unknown as ReadonlyArray<readonly [keyof A & string, ChildCodec<unknown>]>;
  return {
    read: (parent, findings) =>
      Object.fromEntries(entries.map(([key, codec]) => [key, codec.read(parent, findings)])) as A,
    write: (value) => entries.flatMap(([key, codec]) => codec.write(value[key])),
    leaves: entries.flatMap(([key, codec]) => below(codec.leaves, "", key)),
  };
};

/** A record from one element of its own; `order` where the fields do not follow the schema's sequence. */
export const struct = <A extends object>(fields: Fields<A>, order?: ReadonlyArray<string>): ElementCodec<A> => {
  const { read, write, leaves } = record(fields);
  return {
    read,
    write: (value, name) => ({ name, attributes: [], content: assemble(write(value), order) }),
    leaves,
  };
};

/** A record whose element is there only when one of its fields says something. */
export const optionalRecord = <A extends object>(codec: ChildCodec<A>): ChildCodec<A | null> => ({
  read: (parent, findings) => {
    const value = codec.read(parent, findings);
    const says = Object.values(value).some((part) => part !== null && !(Array.isArray(part) && part.length === 0));
    return says ? value : null;
  },
  write: (value) => (value === null ? [] : codec.write(value)),
  leaves: codec.leaves,
});

/** Every leaf of several codecs. */
export const leavesOf = (...codecs: ReadonlyArray<{ readonly leaves: ReadonlyArray<Leaf> }>): ReadonlyArray<Leaf> =>
  codecs.flatMap(({ leaves }) => leaves);
