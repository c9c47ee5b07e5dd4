import { scanXml } from "../xml/scan.ts";
import type { ScannedTag } from "../xml/scan.ts";
import type { MessageLimits } from "../xml/guard.ts";
import { openSource } from "../xml/source.ts";
import type { Source } from "../xml/source.ts";
import { attributeText, characterText } from "../xml/text.ts";
import { isKept, isNamespace } from "./kept.ts";
import type { Masker } from "./masker.ts";

const special: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

// References are read alike in every encoding that a document may declare.
const written = (text: string): string =>
  text
    .replaceAll(/[&<>"]/g, (sign) => special[sign] ?? sign)
    .replaceAll(/[^\t\n\u0020-\u007E]/gu, (sign) => `&#${sign.codePointAt(0)};`);

const localOf = (name: string): string => name.slice(name.indexOf(":") + 1);

const attribute = (
  { tag, source, mask }: { readonly tag: ScannedTag; readonly source: Source; readonly mask: Masker },
  [name, raw]: readonly [string, string],
): string => {
  const value = attributeText(raw, source);
  const local = source.decode(localOf(name));
  const stays =
    name === "xmlns" || name.startsWith("xmlns:")
      ? isNamespace(value)
      : isKept([`@${local}`, `${source.decode(localOf(tag.name))}@${local}`], value);
  return ` ${name}="${written(stays ? value : mask(value))}"`;
};

const declaration =
  /^\s*<\?xml version="1\.[01]"(?: encoding="[A-Za-z0-9-]{1,20}")?(?: standalone="(?:yes|no)")?\s*\?>/;

// A form within an envelope is often one text; its own elements tell more than its letters.
const maskedText = (text: string, mask: Masker, limits: MessageLimits): string => {
  const within = /^\s*<[?A-Za-z]/.test(text) ? maskXml(Buffer.from(text, "utf8"), mask, limits) : undefined;
  return within === undefined ? mask(text) : Buffer.from(within).toString("utf8");
};

/**
 * A document with every text replaced whose place is not listed; elements, codes, dates, numbers and booleans stay,
 * comments and instructions go. Undefined where it does not read.
 */
export const maskXml = (bytes: Uint8Array, mask: Masker, limits: MessageLimits): Uint8Array | undefined => {
  const source = openSource(bytes);
  const out = [declaration.exec(source.text)?.[0] ?? ""];
  const open: Array<string> = [];
  const closing = (end: number): string => (source.text[end - 2] === "/" ? "" : `</${open.at(-1) ?? ""}>`);
  const outcome = scanXml(source.text, limits, {
    open: (tag) => {
      const list = tag.attributes.map((one) => attribute({ tag, source, mask }, one));
      const isEmpty = source.text[tag.end - 2] === "/";
      out.push(`<${tag.name}${list.join("")}${isEmpty ? "/" : ""}>`);
      open.push(tag.name);
    },
    close: (end) => {
      out.push(closing(end));
      open.pop();
    },
    text: (start, end, literal) => {
      const text = characterText(source.text.slice(start, end), literal, source);
      const stays = text.trim() === "" || isKept([source.decode(localOf(open.at(-1) ?? ""))], text);
      out.push(written(stays ? text : maskedText(text, mask, limits)));
    },
  });
  // Names of elements beyond ASCII keep the bytes that they came with.
  return outcome === "done" && isByByte(source) ? Buffer.from(out.join(""), "latin1") : undefined;
};

// In UTF-16 what is written here would have to be written otherwise.
const isByByte = (source: Source): boolean => source.byteOffset(1) - source.byteOffset(0) === 1;
