import type { Code, Identifier } from "@samvirke/contracts";
import { noCode } from "../envelope/elements.ts";
import type { ChildCodec, ElementCodec } from "./codec.ts";
import { below } from "./codec.ts";
import { many, one, record, struct } from "./combine.ts";
import { cs, text } from "./values.ts";

const additionalId: ElementCodec<Identifier> = struct<Identifier>({
  value: one("Id", text),
  type: { ...one("Type", cs), read: (node, findings) => one("Type", cs).read(node, findings) ?? noCode },
});

const ownId = record<{ readonly value: string | null; readonly type: Code | null }>({
  value: one("Id", text),
  type: one("TypeId", cs),
});

/** Every AdditionalId. */
export const additionalIds = many("AdditionalId", additionalId);

const isNoCode = ({ system, code, text: words, originalText }: Code): boolean =>
  [system, code, words, originalText].every((part) => part === null);

/** Id with TypeId, then every AdditionalId (from 1.0 on). */
export const identifiers: ChildCodec<ReadonlyArray<Identifier>> = {
  read: (node, findings) => {
    const { value, type } = ownId.read(node, findings);
    const further = additionalIds.read(node, findings);
    // The first place is the main id's, also where only further ones are given.
    if (value === null && type === null && further.length === 0) return [];
    return [{ value: value?.trim() ?? null, type: type ?? noCode }, ...further];
  },
  write: ([first, ...others]) => {
    if (!first) return [];
    const type = first.value === null && isNoCode(first.type) ? null : first.type;
    return [...ownId.write({ value: first.value, type }), ...additionalIds.write(others)];
  },
  leaves: [
    ...below([{ leaf: "Id", event: ["value"] }], "", "[]"),
    ...below(cs.leaves, "TypeId", "[].type"),
    ...additionalIds.leaves,
  ],
};
