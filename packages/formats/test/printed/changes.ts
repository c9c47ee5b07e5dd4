import type { ContractName } from "@samvirke/contracts";
import type { PrintedField } from "../../src/index.ts";
import type { Leaf } from "./avro-leaves.ts";
import { leavesOfValue, withOther } from "./avro-leaves.ts";
import type { Said } from "./said.ts";
import { changedPlaces, placeOf, saidIn } from "./said.ts";

/** A printer with the events that it is tried with. */
export interface Trial {
  readonly contract: ContractName;
  readonly events: ReadonlyArray<unknown>;
  /** The document as text; nothing where none is printed. */
  readonly print: (event: never) => string;
  readonly isXml: boolean;
  /** What else to put in a leaf, besides what its form suggests. */
  readonly others?: Readonly<Record<string, ReadonlyArray<unknown>>>;
}

/** What changes with a leaf: the places, and whether each of them says just what the leaf says. */
export interface Change {
  readonly places: Set<string>;
  isCarried: boolean;
}

const notCarried = (path: string, after: Said, other: unknown): boolean => after.get(path) !== String(other);

const triedIn = ({ print, isXml }: Trial, event: unknown) => {
  const first = print(event as never);
  const before = saidIn(first, isXml);
  if (before.size === 0) throw new Error("nothing is printed");
  return (leaf: Leaf, other: unknown, change: Change): void => {
    const text = print(withOther(event, leaf.path, other) as never);
    if (text === first) return;
    const after = saidIn(text, isXml);
    for (const path of changedPlaces(before, after)) {
      change.places.add(placeOf(path, isXml));
      if (notCarried(path, after, other)) change.isCarried = false;
    }
  };
};

/** What changes with each leaf of an event, over all that a printer is tried with. */
export const changesOf = (trial: Trial): ReadonlyMap<string, Change> => {
  const found = new Map<string, Change>();
  for (const event of trial.events) {
    const tried = triedIn(trial, event);
    for (const leaf of leavesOfValue(trial.contract, event)) {
      const change = found.get(leaf.name) ?? { places: new Set(), isCarried: true };
      found.set(leaf.name, change);
      for (const other of [...leaf.others, ...(trial.others?.[leaf.name] ?? [])]) tried(leaf, other, change);
    }
  }
  return found;
};

/** The row that the printer itself would write, its rule left out. */
export const rowOf = (leaf: string, { places, isCarried }: Change): Omit<PrintedField, "rule"> => ({
  leaf,
  kind: places.size === 0 ? "DROPPED" : isCarried ? "CARRIED" : "TRANSFORMED",
  to: [...places].sort(),
});
