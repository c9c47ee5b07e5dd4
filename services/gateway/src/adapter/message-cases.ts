import { contractList } from "@samvirke/contracts";
import type { CompartmentOf, ContractName } from "@samvirke/contracts";
import type { ArchiveId, EventId, PersonId } from "@samvirke/kernel";
import type { Statement, Store } from "@samvirke/store";
import type { DecisionEvent } from "../core/decision.ts";
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
  readonly decision_person: PersonId | null;
  readonly decision_id: EventId | null;
  readonly decision_type: string | null;
  readonly decision: Uint8Array | null;
  readonly consequence_case_id: string | null;
  readonly consequence_type: string | null;
  readonly receipt_id: string | null;
  readonly outbox: ReadonlyArray<string>;
}

const caseStatement: Statement = {
  name: "gateway_case",
  text: `select m.decision_person, m.decision_id, m.decision_type, m.decision, m.consequence_type, m.consequence_case_id, m.receipt_id,
      array(select o.message_id::text from view_case.outbox o where o.in_reply_to = $1 order by o.topic, o.partition, o.position) as outbox
    from view_case.message m where m.archive_id = $1`,
};

/** What the case projection holds of a message. */
export interface MessageCase {
  readonly decision: Stored<ContractName> | undefined;
  /** What followed from the message, where nothing else was decided of it: the case that it moved. */
  readonly consequence: { readonly caseId: string | null } | undefined;
  readonly hasReceipt: boolean;
  readonly outbox: ReadonlyArray<string>;
}

const contractNamed = (type: string | null): (typeof contractList)[number] | undefined =>
  contractList.find(({ name }) => name === type);

const decisionOf = (row: CaseRow, person: PersonId): MessageCase["decision"] => {
  const type = contractNamed(row.decision_type)?.name;
  return row.decision_id !== null && row.decision !== null && type !== undefined
    ? { id: row.decision_id, type, value: row.decision, person: row.decision_person ?? person }
    : undefined;
};

const consequenceOf = (row: CaseRow): MessageCase["consequence"] =>
  row.consequence_type === null ? undefined : { caseId: row.consequence_case_id };

/** The case projection's row of a message. */
export const readCase = async (store: Pick<Store, "query">, message: MessageRow): Promise<MessageCase> => {
  const [row] = await store.query<CaseRow>(caseStatement, [message.messageId]);
  if (!row) return { decision: undefined, consequence: undefined, hasReceipt: false, outbox: [] };
  return {
    decision: decisionOf(row, message.personId),
    consequence: consequenceOf(row),
    hasReceipt: row.receipt_id !== null,
    outbox: row.outbox,
  };
};

const isWritten = (type: string): boolean => decisionTypes.some((known) => known === type);

/** The decision of a message, opened; of an erased person only its public fields are left. */
export const openDecision = async (
  opening: Opening,
  { decision, consequence }: Pick<MessageCase, "decision" | "consequence">,
): Promise<DecisionEvent | undefined> => {
  if (!decision) return consequence && { type: "Taken", event: { spellId: consequence.caseId } };
  const compartments: ReadonlyArray<string> = contractNamed(decision.type)?.compartments ?? [];
  const which = (compartments.includes("case") ? ["case"] : []) as unknown as ReadonlyArray<
    CompartmentOf<ContractName>
  >;
  const read = await opening.read(decision, which);
  const event = read.state === "open" ? read.value : { ...read.value, case: null };
  // The stored type names the contract by which the record was decoded.
  return { type: isWritten(decision.type) ? decision.type : "Taken", event } as DecisionEvent;
};
