const alignments = [0, 1, 2] as const;

// The signs that depend on neighbours are cut off at both ends.
const base64Forms = (bytes: Buffer): ReadonlyArray<string> =>
  alignments.map((shift) => {
    const text = Buffer.concat([Buffer.alloc(shift), bytes])
      .toString("base64")
      .replace(/=+$/, "");
    const cut = (shift + bytes.length) % 3 === 0 ? text.length : text.length - 1;
    return text.slice(shift === 0 ? 0 : shift + 1, cut);
  });

const formsOf = (value: string): ReadonlyArray<string> => {
  const both = [Buffer.from(value, "utf8"), Buffer.from(value, "latin1")];
  return both.flatMap((bytes) => [
    bytes.toString("latin1"),
    bytes.toString("hex"),
    bytes.toString("hex").toUpperCase(),
    ...base64Forms(bytes),
  ]);
};

/** Which of these values, by their index, some bytes carry: as UTF-8, Latin-1, base64 at any place, or hex. */
export const carriedIn = (bytes: Uint8Array, values: ReadonlyArray<string>): ReadonlyArray<number> => {
  const text = Buffer.from(bytes).toString("latin1");
  return values.flatMap((value, index) => (formsOf(value).some((form) => text.includes(form)) ? [index] : []));
};
