import type { Problem } from "@samvirke/contracts";
import type { Either } from "@samvirke/kernel";
import { E } from "@samvirke/kernel";

/** What the guard said of bytes. */
export interface GuardAnswer {
  readonly reason: string;
}

const hostile: Readonly<Record<string, string>> = {
  BINARY: "text without NUL bytes",
  DOCTYPE: "no document type declaration",
  TOO_DEEP: "not nested deeper than any message of the field",
  TOO_COMPLEX: "not more elements than any message of the field",
};

/** Refuses what is hostile before it is kept; what is merely broken (empty, no XML) is a message all the same. */
export const refusalOf = (answer: GuardAnswer): Either<Problem, undefined> => {
  if (answer.reason === "TOO_LARGE") return E.left({ name: "too-large" });
  const rule = hostile[answer.reason];
  return rule === undefined
    ? E.right(undefined)
    : E.left({ name: "refused-document", fields: [{ pointer: "", rule }] });
};
