import type { DecidedMessage, SickLeaveState } from "./model.ts";

/** What makes two messages the same certificate. */
export interface ContentKeys {
  readonly contentKey: string;
  readonly signer: ReadonlyArray<string>;
}

/** An earlier message with the same content. */
export interface SameContent {
  readonly archiveId: string;
  readonly was: "accepted" | "rejected";
}

// A message whose signer was never known is the same as anybody's.
const isSame = (one: DecidedMessage, { contentKey, signer }: ContentKeys): boolean =>
  one.contentKey === contentKey && (one.signer.length === 0 || one.signer.some((number) => signer.includes(number)));

/**
 * The first earlier message with the same content from the same signer; one that stands comes before one that was rejected.
 *
 * Source: NAV's duplicate check; duplicates themselves are never the first.
 */
export const sameContent = ({ decided }: SickLeaveState, keys: ContentKeys): SameContent | undefined => {
  const same = decided.filter((one) => isSame(one, keys));
  const accepted = same.find(({ outcome }) => outcome === "CERTIFIED");
  if (accepted !== undefined) return { archiveId: accepted.archiveId, was: "accepted" };
  const rejected = same.find(({ outcome }) => outcome === "REJECTED");
  return rejected === undefined ? undefined : { archiveId: rejected.archiveId, was: "rejected" };
};
