import { setTimeout as delay } from "node:timers/promises";
import type { CaseDocument } from "../core/case.ts";
import { readCase } from "./read-case.ts";
import type { CaseDeps } from "./read-case.ts";

/** What a reader has, and how long it waits for more. Unit: milliseconds. */
export interface Waiting {
  readonly known: string;
  readonly patienceMs: number;
}

const lookEveryMs = 300;

/** The case as soon as it is another than the known one, or as it stands when patience ends. */
export const awaitNews = async (
  deps: CaseDeps,
  id: string,
  { known, patienceMs }: Waiting,
): Promise<CaseDocument | undefined> => {
  const until = performance.now() + patienceMs;
  for (;;) {
    const found = await readCase(deps, id);
    if (found === undefined || found.version !== known || performance.now() >= until) return found;
    await delay(Math.min(lookEveryMs, Math.max(1, until - performance.now())));
  }
};
