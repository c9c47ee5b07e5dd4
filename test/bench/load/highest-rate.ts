import type { Loader } from "./loader.ts";
import type { StepResult } from "./open-loop.ts";

const startRate = 500;
const growth = 1.4;
// A step is kept up with when nearly everything was accepted in time and nothing was turned away.
const share = 0.97;
const lastSteps = 2;

const isKeptUp = ({ offered, accepted, perSecond }: StepResult, rate: number): boolean =>
  accepted === offered && perSecond >= rate * share;

/** Raises the rate until it is not kept up with, then looks between; answers the best step and how many were accepted in all. */
export const findHighestRate = async (loader: Loader, seconds: number, tell: (text: string) => void) => {
  let [good, bad] = [0, Number.POSITIVE_INFINITY];
  let accepted = 0;
  let best: StepResult | undefined;
  const attempt = async (rate: number): Promise<void> => {
    const result = await loader.run(rate, seconds);
    accepted += result.accepted;
    const kept = isKeptUp(result, rate);
    if (kept) good = rate;
    else bad = rate;
    if (kept || best === undefined) best = result;
    tell(
      `  offered ${Math.round(rate)}/s: accepted ${result.perSecond.toFixed(0)}/s, p50 ${result.p50.toFixed(1)} ms, p99 ${result.p99.toFixed(1)} ms${kept ? "" : ` (not kept up; ${JSON.stringify(result.others)})`}`,
    );
  };
  for (let rate = startRate; bad === Number.POSITIVE_INFINITY && rate < 20_000; rate *= growth) await attempt(rate);
  for (let step = 0; step < lastSteps && good > 0; step += 1) await attempt((good + bad) / 2);
  return { highest: best?.perSecond ?? 0, accepted };
};
