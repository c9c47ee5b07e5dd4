import type { Clock, LogFailure, LogPort, RelayStore, Topic } from "@samvirke/kernel";
import { describeTrouble } from "../describe.ts";
import type { Observe } from "../observe.ts";
import { backOffMs, realSleep } from "../sleep.ts";
import type { Sleep } from "../sleep.ts";
import { makeBell } from "./bell.ts";
import type { Bell } from "./bell.ts";
import { copy } from "./copy.ts";
import { runScout } from "./scout.ts";
import type { Heads, Scout } from "./scout.ts";
import type { CopyDeps } from "./copy.ts";

export interface RelayDeps {
  readonly topics: ReadonlyArray<Topic>;
  readonly log: LogPort;
  readonly store: RelayStore;
  readonly clock: Clock;
  readonly observe: Observe;
  readonly sleep?: Sleep;
  /** How long to wait without a wake. Unit: milliseconds. */
  readonly pollMs?: number;
  /** Least milliseconds between two copies of a topic; what comes closer together goes together. */
  readonly paceMs?: (topic: Topic) => number;
}

/** What the relay does with one topic. standby: another instance copies it. */
export interface TopicState {
  readonly state: "copying" | "standby" | "waiting";
  readonly reason: string | undefined;
  /** Records copied since the start. */
  readonly copied: number;
}

export interface RunningRelay {
  /** Resolves after `stop`; rejects when the relay cannot go on in this process, which should end then. */
  readonly done: Promise<void>;
  readonly stop: () => Promise<void>;
  readonly state: () => ReadonlyMap<Topic, TopicState>;
}

const standbyMs = 500;
const longestReadMs = 60_000;

interface TopicWork {
  readonly deps: RelayDeps;
  readonly copying: CopyDeps;
  readonly sleep: Sleep;
  readonly tell: (state: TopicState["state"], reason?: string) => void;
}

const isFatal = (error: unknown): error is LogFailure =>
  error instanceof Error && "fate" in error && error.fate === "fatal";

/** Takes the topic's lock and copies; resolves when it is time to try again. */
const serve = async ({ deps, copying, sleep, tell }: TopicWork): Promise<void> => {
  const lock = await deps.store.lock(`relay ${copying.topic}`);
  if (!lock) {
    tell("standby");
    return sleep(standbyMs, copying.signal);
  }
  try {
    tell("copying");
    await copy(copying, lock);
  } finally {
    await lock.release();
  }
};

/** Serves one topic until the signal; trouble is waited out, only a fatal failure rejects. */
const serveTopic = async (work: TopicWork): Promise<void> => {
  const { deps, copying, sleep, tell } = work;
  let [tries, since] = [0, deps.clock.now()];
  while (!copying.signal.aborted) {
    try {
      await serve(work);
      tries = 0;
    } catch (error) {
      if (isFatal(error)) throw error;
      if (deps.clock.now() - since > longestReadMs) tries = 0;
      since = deps.clock.now();
      tell("waiting", describeTrouble(error));
      await sleep(backOffMs(tries++), copying.signal);
    }
  }
};

// Of one partition; twelve of them, twice, are in memory at once.
const bound = { records: 500, bytes: 250_000 };
const unknown: TopicState = { state: "standby", reason: undefined, copied: 0 };

/** What the topics of one relay share. */
interface Run {
  readonly deps: RelayDeps;
  readonly sleep: Sleep;
  readonly signal: AbortSignal;
  readonly states: Map<Topic, TopicState>;
}

const listening = async ({ deps, sleep, signal }: Run, wakes: Bell): Promise<() => Promise<void>> => {
  for (let tries = 0; !signal.aborted; tries += 1) {
    try {
      return await deps.store.listen(wakes.ring);
    } catch {
      // Without wakes the fallback poll carries on.
      await sleep(backOffMs(tries), signal);
    }
  }
  return async () => undefined;
};

const topicWork = (run: Run, topic: Topic, { bell, scout }: { bell: Bell; scout: Scout }): TopicWork => {
  const { deps, sleep, signal, states } = run;
  const { log, store, clock, observe, pollMs = 100 } = deps;
  const paceMs = deps.paceMs?.(topic) ?? 0;
  const current = (): TopicState => states.get(topic) ?? unknown;
  states.set(topic, unknown);
  const tell: TopicWork["tell"] = (state, reason) => {
    const before = current();
    states.set(topic, { ...before, state, reason });
    if (before.state === state && before.reason === reason) return;
    observe.event(state === "waiting" ? "warn" : "info", `relay-${state}`, { topic, reason: reason ?? "" });
  };
  const onCopied = (records: number): void => {
    states.set(topic, { state: "copying", reason: undefined, copied: current().copied + records });
  };
  const heads = (): Heads | undefined => scout.heads(topic);
  const copying = { topic, log, store, clock, bell, heads, signal, bound, pollMs, paceMs, sleep, onCopied };
  return { deps, sleep, tell, copying };
};

/** Copies topics of the log to Kafka until it is stopped; one relay at a time per topic, others stand by. */
export const runRelay = (deps: RelayDeps): RunningRelay => {
  const ending = new AbortController();
  const run: Run = { deps, sleep: deps.sleep ?? realSleep, signal: ending.signal, states: new Map() };
  const { signal } = ending;
  const bells = new Map(deps.topics.map((topic) => [topic, makeBell(run.sleep, signal)]));
  const wakes = makeBell(run.sleep, signal);
  const listened = listening(run, wakes);
  const scout = runScout({ store: deps.store, wakes, bells, signal, sleep: run.sleep, pollMs: deps.pollMs ?? 100 });
  const running = Promise.all([...bells].map(([topic, bell]) => serveTopic(topicWork(run, topic, { bell, scout }))));
  const done = running.then(
    () => undefined,
    (failure: unknown) => {
      ending.abort();
      deps.observe.event("error", "relay-failed", { reason: describeTrouble(failure) });
      throw failure;
    },
  );
  return {
    done,
    state: () => run.states,
    stop: async () => {
      ending.abort();
      await running.catch(() => undefined);
      await scout.done;
      await (
        await listened
      )();
    },
  };
};
