import type { Clock, PersonId } from "@samvirke/kernel";
import { personId } from "@samvirke/kernel";
import type { Statement, Store } from "@samvirke/store";
import type { Asked, CaseDocument } from "../core/case.ts";
import { caseDocument } from "../core/case.ts";
import type { CaseFacts } from "../core/case-facts.ts";
import { told } from "./told.ts";
import { readDiscarded, readParked, readPlaces, readRecords } from "./person-records.ts";
import type { Rows } from "./person-views.ts";
import { readMessages, readOutbound, readViews } from "./person-views.ts";

export interface CaseDeps {
  readonly store: Pick<Store, "query" | "reports">;
  readonly clock: Clock;
}

interface FoundRow {
  readonly kind: Asked["kind"];
  readonly person: PersonId;
  readonly message: string | null;
}

// An id names a message, a sick leave or a person; they cannot collide, since all are UUIDs of their own making.
const findStatement: Statement = {
  name: "operations_find",
  text: `select 'message' as kind, person_id as person, archive_id as message from hub.archive where archive_id = $1
    union all select 'sick-leave', person_id, archive_id from view_case.message where case_id = $1
    union all select 'person', person_id, null from hub.person where person_id = $1
    limit 1`,
};

/** What an id names; undefined where it names nothing. */
export const findAsked = async (store: CaseDeps["store"], id: string): Promise<Asked | undefined> => {
  const [row] = await store.query<FoundRow>(findStatement, [id]);
  if (!row) return undefined;
  return { id, kind: row.kind, personId: row.person, ...(row.message === null ? {} : { messageId: row.message }) };
};

/**
 * Everything that is known of a person; rows are those that live unless others are named.
 *
 * Checkpoints are read first, so that a stage that is done has left what it wrote.
 */
export const readFacts = async ({ store, clock }: CaseDeps, person: PersonId, from?: Rows): Promise<CaseFacts> => {
  const stages = await readPlaces(store, person, clock.now());
  const [messages, records, outbound, views, parked, discarded] = await Promise.all([
    readMessages(store, person, from),
    readRecords(store, person),
    readOutbound(store, person, from),
    readViews(store, person, from),
    readParked(store, person),
    readDiscarded(store, person),
  ]);
  return { personId: person, messages, records, outbound, views, parked, discarded, stages };
};

/** Everything known of a message, a sick leave or a person; undefined where the id names nothing. */
export const readCase = async (deps: CaseDeps, id: string): Promise<CaseDocument | undefined> => {
  const asked = await findAsked(deps.store, id);
  const person = asked && personId(asked.personId);
  return asked && person && told(caseDocument(asked, await readFacts(deps, person)));
};
