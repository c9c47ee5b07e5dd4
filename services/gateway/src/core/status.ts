import type { AppRecLine, Decision } from "./decision.ts";
import { appRecOf } from "./decision.ts";
import type { Hop, MessageState } from "./hops.ts";
import { messageState } from "./hops.ts";
import { apiName } from "./acceptance.ts";

/** What the archive knows of a message. */
export interface ArchivedMessage {
  readonly messageId: string;
  readonly personId: string;
  readonly kind: string;
  readonly format: string;
  readonly receivedAt: number;
}

/** Everything that a status is told from. */
export interface StatusFacts {
  readonly message: ArchivedMessage;
  /** Undefined while there is none, or once the person is erased. */
  readonly decision: Decision | undefined;
  readonly isDecided: boolean;
  readonly hops: ReadonlyArray<Hop>;
  /** Documents of the mailbox that answer this message. */
  readonly outbox: ReadonlyArray<string>;
  readonly hasReceipt: boolean;
}

export interface MessageStatus {
  readonly messageId: string;
  readonly personId: string;
  readonly caseId: string | null;
  readonly kind: string;
  readonly format: string;
  readonly receivedAt: string;
  readonly status: MessageState;
  readonly outcome: Decision["outcome"] | null;
  readonly route: Decision["route"];
  readonly rules: Decision["rules"];
  readonly appRec: AppRecLine | null;
  readonly warnings: Decision["warnings"];
  readonly hops: ReadonlyArray<Hop>;
  readonly links: { readonly self: string; readonly outbox: ReadonlyArray<string>; readonly sickLeave?: string };
}

const undecided: Pick<MessageStatus, "outcome" | "route" | "rules" | "warnings" | "caseId" | "appRec"> = {
  outcome: null,
  route: null,
  rules: [],
  warnings: [],
  caseId: null,
  appRec: null,
};

const told = ({ decision, hasReceipt }: StatusFacts): typeof undecided => {
  if (!decision) return undecided;
  const { receiptDue, ...shown } = decision;
  return { ...shown, appRec: hasReceipt ? appRecOf(receiptDue) : null };
};

const linksOf = (facts: StatusFacts): MessageStatus["links"] => ({
  self: `/v1/messages/${facts.message.messageId}`,
  outbox: facts.outbox.map((id) => `/v1/outbox/${id}`),
  ...(facts.decision?.caseId ? { sickLeave: `/v1/views/sick-leaves/${facts.decision.caseId}` } : {}),
});

/** A message's status as it is told; a receipt is told once it is written. */
export const statusOf = (facts: StatusFacts): MessageStatus => ({
  messageId: facts.message.messageId,
  personId: facts.message.personId,
  kind: apiName(facts.message.kind),
  format: apiName(facts.message.format),
  receivedAt: new Date(facts.message.receivedAt).toISOString(),
  status: messageState(facts.hops, facts.isDecided),
  ...told(facts),
  hops: facts.hops,
  links: linksOf(facts),
});
