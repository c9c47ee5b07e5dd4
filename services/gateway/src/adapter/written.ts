import type { PersonId } from "@samvirke/kernel";
import { isUuid } from "@samvirke/kernel";
import type { Statement, Store } from "@samvirke/store";
import type { Arrival } from "./arrival.ts";
import { asArray } from "./sql-array.ts";

/** A document that the hub wrote and somebody names. */
export interface Written {
  readonly person: PersonId;
  /** Its id, which is also its id on the wire. */
  readonly about: string;
}

const statement: Statement = {
  name: "gateway_written",
  text: `select message_id as about, person_id as person from view_case.outbox where message_id = any($1::uuid[])`,
};

/**
 * Documents of the mailboxes that messages name, by their id.
 *
 * Shape: asked only where a message names something and nobody by number, so the road of certificates never comes here.
 */
export const findWritten = async (
  store: Pick<Store, "query">,
  arrivals: ReadonlyArray<Arrival>,
): Promise<ReadonlyMap<string, Written>> => {
  const ids = new Set(arrivals.flatMap(({ names }) => names.map(({ id }) => id)).filter(isUuid));
  if (ids.size === 0) return new Map();
  const rows = await store.query<Written>(statement, [asArray([...ids])]);
  return new Map(rows.map((row) => [row.about, row]));
};
