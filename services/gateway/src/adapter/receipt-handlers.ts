import type { Either } from "@samvirke/kernel";
import { E } from "@samvirke/kernel";
import { readId } from "../core/parameters.ts";
import type { Problem } from "@samvirke/contracts";
import type { Arrival } from "./arrival.ts";
import type { Handlers } from "./exchange.ts";
import type { MessageDeps } from "./message-handlers.ts";
import { statedTime, takeBody } from "./message-handlers.ts";
import { readOutboxRecord } from "./outbox.ts";
import { mailboxOf } from "./reading-handlers.ts";

export interface ReceiptDeps extends MessageDeps {
  readonly outboxDays: number;
}

const refuse = (rule: string): Either<Problem, never> =>
  E.left({ name: "invalid-body", fields: [{ pointer: "", rule }] });

/** A receipt, and for this document: what names another one was sent to the wrong address. */
const isReceiptFor =
  (id: string) =>
  ({ kind, stated }: Arrival): Either<Problem, undefined> => {
    if (kind !== "RECEIPT") return refuse("an AppRec, or the JSON of EDI 2.0");
    return stated.every((named) => named === id) ? E.right(undefined) : refuse("a receipt for this document");
  };

const outboxReceipt =
  (deps: ReceiptDeps): Handlers["outboxReceipt"] =>
  async (exchange) => {
    const { caller, header, path } = exchange;
    const [id, statedReceivedAt] = [readId(path), statedTime(exchange)];
    if (E.isLeft(id)) return id;
    if (E.isLeft(statedReceivedAt)) return statedReceivedAt;
    if (!(await readOutboxRecord(deps.store, mailboxOf(deps, caller), id.right))) return E.left({ name: "not-found" });
    const beside = {
      party: caller.party,
      contentType: String(header("content-type")),
      statedReceivedAt: statedReceivedAt.right,
      answers: id.right,
    };
    return takeBody(deps, exchange, { beside, check: isReceiptFor(id.right) });
  };

/** Taking receipts for documents of the mailbox. */
export const receiptHandlers = (deps: ReceiptDeps): Pick<Handlers, "outboxReceipt"> => ({
  outboxReceipt: outboxReceipt(deps),
});
