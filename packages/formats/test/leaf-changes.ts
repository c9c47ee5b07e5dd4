import { printDay } from "@samvirke/kernel";
import { certificatesIn, wireDocument } from "../src/envelope/document.ts";
import { defaultLimits } from "../src/xml/guard.ts";
import { openSource } from "../src/xml/source.ts";
import type { XmlNode } from "../src/xml/tree.ts";
import { readTree, textOf } from "../src/xml/tree.ts";
import { readDay } from "../src/xml/values.ts";
import { bytes } from "./documents.ts";

const find = (node: XmlNode, steps: ReadonlyArray<string>): XmlNode | undefined => {
  const [step, ...rest] = steps;
  if (step === undefined) return node;
  for (const below of node.children.filter(({ name }) => name === step)) {
    const found = find(below, rest);
    if (found) return found;
  }
  return undefined;
};

// Values that mean something else in their list; every other leaf is changed by its form.
const others: Readonly<Record<string, string>> = {
  RegelSettVersjon: "1",
  "Arbeidsgiver/HarArbeidsgiver/@V": "2",
  "MedisinskVurdering/HovedDiagnose/Diagnosekode/@S": "2.16.578.1.12.4.1.1.7110",
  "MedisinskVurdering/BiDiagnoser/Diagnosekode/@S": "2.16.578.1.12.4.1.1.7110",
  "MedisinskVurdering/AnnenFraversArsak/Arsakskode/@V": "6",
  "Aktivitet/Periode/AktivitetIkkeMulig/MedisinskeArsaker/Arsakskode/@V": "2",
  "Aktivitet/Periode/AktivitetIkkeMulig/Arbeidsplassen/Arsakskode/@V": "9",
  "UtdypendeOpplysninger/SpmGruppe/SpmSvar/Restriksjon/Restriksjonskode/@V": "P",
  "Pasient/KontaktInfo/TypeTelecom/@V": "WP",
  "Behandler/KontaktInfo/TypeTelecom/@V": "WP",
  "Behandler/Id/TypeId/@V": "HER",
  "Behandler/Adresse/Type/@V": "PST",
};

const nextDay = (text: string): string => {
  const { value } = readDay(text.slice(0, 10));
  return value === undefined ? text : printDay((value + 1) as typeof value) + text.slice(10);
};

const changedText = (leaf: string, text: string): string => {
  const other = others[leaf];
  if (other !== undefined) return other;
  if (text === "true") return "false";
  if (/^\d{4}-\d{2}-\d{2}/.test(text)) return nextDay(text);
  if (/^\d{1,3}$/.test(text)) return String(Number(text) + 1);
  return /^[\d.]+$/.test(text) ? `${text}1` : `${text}x`;
};

interface Span {
  readonly start: number;
  readonly end: number;
}

const splice = (text: string, { start, end }: Span, put: string): string =>
  text.slice(0, start) + put + text.slice(end);

const changedAttribute = (document: string, node: XmlNode, leaf: string): string => {
  const name = leaf.slice(leaf.lastIndexOf("@") + 1);
  const tagEnd = document.indexOf(">", node.start);
  const tag = document.slice(node.start, tagEnd);
  const found = new RegExp(`\\s${name}="([^"]*)"`).exec(tag);
  if (!found) throw new Error(`${leaf} is not in the document`);
  const changed = ` ${name}="${changedText(leaf, found[1] ?? "")}"`;
  const start = node.start + found.index;
  return splice(document, { start, end: start + found[0].length }, changed);
};

/** The document (ASCII offsets: it is opened as text) with the first occurrence of one leaf changed; undefined when it has none. */
export const withLeafChanged = (document: string, leaf: string): string | undefined => {
  const latin = Buffer.from(bytes(document)).toString("latin1");
  const { root } = readTree(openSource(bytes(document)), defaultLimits);
  const [certificate] = root ? certificatesIn(wireDocument(root)) : [];
  const steps = leaf.split("/").filter((step) => !step.startsWith("@"));
  const node = certificate && find(certificate, steps);
  if (!node) return undefined;
  if (leaf.includes("@")) return Buffer.from(changedAttribute(latin, node, leaf), "latin1").toString("utf8");
  const [piece] = node.pieces;
  if (!piece) throw new Error(`${leaf} is empty`);
  const put = Buffer.from(changedText(leaf, textOf(node)), "utf8").toString("latin1");
  return Buffer.from(splice(latin, piece, put), "latin1").toString("utf8");
};
