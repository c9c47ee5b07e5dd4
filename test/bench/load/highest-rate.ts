import type { Loader } from "./loader.ts";
import type { StepResult } from "./open-loop.ts";

// A step is kept up with when everything was accepted, and nearly all of it in time.
const share = 0.97;
const highestRate = 20_000;

/** How the highest rate is looked for. */
export interface Search {
  readonly seconds: number;
  readonly from: number;
  /** Each step offers so many times the one before. */
  readonly growth: number;
  /** Looks between the last good and the first bad rate. */
  readonly refinements: number;
}

const isKeptUp = ({ offered, accepted, perSecond }: StepResult, rate: number): boolean =>
  accepted === offered && perSecond >= rate * share;

const describe = (result: StepResult, rate: number, kept: boolean): string => {
  const { perSecond, p50, p99, others } = result;
  const found = `  offered ${Math.round(rate)}/s: accepted ${perSecond.toFixed(0)}/s, p50 ${p50.toFixed(1)} ms, p99 ${p99.toFixed(1)} ms`;
  return kept ? found : `${found} (not kept up${Object.keys(others).length > 0 ? `: ${JSON.stringify(others)}` : ""})`;
};

/** Raises the rate until it is not kept up with twice, then looks between; answers the best rate seen and how many were accepted in all. */
export const findHighestRate = async (loader: Loader, search: Search, tell: (text: string) => void) => {
  let accepted = 0;
  let highest = 0;
  const attempt = async (rate: number): Promise<boolean> => {
    const result = await loader.run(rate, search.seconds);
    const kept = isKeptUp(result, rate);
    accepted += result.accepted;
    if (kept || highest === 0) highest = Math.max(highest, result.perSecond);
    tell(describe(result, rate, kept));
    return kept;
  };
  // What else the machine does must not end the search by one bad moment.
  const isGood = async (rate: number): Promise<boolean> => (await attempt(rate)) || attempt(rate);

  let good = 0;
  let bad = search.from;
  while (bad < highestRate && (await isGood(bad))) [good, bad] = [bad, bad * search.growth];
  for (let step = 0; step < search.refinements && good > 0; step += 1) {
    const middle = (good + bad) / 2;
    if (await attempt(middle)) good = middle;
    else bad = middle;
  }
  return { highest, accepted };
};
