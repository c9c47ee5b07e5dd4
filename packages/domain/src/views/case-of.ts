/** The case part of a fact's type. */
export type CaseOf<F> = F extends { readonly content: infer O }
  ? Extract<O, { readonly state: "Open" }> extends { readonly value: { readonly case: infer C } }
    ? NonNullable<C>
    : never
  : never;

interface WithCase {
  readonly content: { readonly state: string; readonly value?: { readonly case?: unknown } };
}

/** The case part of a fact; undefined once its person is erased, or where the part is absent. */
export const caseOf = <F extends WithCase>(fact: F): CaseOf<F> | undefined =>
  // Of one fact the open content is of its own type.
  fact.content.state === "Open" ? ((fact.content.value?.case ?? undefined) as CaseOf<F> | undefined) : undefined;
