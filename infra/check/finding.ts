/** One thing that a check found: where, and which rule it breaks. */
export interface Finding {
  readonly where: string;
  readonly what: string;
}
