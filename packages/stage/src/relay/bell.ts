import type { Sleep } from "../sleep.ts";

/** Lets loops wait for a wake or a fallback, whichever comes first; a ring between two waits is not lost. */
export interface Bell {
  readonly ring: () => void;
  readonly heard: (ms: number) => Promise<void>;
}

// Without a reason an abort makes an exception with a stack.
const over = "over";

export const makeBell = (sleep: Sleep, signal: AbortSignal): Bell => {
  let isRung = false;
  let answer: (() => void) | undefined;
  return {
    ring: () => {
      isRung = true;
      answer?.();
    },
    heard: async (ms) => {
      if (!isRung) {
        const ended = new AbortController();
        const rung = new Promise<void>((resolve) => (answer = resolve));
        await Promise.race([rung, sleep(ms, AbortSignal.any([ended.signal, signal]))]);
        ended.abort(over);
      }
      isRung = false;
    },
  };
};
