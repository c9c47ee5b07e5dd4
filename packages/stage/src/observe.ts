/** Where runners tell what happened; fields are names and counts, never a value. */
export interface Observe {
  readonly event: (
    level: "info" | "warn" | "error",
    name: string,
    fields: Readonly<Record<string, string | number>>,
  ) => void;
}
