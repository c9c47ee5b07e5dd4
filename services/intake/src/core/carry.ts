import type { Fact, PersonMerged } from "@samvirke/contracts";
import { personId } from "@samvirke/kernel";
import type { PersonId } from "@samvirke/kernel";

/** Word that a stream has ended, for whoever takes it over. */
export interface CarriedWord {
  readonly to: PersonId;
  readonly value: PersonMerged;
}

/**
 * What the survivor is told once a merged person's stream has ended. Only then is everything recorded that it takes over.
 *
 * Source: canonical model event 1.
 */
export const carry = ({ wire, recordedAt }: Fact<"PersonIdentityLinked", never>): CarriedWord | undefined => {
  const { closes, archiveId, survivingPersonId, mergedPersonId } = wire;
  const to = personId(survivingPersonId);
  return closes && mergedPersonId !== null && to !== undefined
    ? { to, value: { archiveId, receivedAt: recordedAt, survivingPersonId, mergedPersonId } }
    : undefined;
};
