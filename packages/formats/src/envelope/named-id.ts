import { plainReference } from "../dialogue/references.ts";

/**
 * Where an id is minted: `message` a wire message id, `log` a receiving station's ediLoggId, `certificate` welfare's
 * sykmeldingId, `document` an id of a document within a message, `referral` the id of a referral.
 */
export type IdSpace = "message" | "log" | "certificate" | "document" | "referral";

/** An id by which one message can name another. */
export interface NamedId {
  readonly space: IdSpace;
  /** Without blanks, braces and `urn:uuid:`, in lower case, so that two spellings are the same. */
  readonly id: string;
}

const longest = 500;

/** The id of a space as a list of one; none where nothing is written. */
export const namedId = (space: IdSpace, written: string | null | undefined): ReadonlyArray<NamedId> => {
  const id = plainReference(written ?? null);
  return id === null || id.length > longest ? [] : [{ space, id }];
};
