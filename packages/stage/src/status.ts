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
  readonly isWaiting: (part: string) => boolean;
}

interface Causes {
  readonly waiting: Map<string, string>;
  stopped: { readonly reason: string; readonly at: Instant } | undefined;
  paused: { readonly reason: string | undefined } | undefined;
}

const viewOf = ({ stopped, paused, waiting }: Causes): StatusView => {
  if (stopped) return { state: "stopped", reason: stopped.reason };
  if (paused) return { state: "paused", reason: paused.reason };
  const [reason] = waiting.values();
  return { state: reason === undefined ? "running" : "waiting", reason };
};

/** Makes a status that tells each change. */
export const makeStatus = (clock: Clock, onChange: (view: StatusView) => void): Status => {
  const causes: Causes = { waiting: new Map(), stopped: undefined, paused: undefined };
  let told = "running ";
  const change = (edit: () => void): void => {
    edit();
    const view = viewOf(causes);
    const text = `${view.state} ${view.reason ?? ""}`;
    if (text === told) return;
    told = text;
    onChange(view);
  };
  return {
    view: () => viewOf(causes),
    isOpen: () => !causes.stopped && !causes.paused,
    stop: (reason) => change(() => (causes.stopped ??= { reason, at: clock.now() })),
    pause: (reason) => change(() => (causes.paused = { reason })),
    resume: () => change(() => ([causes.stopped, causes.paused] = [undefined, undefined])),
    stoppedAt: () => causes.stopped?.at,
    isWaiting: (part) => causes.waiting.has(part),
    waits: (part, reason) =>
      change(() => (reason === undefined ? causes.waiting.delete(part) : causes.waiting.set(part, reason))),
  };
};
