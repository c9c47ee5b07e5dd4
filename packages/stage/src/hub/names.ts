/** What stages and the schemas of projections are called in the database; a replay has names of its own. */
export interface Names {
  readonly stage: (name: string) => string;
  readonly schema: (name: string) => string;
}

const same = (name: string): string => name;

/** The names of what lives. */
export const liveNames: Names = { stage: same, schema: same };

/** The names of a run: nothing of it meets what lives. */
export const runNames = (run: string): Names => ({
  stage: (name) => `${run}:${name}`,
  schema: (name) => `${run}_${name}`,
});
