import type { Io } from "./io.ts";

/** A bar for people who wait. */
export interface Progress {
  readonly done: (count: number) => void;
  /** Takes the bar away, so that a line can be printed; it comes back with the next count. */
  readonly clear: () => void;
}

const quietForMs = 2_000;
const everyMs = 100;
const width = 24;

const bar = (share: number): string => {
  const filled = Math.round(share * width);
  return `[${"#".repeat(filled)}${".".repeat(width - filled)}]`;
};

/** Shows how far something is once it takes longer than two seconds, on a terminal only. */
export const makeProgress = (io: Io, title: string, total: number): Progress => {
  const began = io.now();
  let [shownAt, isShown] = [Number.NEGATIVE_INFINITY, false];
  const clear = (): void => {
    if (isShown) io.tell("\r\u001B[K");
    isShown = false;
  };
  return {
    clear,
    done: (count) => {
      const now = io.now();
      if (!io.isWatched || now - began < quietForMs || now - shownAt < everyMs) return;
      const perSecond = (count * 1000) / (now - began);
      const left = perSecond > 0 ? `, ${Math.ceil((total - count) / perSecond)} s left` : "";
      const share = bar(total === 0 ? 1 : count / total);
      io.tell(`\r\u001B[K${title} ${share} ${count}/${total}  ${perSecond.toFixed(1)}/s${left}`);
      [shownAt, isShown] = [now, true];
    },
  };
};
