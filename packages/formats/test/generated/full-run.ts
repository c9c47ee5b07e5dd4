import { expect } from "vitest";

const asked = process.env["SAMVIRKE_DOCUMENTS"];

/** How many documents a test makes: a few, or what `SAMVIRKE_DOCUMENTS` says. */
export const manyDocuments = (few: number): number => Number(asked ?? few);

/** From here on it counts what was covered, and too little fails. */
const full = 10_000;
const enough = 50;

export interface Coverage {
  readonly see: (parts: ReadonlyArray<string>) => void;
  /** Prints what was covered; fails where a full run met a part fewer than fifty times. */
  readonly tell: () => void;
}

/** Counts how often each part of a format was met, at most once a call. */
export const coverageOf = (name: string, wanted: ReadonlyArray<string>): Coverage => {
  const times = new Map(wanted.map((part) => [part, 0]));
  let documents = 0;
  return {
    see: (parts) => {
      documents += 1;
      for (const part of new Set(parts)) {
        const before = times.get(part);
        if (before === undefined) throw new Error(`${part} is no part of ${name}`);
        times.set(part, before + 1);
      }
    },
    tell: () => {
      if (documents < full) return;
      const rare = [...times].toSorted(([, a], [, b]) => a - b);
      const least = rare.slice(0, 3).map(([part, count]) => `${part} ${count} times`);
      process.stdout.write(`${name}: ${documents} documents, ${times.size} parts; least: ${least.join("; ")}\n`);
      expect(rare.filter(([, count]) => count < enough)).toEqual([]);
    },
  };
};
