export interface Boundary {
  readonly rule: { readonly name: string; readonly comment: string };
  readonly plant: readonly [folder: string, specifier: string];
}
export const boundaries: ReadonlyArray<Boundary>;
export const rules: ReadonlyArray<Boundary["rule"]>;
