import type { Identity } from "./processes.mjs";

/** A lock that is held; release gives it back, and only our own. */
export interface Held {
  readonly release: () => void;
  readonly holder?: undefined;
}
/** A lock that a living process holds, with the facts it wrote. */
export interface Taken {
  readonly release?: undefined;
  readonly holder: Identity & Readonly<Record<string, unknown>>;
}
export const lockHolder: (file: string) => Taken["holder"] | undefined;
export const tryLock: (file: string, facts?: Readonly<Record<string, unknown>>) => Held | Taken;
