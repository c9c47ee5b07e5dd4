import type { Clock, Instant, StageReport } from "@samvirke/kernel";

export type StageMode = StageReport["state"];

export interface StatusView {
  readonly state: StageMode;
  readonly reason: string | undefined;
}

/** What a stage is doing, and why when it is not running. */
export interface Status {
  readonly view: () => StatusView;
  readonly isOpen: () => boolean;
  /** Red: it stays stopped until operations resume it. */
  readonly stop: (reason: string) => void;
  readonly pause: (reason: string | undefined) => void;
  readonly resume: () => void;
  /** When it stopped by itself. */
  readonly stoppedAt: () => Instant | undefined;
  /** What a part of the stage waits for; undefined once it goes on. */
  readonly waits: (part: string, reason: string | undefined) => void;
}

/** Makes a status that tells each change. */
export const makeStatus = (clock: Clock, onChange: (view: StatusView) => void): Status => {
  const waiting = new Map<string, string>();
  let stopped: { readonly reason: string; readonly at: Instant } | undefined;
  let paused: { readonly reason: string | undefined } | undefined;
  let told = "running";

  const view = (): StatusView => {
    if (stopped) return { state: "stopped", reason: stopped.reason };
    if (paused) return { state: "paused", reason: paused.reason };
    const [reason] = waiting.values();
    return { state: reason === undefined ? "running" : "waiting", reason };
  };
  const tell = (): void => {
    const now = view();
    const text = `${now.state} ${now.reason ?? ""}`;
    if (text === told) return;
    told = text;
    onChange(now);
  };
  return {
    view,
    isOpen: () => !stopped && !paused,
    stop: (reason) => {
      stopped ??= { reason, at: clock.now() };
      tell();
    },
    pause: (reason) => {
      paused = { reason };
      tell();
    },
    resume: () => {
      [stopped, paused] = [undefined, undefined];
      tell();
    },
    stoppedAt: () => stopped?.at,
    waits: (part, reason) => {
      if (reason === undefined) waiting.delete(part);
      else waiting.set(part, reason);
      tell();
    },
  };
};
