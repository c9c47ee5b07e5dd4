/** An element to be printed. */
export interface XmlDraft {
  readonly name: string;
  readonly attributes: ReadonlyArray<readonly [name: string, value: string]>;
  readonly content: string | ReadonlyArray<XmlDraft>;
}

type Attributes = Readonly<Record<string, string | null | undefined>>;
type Content = string | null | undefined | ReadonlyArray<XmlDraft | undefined>;

const present = <A>(value: A | null | undefined): value is A => value !== null && value !== undefined;

/** An element; attributes and children that are null or undefined are left out. */
export const element = (name: string, attributes: Attributes = {}, content: Content = ""): XmlDraft => ({
  name,
  attributes: Object.entries(attributes).flatMap(([key, value]) => (present(value) ? [[key, value] as const] : [])),
  content: Array.isArray(content) ? content.filter(present) : ((content ?? "") as string),
});

/** An element with text; none when there is no text to put in it. */
export const textElement = (name: string, text: string | null | undefined): XmlDraft | undefined =>
  present(text) ? element(name, {}, text) : undefined;

// XML 1.0 section 2.2: no control characters but tab and line ends, no halves of surrogate pairs, no U+FFFE and U+FFFF.
const notAllowed = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu;
const special: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "\t": "&#9;",
  "\n": "&#10;",
  "\r": "&#13;",
};
const quoted = (character: string): string => special[character] ?? character;

const text = (value: string): string => value.replace(notAllowed, "").replace(/[&<>\r]/g, quoted);
const attribute = (value: string): string => value.replace(notAllowed, "").replace(/[&<>"\t\n\r]/g, quoted);

const print = (draft: XmlDraft, out: Array<string>): void => {
  out.push("<", draft.name);
  for (const [name, value] of draft.attributes) out.push(" ", name, '="', attribute(value), '"');
  if (draft.content.length === 0) return void out.push("/>");
  out.push(">");
  if (typeof draft.content === "string") out.push(text(draft.content));
  else for (const below of draft.content) print(below, out);
  out.push("</", draft.name, ">");
};

/** A whole document in UTF-8. Characters that XML cannot hold are dropped. */
export const printXml = (root: XmlDraft): Uint8Array => {
  const out: Array<string> = ['<?xml version="1.0" encoding="UTF-8"?>\n'];
  print(root, out);
  return Buffer.from(out.join(""), "utf8");
};
