import { chance } from "./chance.cases.ts";

/** A document as somebody might send it, whole or broken. */
export interface Variant {
  readonly what: string;
  readonly bytes: Uint8Array;
}

const utf8 = (text: string): Uint8Array => Buffer.from(text);
const textOf = (bytes: Uint8Array): string => Buffer.from(bytes).toString("utf8");
const isXml = (text: string): boolean => text.trimStart().startsWith("<");

const cuts = (bytes: Uint8Array, step: number): ReadonlyArray<Variant> =>
  Array.from({ length: Math.floor(bytes.length / step) }, (_, index) => ({
    what: `cut at byte ${index * step}`,
    bytes: bytes.subarray(0, index * step),
  }));

// What the declaration says stays as it was, so that it lies.
const encodings = (bytes: Uint8Array): ReadonlyArray<Variant> => {
  const text = textOf(bytes);
  const declared = text.replace(/encoding="[^"]*"/, 'encoding="UTF-16"');
  return [
    { what: "UTF-16 little-endian", bytes: Buffer.from(text, "utf16le") },
    { what: "UTF-16 little-endian with a mark", bytes: Buffer.from(`\uFEFF${text}`, "utf16le") },
    { what: "UTF-16 big-endian with a mark", bytes: Buffer.from(`\uFEFF${text}`, "utf16le").swap16() },
    { what: "UTF-16 big-endian", bytes: Buffer.from(text, "utf16le").swap16() },
    { what: "UTF-8 that says UTF-16", bytes: utf8(declared) },
    { what: "UTF-8 with a mark", bytes: utf8(`\uFEFF${text}`) },
    { what: "UTF-8 with two marks", bytes: utf8(`\uFEFF\uFEFF${text}`) },
    { what: "Latin-1 as UTF-8", bytes: Buffer.from(text, "latin1") },
    { what: "UTF-8 twice over", bytes: utf8(Buffer.from(bytes).toString("latin1")) },
  ];
};

const leaf = /<([\w:]+)[^<>]*>[^<>]*<\/\1>|<[\w:]+ [^<>]*\/>/g;
const member = /"[^"]+":("[^"]*"|[\d.]+|true|false|null)/g;

/** Elements or members that stand twice, a few of chance. */
const doubled = (bytes: Uint8Array, seed: number): ReadonlyArray<Variant> => {
  const text = textOf(bytes);
  const found = [...text.matchAll(isXml(text) ? leaf : member)];
  const next = chance(seed);
  return Array.from({ length: Math.min(20, found.length) }, () => {
    const hit = found[Math.floor(next() * found.length)];
    const [part, at] = [hit?.[0] ?? "", hit?.index ?? 0];
    const between = isXml(text) ? "" : ",";
    return { what: `${part.slice(0, 12)} twice`, bytes: utf8(text.slice(0, at) + part + between + text.slice(at)) };
  });
};

const fuzzed = (bytes: Uint8Array, seeds: number): ReadonlyArray<Variant> =>
  Array.from({ length: bytes.length === 0 ? 0 : seeds }, (_, seed) => {
    const next = chance(seed);
    const odd = Buffer.from(bytes);
    for (let change = 0; change < 8; change += 1) odd[Math.floor(next() * odd.length)] = Math.floor(next() * 256);
    return { what: `fuzzed by seed ${seed}`, bytes: odd };
  });

const laughs = Array.from({ length: 30 }, (_, n) => `<!ENTITY l${n + 1} "${`&l${n};`.repeat(10)}">`).join("");
const deep = 100_000;
// Just less than the door refuses, so that the readers see it.
const flooding = 240_000;

// After the first tag, or as another member of the first object.
const inserted = (text: string, xml: string, json: string): string =>
  isXml(text) ? text.replace(/<[\w:]+(\s[^<>]*)?>/, (tag) => tag + xml) : text.replace("{", () => `{"x":${json},`);

const bombs = (bytes: Uint8Array): ReadonlyArray<Variant> => {
  const text = textOf(bytes);
  const bare = text.replace(/^\s*<\?xml[^>]*\?>/, "");
  const nested = inserted(text, "<a>".repeat(deep) + "</a>".repeat(deep), "[".repeat(deep) + "]".repeat(deep));
  const flood = inserted(text, "<a/>".repeat(flooding), `[${"{},".repeat(flooding)}0]`);
  return [
    { what: "entity bomb", bytes: utf8(`<!DOCTYPE a [<!ENTITY l0 "ha">${laughs}]>${inserted(bare, "&l30;", "0")}`) },
    {
      what: "external entity",
      bytes: utf8(`<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/hosts">]>${inserted(bare, "&x;", "0")}`),
    },
    { what: "nested without end", bytes: utf8(nested) },
    { what: "flood of elements", bytes: utf8(flood) },
    {
      what: "names of prototypes",
      bytes: utf8(inserted(text, "<__proto__/><constructor/>", '0,"__proto__":{"a":1},"constructor":{}')),
    },
  ];
};

/** Variants of a document that somebody wrote wrongly or with ill will; `seeds` fuzzed ones among them. */
export const hostileVariants = (bytes: Uint8Array, seeds: number): ReadonlyArray<Variant> => [
  ...cuts(bytes, 100),
  ...encodings(bytes),
  ...doubled(bytes, 1),
  ...fuzzed(bytes, seeds),
  ...bombs(bytes),
];
