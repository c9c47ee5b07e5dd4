import type { Topic } from "@samvirke/kernel";
import { runName } from "./replay-run.ts";

/** A projection, and the run that builds it anew. */
export interface RebuildPlace {
  readonly run: string;
  /** The projection's schema. */
  readonly schema: string;
  /** The stages that write its rows. */
  readonly stages: ReadonlyArray<{ readonly name: string; readonly topic: Topic }>;
}

const nameForm = /^[a-z][a-z0-9_-]{0,40}$/;

const named = (name: string): string => {
  if (!nameForm.test(name)) throw new Error("not the name of a schema or stage");
  return name;
};

/** Where the rows of a rebuild are, and where the old ones go. Throws for names that may not stand in a statement. */
export const placesOf = ({ run, schema }: RebuildPlace) => ({
  live: named(schema),
  rebuilt: `${runName(run)}_${named(schema)}`,
  before: `${named(schema)}_before_${runName(run)}`,
});

/** Names of a stage: as it lives, in the run, and once it is replaced. Throws as `placesOf` does. */
export const stageNames = (run: string, stage: string) => ({
  live: named(stage),
  rebuilt: `${runName(run)}:${named(stage)}`,
  before: `before_${runName(run)}:${named(stage)}`,
});
