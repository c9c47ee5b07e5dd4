import type { Code, Identifier } from "@samvirke/contracts";
import type { ChildCodec } from "../codec/codec.ts";
import { below } from "../codec/codec.ts";
import { one, record } from "../codec/combine.ts";
import { cs, text } from "../codec/values.ts";
import { noCode } from "../envelope/elements.ts";

const parts = record<{ readonly value: string | null; readonly type: Code | null }>({
  value: one("OffId", text),
  type: one("TypeOffId", cs),
});

/** OffId with TypeOffId, outer blanks cut. */
export const officialNumber: ChildCodec<Identifier | null> = {
  read: (node, findings) => {
    const { value, type } = parts.read(node, findings);
    return value === null && type === null ? null : { value: value?.trim() ?? null, type: type ?? noCode };
  },
  write: (number) => (number === null ? [] : parts.write(number)),
  leaves: below(parts.leaves, "", ""),
};
