import type { SealedPart, ViewChanged } from "@samvirke/contracts";
import { drop, put, removed, shown } from "@samvirke/domain";
import type { Projected } from "@samvirke/kernel";
import { foldCertificate } from "./certificates.ts";
import { keepAnswer, keepCall, keepEnd, keepManager, keepPlan, keepSpell } from "./follow-up.ts";
import type { Known, Memory, PartyAlias, Sealed } from "./model.ts";
import type { EmployerViewRow } from "./rows.ts";
import { columnsOf, rowsIn } from "./rows.ts";
import { bytesOf } from "./sealed.ts";

export { accepted, blank, memoryBytes } from "./model.ts";
export type { Accepted, Memory, PartyAlias } from "./model.ts";
export { tables } from "./rows.ts";

/** What is remembered after one more event. */
const remember = (memory: Memory, fact: Known, alias: PartyAlias): Memory => {
  switch (fact.type) {
    // What was remembered of the merged person comes along; nobody sees more or less for it.
    case "PersonIdentityLinked":
      return memory;
    case "FollowUpPlanShared":
      return keepPlan(memory, fact, alias);
    case "DialogueMeetingCalled":
      return keepCall(memory, fact, alias);
    case "DialogueMeetingEnded":
      return keepEnd(memory, fact, alias);
    case "DialogueMeetingAnswered":
      return keepAnswer(memory, fact);
    case "LineManagerRegistered":
      return keepManager(memory, fact, alias);
    case "SpellDetermined":
      return keepSpell(memory, fact);
    default:
      return foldCertificate(memory, fact);
  }
};

const nameOf = ({ table, id, party }: EmployerViewRow): string => `${table} ${id} ${party}`;
const written = (row: EmployerViewRow): string => JSON.stringify(row);

interface Difference {
  readonly gone: ReadonlyArray<EmployerViewRow>;
  readonly fresh: ReadonlyArray<EmployerViewRow>;
}

const differenceOf = (before: ReadonlyArray<EmployerViewRow>, after: ReadonlyArray<EmployerViewRow>): Difference => {
  const [names, texts] = [new Set(after.map(nameOf)), new Set(before.map(written))];
  return {
    gone: before.filter((row) => !names.has(nameOf(row))),
    fresh: after.filter((row) => !texts.has(written(row))),
  };
};

const parts = (sealed: Sealed): ReadonlyArray<SealedPart> =>
  (["identity", "work"] as const).flatMap((compartment) => {
    const content = bytesOf(sealed[compartment]);
    return content === null ? [] : [{ compartment, eventId: sealed.eventId, eventType: sealed.eventType, content }];
  });

const place = (fact: Known): Readonly<Record<string, string | number>> => ({
  person_id: fact.personId,
  cause_id: fact.id,
  partition: fact.partition,
  position: fact.position,
  recorded_at: fact.recordedAt,
});

const changeOf = (fact: Known, { view, id, party, columns, sealed }: EmployerViewRow): ViewChanged =>
  shown(fact, { view, keyId: id, parties: [party], columns, sealed: sealed.flatMap(parts) });

/**
 * Rows and changes of one event, and what is remembered after it: the difference between what the employers saw and see.
 *
 * Shape: removals first, so that a certificate which goes to a new employer leaves the old one.
 */
export const project =
  (alias: PartyAlias) =>
  (fact: Known, memory: Memory): Projected<ViewChanged> & { readonly state: Memory } => {
    const state = remember(memory, fact, alias);
    const { gone, fresh } = differenceOf(rowsIn(memory, alias), rowsIn(state, alias));
    return {
      rows: [
        ...gone.map(({ table, key }) => drop(table, key)),
        ...fresh.map((row) => put(row.table, row.key, { ...columnsOf(row), ...place(fact) })),
      ],
      changes: [
        ...gone.map(({ view, id, party }) => removed(fact, { view, keyId: id, parties: [party] })),
        ...fresh.map((row) => changeOf(fact, row)),
      ],
      state,
    };
  };
