/** Cases that do not hold yet, by row and case, with what is missing. A listed case turns its row into a gap, never green. */
export const gaps: Readonly<Record<string, string>> = {};
