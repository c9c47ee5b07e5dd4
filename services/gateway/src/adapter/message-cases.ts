import type { ArchiveId, EventId, PersonId } from "@samvirke/kernel";
import type { Statement, Store } from "@samvirke/store";
import type { DecisionEvent, DecisionType } from "../core/decision.ts";
import { decisionTypes } from "../core/decision.ts";
import type { Opening, Stored } from "./opening.ts";

/** An archived message without its body. */
export interface MessageRow {
  readonly messageId: ArchiveId;
  readonly personId: PersonId;
  /** Alias of the authenticated sender. */
  readonly sender: string;
  readonly kind: string;
  readonly format: string;
  readonly receivedAt: number;
}

const messageStatement: Statement = {
  name: "gateway_message",
  text: `select archive_id as "messageId", person_id as "personId", encode(sender, 'hex') as sender, kind, format,
      date_part('epoch', received_at) * 1000 as "receivedAt" from hub.archive where archive_id = $1`,
};

/** The message behind an id; undefined when there is none. */
export const readMessage = async (store: Pick<Store, "query">, id: string): Promise<MessageRow | undefined> =>
  (await store.query<MessageRow>(messageStatement, [id]))[0];

interface CaseRow {
  readonly decision_id: EventId | null;
  readonly decision_type: string | null;
  readonly decision: Uint8Array | null;
  readonly receipt_id: string | null;
  readonly outbox: ReadonlyArray<string>;
}

const caseStatement: Statement = {
  name: "gateway_case",
  text: `select m.decision_id, m.decision_type, m.decision, m.receipt_id,
      array(select o.message_id::text from view_case.outbox o where o.in_reply_to = $1 order by o.topic, o.message_id) as outbox
    from view_case.message m where m.archive_id = $1`,
};

/** What the case projection holds of a message. */
export interface MessageCase {
  readonly decision: Stored<DecisionType> | undefined;
  readonly hasReceipt: boolean;
  readonly outbox: ReadonlyArray<string>;
}

const isDecisionType = (type: string | null): type is DecisionType => decisionTypes.some((known) => known === type);

const decisionOf = (row: CaseRow, person: PersonId): MessageCase["decision"] =>
  row.decision_id !== null && row.decision !== null && isDecisionType(row.decision_type)
    ? { id: row.decision_id, type: row.decision_type, value: row.decision, person }
    : undefined;

/** The case projection's row of a message. */
export const readCase = async (store: Pick<Store, "query">, message: MessageRow): Promise<MessageCase> => {
  const [row] = await store.query<CaseRow>(caseStatement, [message.messageId]);
  if (!row) return { decision: undefined, hasReceipt: false, outbox: [] };
  return { decision: decisionOf(row, message.personId), hasReceipt: row.receipt_id !== null, outbox: row.outbox };
};

/** The decision of a message, opened; of an erased person only its public fields are left. */
export const openDecision = async (
  opening: Opening,
  stored: Stored<DecisionType> | undefined,
): Promise<DecisionEvent | undefined> => {
  if (!stored) return undefined;
  const read = await opening.read(stored, ["case"]);
  const event = read.state === "open" ? read.value : { ...read.value, case: null };
  // The stored type names the contract by which the record was decoded.
  return { type: stored.type, event } as DecisionEvent;
};
