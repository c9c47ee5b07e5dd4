import type { FollowUpFact } from "../fact.ts";
import { ofKind } from "../fact.ts";
import { bitsOf, standingCertificates } from "./certificates.ts";
import type { Piece } from "./piece.ts";
import { pieceOf } from "./piece.ts";

const deletedNames = (facts: ReadonlyArray<FollowUpFact>): ReadonlyArray<string> => [
  ...ofKind(facts, "DELETED").map(({ id }) => id),
  ...standingCertificates(facts)
    .filter(({ isDeleted, isInvalid }) => isDeleted || isInvalid)
    .flatMap(({ certificate }) => [certificate.id, ...certificate.aliases]),
];

/**
 * Every piece that says something of a day: of certificates that stand, and of welfare's that are not corrected.
 *
 * Source: domain fact sheet 4.3. A certificate that nobody has sent counts at once, in the lowest place; welfare waits a day with it.
 */
export const piecesOf = (facts: ReadonlyArray<FollowUpFact>): ReadonlyArray<Piece> => {
  const bits = ofKind(facts, "BIT");
  const gone = new Set([...deletedNames(facts), ...bits.flatMap(({ corrects }) => corrects ?? [])]);
  const told = bits.filter(({ resourceId, resourceKey }) => !gone.has(resourceId) && !gone.has(resourceKey ?? ""));
  return [...standingCertificates(facts).flatMap(bitsOf), ...told].flatMap(pieceOf);
};
