import type { Code, ReferralQuantity, ReferralTime } from "@samvirke/contracts";
import type { Day } from "@samvirke/kernel";
import { printDay } from "@samvirke/kernel";
import { codeOf } from "../envelope/elements.ts";
import type { Findings } from "../xml/findings.ts";
import type { XmlNode } from "../xml/tree.ts";
import { attributeOf, textOf } from "../xml/tree.ts";
import type { Lexical } from "../xml/values.ts";
import { readBoolean, readClockTime, readDay } from "../xml/values.ts";
import { element } from "../xml/write.ts";
import type { ElementCodec } from "./codec.ts";

/** Text as written. */
export const text: ElementCodec<string> = {
  read: textOf,
  write: (value, name) => element(name, {}, value),
  leaves: [{ leaf: "", event: [""] }],
};

/** A text in @V. */
export const textAttribute: ElementCodec<string | null> = {
  read: (node) => attributeOf(node, "V") ?? null,
  write: (value, name) => element(name, { V: value }),
  leaves: [{ leaf: "@V", event: [""] }],
};

const writeCode: ElementCodec<Code>["write"] = (value, name) =>
  element(name, { V: value.code, S: value.system, DN: value.text, OT: value.originalText });

/** A code with its system. Source: kith CV. */
export const cv: ElementCodec<Code> = {
  read: codeOf,
  write: writeCode,
  leaves: [
    { leaf: "@V", event: ["code"] },
    { leaf: "@S", event: ["system"] },
    { leaf: "@DN", event: ["text"] },
    { leaf: "@OT", event: ["originalText"] },
  ],
};

/** A code of a fixed list; a system that a sender writes all the same is read. Source: kith CS. */
export const cs: ElementCodec<Code> = {
  read: codeOf,
  write: (value, name) => element(name, { V: value.code, DN: value.text }),
  leaves: [
    { leaf: "@V", event: ["code"] },
    { leaf: "@DN", event: ["text"] },
  ],
};

interface Written {
  readonly node: XmlNode;
  readonly text: string;
}

const lexical = <A>(
  { node, text: written }: Written,
  read: (text: string) => Lexical<A>,
  findings: Findings,
): A | null => {
  const { value, finding } = read(written);
  if (finding) findings.note(finding, node);
  return value ?? null;
};

// A year, a month or a time of day alone is right by the schema and names no day.
const notADay = /^\s*(?:-?\d{4,6}(?:-\d{2})?|\d{2}:\d{2}:\d{2}(?:\.\d+)?)(?:Z|[+-]\d{2}:\d{2})?\s*$/;

const literalDay = (written: Written, findings: Findings): Day | null =>
  written.text.includes("T")
    ? (lexical(written, readClockTime, findings)?.day ?? null)
    : lexical(written, readDay, findings);

const timeOf = (node: XmlNode, written: string, findings: Findings): ReferralTime => {
  const isPartial = notADay.test(written);
  return {
    text: written,
    day: isPartial ? null : literalDay({ node, text: written }, findings),
  };
};

/** A time in @V: dateTime, date, year, month or time of day. Source: kith TS. */
export const ts: ElementCodec<ReferralTime> = {
  read: (node, findings) => {
    const written = attributeOf(node, "V");
    return written === undefined ? { text: null, day: null } : timeOf(node, written, findings);
  },
  write: ({ text: written }, name) => element(name, { V: written }),
  leaves: [{ leaf: "@V", event: ["text", "day"] }],
};

/** A time as text. */
export const time: ElementCodec<ReferralTime> = {
  read: (node, findings) => timeOf(node, textOf(node), findings),
  write: ({ text: written }, name) => (written === null ? undefined : element(name, {}, written)),
  leaves: [{ leaf: "", event: ["text", "day"] }],
};

/** The literal calendar day of a text. */
export const day: ElementCodec<Day | null> = {
  read: (node, findings) => lexical({ node, text: textOf(node) }, readDay, findings),
  write: (value, name) => (value === null ? undefined : element(name, {}, printDay(value))),
  leaves: [{ leaf: "", event: [""] }],
};

/** The literal calendar day of a time in @V. */
export const dayAttribute: ElementCodec<Day | null> = {
  read: (node, findings) => ts.read(node, findings).day,
  write: (value, name) => (value === null ? undefined : element(name, { V: printDay(value) })),
  leaves: [{ leaf: "@V", event: [""] }],
};

/** A boolean as text. */
export const bool: ElementCodec<boolean | null> = {
  read: (node, findings) => lexical({ node, text: textOf(node) }, readBoolean, findings),
  write: (value, name) => (value === null ? undefined : element(name, {}, String(value))),
  leaves: [{ leaf: "", event: [""] }],
};

/** A boolean in @V. Source: kith BL. */
export const boolAttribute: ElementCodec<boolean | null> = {
  read: (node, findings) => lexical({ node, text: attributeOf(node, "V") ?? "" }, readBoolean, findings),
  write: (value, name) => (value === null ? undefined : element(name, { V: String(value) })),
  leaves: [{ leaf: "@V", event: [""] }],
};

/** A number with its unit. Source: kith PQ. */
export const quantity: ElementCodec<ReferralQuantity> = {
  read: (node) => ({ value: attributeOf(node, "V") ?? null, unit: attributeOf(node, "U") ?? null }),
  write: ({ value, unit }, name) => element(name, { V: value, U: unit }),
  leaves: [
    { leaf: "@V", event: ["value"] },
    { leaf: "@U", event: ["unit"] },
  ],
};
