/** Cases that do not hold yet, by row and case, with what is missing. A listed case turns its row into a gap, never green. */
export const gaps: Readonly<Record<string, string>> = {
  "R54 welfare's own word on a note that it told of": "it finds no message that still waits for its receipt",
};
