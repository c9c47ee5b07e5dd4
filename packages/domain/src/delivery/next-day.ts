import { osloDay } from "@samvirke/kernel";
import type { Day } from "@samvirke/kernel";
import type { DeliveryState } from "./model.ts";
import { outcomeFor } from "./state.ts";

const hour = 3_600_000;

/**
 * The first day after `passed` at whose end a receipt is overdue; undefined when none is waited for.
 *
 * Source: HIS 80415, receipt within 96 hours; the hours are policy.
 */
export const nextReceiptDay = (state: DeliveryState, receiptHours: number, passed: Day): Day | undefined =>
  state.sent
    .filter(({ awaited }) => awaited)
    .filter(({ messageId, addressees }) => addressees.some((_, index) => outcomeFor(state, messageId, index) === null))
    .map(({ sentAt }) => osloDay(sentAt + receiptHours * hour))
    .filter((due) => due > passed)
    .sort((a, b) => a - b)
    .at(0);
