import type { Duty } from "@samvirke/domain";
import { deliveryRows, drop, linkRows, personStatusRow, put } from "@samvirke/domain";
import type { Projected, RowChange } from "@samvirke/kernel";
import { caseRows, dutiesOf, stateRows } from "./case-rows.ts";
import { messageRows } from "./decided.ts";
import type { Known, Memory } from "./model.ts";
import { remember } from "./remember.ts";

export { accepted, blank } from "./model.ts";
export type { Accepted, Memory } from "./model.ts";

/** Seals bytes under a person's key; undefined where there is none. */
export type Seal = (purpose: string, id: string, bytes: Uint8Array) => Uint8Array | undefined;

/** What duties are sealed under, for whoever opens them again. */
export const dutiesPurpose = "view/duties";

const bytesOf = (duties: ReadonlyArray<Duty>): Uint8Array => new TextEncoder().encode(JSON.stringify(duties));

const dutyRows = (fact: Known, after: Memory, seal: Seal): ReadonlyArray<RowChange> => {
  const content = seal(dutiesPurpose, fact.personId, bytesOf(dutiesOf(after)));
  if (content === undefined) return [];
  const { partition, position, recordedAt } = fact;
  return [put("duties", { person_id: fact.personId }, { content, partition, position, recorded_at: recordedAt })];
};

const isEnd = (fact: Known): boolean => fact.type === "PersonIdentityLinked" && fact.wire.closes;

const personRows = (fact: Known): ReadonlyArray<RowChange> => {
  if (fact.content.state !== "Open") return [];
  switch (fact.type) {
    case "PersonIdentityLinked":
      // Whose turn it is on a stream that has ended is told on the one that took it over.
      return [...linkRows(fact), ...(fact.wire.closes ? [drop("duties", { person_id: fact.personId })] : [])];
    case "PersonStatusChanged":
      return [personStatusRow(fact, fact.content.value.case.kind)];
    case "DeliverySettled":
      return deliveryRows(fact);
    default:
      return [];
  }
};

/** An event: what became of its message, how its case stands, and whose turn it is. */
export const projectEvent = (fact: Known, memory: Memory, seal: Seal): Projected & { readonly state: Memory } => {
  const after = remember(memory, fact);
  return {
    rows: [
      ...messageRows(fact),
      ...caseRows(fact),
      ...stateRows(fact.personId, memory, after),
      ...(after.followUp === memory.followUp || isEnd(fact) ? [] : dutyRows(fact, after, seal)),
      ...personRows(fact),
    ],
    changes: [],
    state: after,
  };
};
