import type { Fact, ReceiptDue } from "@samvirke/contracts";
import type { Decision, Receipt } from "./receipt.ts";
import { answering, toldIn } from "./receipt.ts";

export type Settled = Fact<"DeliverySettled", "case">;

const statuses: Partial<Record<Settled["wire"]["outcome"], ReceiptDue["status"]>> = {
  OK: "OK",
  PARTIAL: "PARTIAL",
  REFUSED: "REFUSED",
};

const errorsOf = (settled: Settled): ReceiptDue["errors"] =>
  settled.content.state === "Open"
    ? settled.content.value.case.errors.map(({ system, code, text, originalText }) => ({
        system,
        code: code ?? "",
        text: originalText ?? text ?? "",
      }))
    : [];

const isAbout =
  ({ wire }: Settled) =>
  (fact: Fact<Decision, "case">): boolean =>
    fact.wire.archiveId === wire.messageId || ("messageId" in fact.wire && fact.wire.messageId === wire.messageId);

/**
 * The receipt that follows when welfare's own system has decided and the hub stands between it and the sender: welfare's
 * JSON says what the receipt says. None where the hub has answered the message itself.
 *
 * Source: canonical model R54; NAV's Apprec (fact sheet 10.2).
 */
export const receiptBehind = (
  settled: Settled,
  earlier: ReadonlyArray<Fact<Decision, "case">>,
): Receipt | undefined => {
  const status = statuses[settled.wire.outcome];
  if (settled.wire.format !== "WELFARE_JSON" || status === undefined) return undefined;
  const about = earlier.find(isAbout(settled));
  if (about === undefined || toldIn(about)?.receipt?.wanted === true) return undefined;
  return answering(about, { wanted: true, status, errors: errorsOf(settled) }, settled.recordedAt);
};
