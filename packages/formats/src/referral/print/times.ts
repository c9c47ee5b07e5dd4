import type { ReferralTime } from "@samvirke/contracts";
import { printDay } from "@samvirke/kernel";

const dateTime = /^-?\d{4,6}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d+)?(?:Z|[+-]\d{2}:\d{2})?$/;
const date = /^-?\d{4,6}-\d{2}-\d{2}(?:Z|[+-]\d{2}:\d{2})?$/;

/** A text as xs:dateTime: a day becomes its midnight, a year or a time of day alone has no place there. */
export const dateTimeText = (text: string): string | null => {
  const plain = text.trim();
  if (dateTime.test(plain)) return plain;
  return date.test(plain) ? `${plain.slice(0, 10)}T00:00:00` : null;
};

/** A time as 2.0 has it with a clock; null where it has no place. */
export const asDateTime = (time: ReferralTime | null): ReferralTime | null => {
  const text = time?.text === null || time?.text === undefined ? null : dateTimeText(time.text);
  return time === null || text === null ? null : { ...time, text };
};

/** A time as 2.0 has it without a clock. */
export const asDate = (time: ReferralTime | null): ReferralTime | null =>
  time === null || time.day === null ? null : { text: printDay(time.day), day: time.day };
