import type { Name } from "@samvirke/contracts";
import type { Day } from "@samvirke/kernel";
import { printDay } from "@samvirke/kernel";
import type { PdfBlock } from "./print-pdf.ts";

/** A day as a document shows it. */
export const day = (value: Day | null): string | null => (value === null ? null : printDay(value));

/** A yes or no as a document shows it. */
export const yes = (value: boolean | null): string | null => {
  if (value === null) return null;
  return value ? "Ja" : "Nei";
};

/** A heading with its text; nothing where nothing is said. */
export const section = (heading: string, text: string | null): ReadonlyArray<PdfBlock> =>
  text === null || text.trim() === ""
    ? []
    : [
        { style: "heading", text: heading },
        { style: "text", text },
      ];

/** The parts that say something; null where none does. */
export const joined = (parts: ReadonlyArray<string | null>, by: string): string | null => {
  const said = parts.filter((part) => part !== null && part !== "");
  return said.length === 0 ? null : said.join(by);
};

/** A name in full. */
export const fullNameOf = (name: Name | null): string | null =>
  name && joined([name.given, name.middle, name.family], " ");
