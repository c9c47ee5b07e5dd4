import type { CertificateSample } from "@samvirke/formats";
import { addDays, osloDay, osloOffset } from "@samvirke/kernel";
import type { Day, Instant } from "@samvirke/kernel";
import type { Dice } from "../../core/dice.ts";
import { dice } from "../../core/dice.ts";

/** What a sample is made from; the same wish gives the same bytes. */
export interface SampleWish {
  readonly rule: string | undefined;
  readonly seed: string;
  readonly index: number;
  /** When the message is received; its other times lie before. */
  readonly at: Instant;
  /** Seed of the person, clinician, practice and diagnosis; `SEED.INDEX` where absent. */
  readonly person: string | undefined;
  /** First day, in days from the day of receipt. */
  readonly from: number;
  /** Length of the period. */
  readonly days: number;
  /** Percent of full work that the person cannot do; wholly away where absent. */
  readonly grade?: number | undefined;
  /** HER-id and organisation number of the practice; invented where absent. */
  readonly her?: string | undefined;
  readonly organisation?: string | undefined;
}

/** Where a recipe stands: chance of its own, and the day of signing. */
export interface Ground {
  readonly wish: SampleWish;
  /** Chance of this message. */
  readonly own: Dice;
  /** Chance of its person. */
  readonly theirs: Dice;
  readonly today: Day;
}

/** A way to break a rule: by what the certificate says, or by what is wrong in its text. */
export interface Recipe {
  readonly change?: (sample: CertificateSample, ground: Ground) => CertificateSample;
  /** Works on the printed text; for what no sound printer would write. */
  readonly edit?: (xml: string) => string;
}

export const groundOf = (wish: SampleWish): Ground => ({
  wish,
  own: dice([wish.seed, wish.index, wish.rule ?? "", wish.at, wish.from, wish.days].join(" ")),
  theirs: dice(wish.person ?? `${wish.seed}.${wish.index}`),
  today: osloDay(wish.at),
});

/** An instant as Oslo's clock shows it, without zone, as most systems write it. */
export const osloClock = (at: Instant): string => new Date(at + osloOffset(at)).toISOString().slice(0, 19);

/** One period of whole sick leave, a count of days from the day of signing. */
export const fullPeriod = (today: Day, from: number, days: number): CertificateSample["periods"][number] => ({
  kind: "FULL",
  from: addDays(today, from),
  to: addDays(today, from + days - 1),
});

/** The certificate with one wholly sick period and the spell beginning with it. */
export const withPeriod = (
  sample: CertificateSample,
  today: Day,
  { from, days }: { readonly from: number; readonly days: number },
): CertificateSample => ({
  ...sample,
  spellStart: addDays(today, from),
  periods: [fullPeriod(today, from, days)],
});
