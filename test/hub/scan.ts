import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";

/** The forms in which a value may lie in a file: UTF-8, Latin-1, base64 at each of its three alignments, hex. */
const formsOf = (value: string): ReadonlyArray<Buffer> => {
  const texts = [Buffer.from(value, "utf8"), Buffer.from(value, "latin1")];
  const coded = texts.flatMap((bytes) => {
    const base64 = [0, 1, 2].map((shift) => {
      const text = Buffer.concat([Buffer.alloc(shift), bytes])
        .toString("base64")
        .replace(/=+$/, "");
      // The first characters also hold what stands before, the last what comes after; only the inner ones are the value's own.
      return text.slice(shift === 0 ? 0 : shift + 1, -1);
    });
    return [...base64, bytes.toString("hex"), bytes.toString("hex").toUpperCase()].map((text) =>
      Buffer.from(text, "latin1"),
    );
  });
  const all = [...texts, ...coded];
  return all.filter((form, index) => all.findIndex((other) => other.equals(form)) === index);
};

// Kafka's indexes hold numbers alone, in files of megabytes of zeros; libraries that a part unpacks hold its own words.
const isPassedOver = (path: string): boolean => /\.(timeindex|index|so)$/.test(path);

const filesBelow = (folder: string): ReadonlyArray<string> =>
  readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return filesBelow(path);
    return entry.isFile() && !isPassedOver(path) ? [path] : [];
  });

export interface Found {
  readonly file: string;
  readonly value: string;
}

/** Where any of the values lies in the clear below a folder. */
export const scanFolder = (folder: string, values: ReadonlyArray<string>): ReadonlyArray<Found> => {
  const forms = values.map((value) => ({ value, bytes: formsOf(value) }));
  return filesBelow(folder).flatMap((file) => {
    const content = readFileSync(file);
    return forms
      .filter(({ bytes }) => bytes.some((form) => content.includes(form)))
      .map(({ value }) => ({ file, value }));
  });
};

/** Which of the values a text holds. */
export const scanText = (text: string, values: ReadonlyArray<string>): ReadonlyArray<string> => {
  const content = Buffer.from(text);
  return values.filter((value) => formsOf(value).some((form) => content.includes(form)));
};
