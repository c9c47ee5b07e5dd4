/** A broken convention: where, and which rule. */
export interface SchemaFinding {
  /** File below `schemas/`, then the path inside it. */
  readonly path: string;
  readonly rule: string;
}
