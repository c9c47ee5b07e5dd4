/** A generated file: its path from the root, and its text. */
export interface Output {
  readonly path: string;
  readonly text: string;
}

export const generatedNote = "// Generated from schemas/ by `npm run generate`; never edited.\n";
