import { ParseOption, XmlDocument, XmlParseError } from "libxml2-wasm";
import type { Source } from "./source.ts";
import type { Piece, XmlNode } from "./tree.ts";
import { allElements } from "./tree.ts";

// Blanks and dictionaries are of no use to a judge; HUGE because texts of more than 10 MB are no fault.
const options =
  ParseOption.XML_PARSE_NONET |
  ParseOption.XML_PARSE_NO_XXE |
  ParseOption.XML_PARSE_HUGE |
  ParseOption.XML_PARSE_NOBLANKS |
  ParseOption.XML_PARSE_COMPACT;
const longRun = 8192;
const notBase64 = /[^A-Za-z0-9+/=\s]/;
const declaration = /^\s*<\?xml\s[^?]*\?>/;

export interface ReadDocument {
  readonly source: Source;
  readonly root: XmlNode | undefined;
}

// libxml2 takes a namespace with a letter outside ASCII for a fault, which XML does not: such letters are put as %XX.
const namespaceDeclaration = /\sxmlns(?::[^\s=]+)?\s*=\s*(?:"[^"]*"|'[^']*')/g;
const outsideAscii = /[^\0-\x7f]+/g;
const plainNamespaces = (text: string): string =>
  text.replace(namespaceDeclaration, (declared) =>
    declared.replace(outsideAscii, (letters) => encodeURI(letters.toWellFormed())),
  );

const longRuns = (root: XmlNode): ReadonlyArray<Piece> => {
  const isLong = ({ start, end }: Piece): boolean =>
    end - start > longRun && !notBase64.test(root.source.text.slice(start, end));
  return [...allElements(root)].flatMap(({ pieces }) => pieces.filter(isLong)).sort((a, b) => a.start - b.start);
};

/**
 * The text without its declaration (the encoding it names is not believed) and without long runs of base64: such a run
 * can break nothing, and an attachment of many megabytes would stay in the parser's memory, which never shrinks.
 */
const slimmed = ({ source, root }: ReadDocument): string => {
  const { text } = source;
  const runs = root && text.length > longRun ? longRuns(root) : [];
  const starts = [0, ...runs.map((run) => run.end)];
  const kept = starts.map((start, index) => text.slice(start, runs[index]?.start ?? text.length));
  return plainNamespaces(source.decode(kept.join("")))
    .replace(declaration, "")
    .trimStart();
};

/** libxml2's judgement, without its message: that quotes the document. */
export const isWellFormed = (document: ReadDocument): boolean => {
  try {
    XmlDocument.fromBuffer(Buffer.from(slimmed(document)), { option: options }).dispose();
    return true;
  } catch (failure) {
    if (failure instanceof XmlParseError) return false;
    throw failure;
  }
};
