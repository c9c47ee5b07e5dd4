/** Plain names and numbers as an array of PostgreSQL. */
export const arrayText = (values: ReadonlyArray<string | number>): string => `{${values.join(",")}}`;
