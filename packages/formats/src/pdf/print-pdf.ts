import { differences, lineBytes } from "./letters.ts";
import { brokenLines } from "./lines.ts";

/** A piece of a text document: a heading, or a paragraph whose line ends stay. */
export interface PdfBlock {
  readonly style: "title" | "heading" | "text";
  readonly text: string;
}

interface Line {
  readonly font: "F1" | "F2";
  readonly size: number;
  /** Points above the line. */
  readonly above: number;
  readonly text: string;
}

// A4 in points.
const page = { width: 595, height: 842, margin: 64 };
const styles = {
  title: { font: "F2", size: 16, above: 0, between: 4 },
  heading: { font: "F2", size: 11, above: 12, between: 3 },
  text: { font: "F1", size: 10.5, above: 3, between: 3 },
} as const;

const linesOf = ({ style, text }: PdfBlock): ReadonlyArray<Line> => {
  const { font, size, above, between } = styles[style];
  const broken = brokenLines(text, { size, width: page.width - 2 * page.margin });
  return broken.map((line, index) => ({ font, size, above: index === 0 ? above : between, text: line }));
};

const heightOf = ({ size, above }: Line): number => size + above;

interface Filling {
  readonly pages: ReadonlyArray<ReadonlyArray<Line>>;
  readonly left: number;
}

const room = page.height - 2 * page.margin;

const placed = ({ pages, left }: Filling, line: Line): Filling => {
  const height = heightOf(line);
  if (height > left) return { pages: [...pages, [line]], left: room - height };
  return { pages: [...pages.slice(0, -1), [...(pages.at(-1) ?? []), line]], left: left - height };
};

const pagesOf = (blocks: ReadonlyArray<PdfBlock>): ReadonlyArray<ReadonlyArray<Line>> =>
  blocks.flatMap(linesOf).reduce<Filling>(placed, { pages: [[]], left: room }).pages;

// Each line moves down from the one before it. Grammar: ISO 32000-1, 9.4.
const contentOf = (lines: ReadonlyArray<Line>): string =>
  [
    "BT",
    `${page.margin} ${page.height - page.margin} Td`,
    ...lines.flatMap((line) => [
      `/${line.font} ${line.size} Tf`,
      `0 ${-heightOf(line)} Td`,
      `(${lineBytes(line.text)}) Tj`,
    ]),
    "ET",
  ].join("\n");

const fontObject = (name: string): string =>
  `<< /Type /Font /Subtype /Type1 /BaseFont /${name} /Encoding << /Type /Encoding /BaseEncoding /WinAnsiEncoding /Differences ${differences} >> >>`;

const firstPage = 5;

const pageObjects = (lines: ReadonlyArray<Line>, index: number): ReadonlyArray<string> => {
  const content = contentOf(lines);
  const resources = "/Resources << /Font << /F1 3 0 R /F2 4 0 R >> >>";
  return [
    `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${page.width} ${page.height}] ${resources} /Contents ${firstPage + 2 * index + 1} 0 R >>`,
    `<< /Length ${Buffer.byteLength(content, "latin1")} >>\nstream\n${content}\nendstream`,
  ];
};

const objectsOf = (blocks: ReadonlyArray<PdfBlock>): ReadonlyArray<string> => {
  const pages = pagesOf(blocks);
  const kids = pages.map((_, index) => `${firstPage + 2 * index} 0 R`).join(" ");
  return [
    "<< /Type /Catalog /Pages 2 0 R /Lang (nb-NO) >>",
    `<< /Type /Pages /Kids [${kids}] /Count ${pages.length} >>`,
    fontObject("Helvetica"),
    fontObject("Helvetica-Bold"),
    ...pages.flatMap(pageObjects),
  ];
};

const header = "%PDF-1.4\n%\xe2\xe3\xcf\xd3\n";

/**
 * A text document as PDF: headings and paragraphs on A4 pages, in fonts that every reader has. The same text gives the
 * same bytes: no date and no random id is written.
 *
 * Shape:  letters outside Latin and the Sámi alphabets are shown as a question mark.
 * Source: ISO 32000-1 (PDF 1.4 features), 7.5 for the file's structure.
 */
export const printPdf = (blocks: ReadonlyArray<PdfBlock>): Uint8Array => {
  const written = objectsOf(blocks).map((object, index) => `${index + 1} 0 obj\n${object}\nendobj\n`);
  const starts = written.map((_, index) => header.length + written.slice(0, index).join("").length);
  const body = header + written.join("");
  const entries = starts.map((start) => `${String(start).padStart(10, "0")} 00000 n \n`).join("");
  const table = `xref\n0 ${written.length + 1}\n0000000000 65535 f \n${entries}`;
  const trailer = `trailer\n<< /Size ${written.length + 1} /Root 1 0 R >>\nstartxref\n${body.length}\n%%EOF\n`;
  return Buffer.from(body + table + trailer, "latin1");
};
