import type { Clock, LogFailure, LogPort, RelayStore, Topic } from "@samvirke/kernel";
import { describeTrouble } from "../describe.ts";
import type { Observe } from "../observe.ts";
import { backOffMs, realSleep } from "../sleep.ts";
import type { Sleep } from "../sleep.ts";
import { makeBell } from "./bell.ts";
import type { Bell } from "./bell.ts";
import { copy } from "./copy.ts";
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

const listening = async (work: { readonly deps: RelayDeps; readonly sleep: Sleep; readonly signal: AbortSignal }, bells: ReadonlyArray<Bell>) => {
  const ringAll = (): void => bells.forEach((bell) => bell.ring());
  for (let tries = 0; !work.signal.aborted; tries += 1) {
    try {
      return await work.deps.store.listen(ringAll);
    } catch {
      // Without wakes the fallback poll carries on.
      await work.sleep(backOffMs(tries), work.signal);
    }
  }
  return async () => undefined;
};

/** Copies topics of the log to Kafka until it is stopped; one relay at a time per topic, others stand by. */
export const runRelay = (deps: RelayDeps): RunningRelay => {
  const { topics, log, store, observe, sleep = realSleep } = deps;
  const ending = new AbortController();
  const { signal } = ending;
  const states = new Map<Topic, TopicState>();

  const work = (topic: Topic, bell: Bell): TopicWork => {
    states.set(topic, { state: "standby", reason: undefined, copied: 0 });
    const current = (): TopicState => states.get(topic) ?? { state: "standby", reason: undefined, copied: 0 };
    const tell: TopicWork["tell"] = (state, reason) => {
      const before = current();
      states.set(topic, { ...before, state, reason });
      if (before.state === state && before.reason === reason) return;
      observe.event(state === "waiting" ? "warn" : "info", `relay-${state}`, { topic, reason: reason ?? "" });
    };
    const onCopied = (records: number): void => {
      const before = current();
      states.set(topic, { state: "copying", reason: undefined, copied: before.copied + records });
    };
    const bound = { records: 1_000, bytes: 1_000_000 };
    const copying = { topic, log, store, bell, signal, bound, pollMs: deps.pollMs ?? 100, hintEvery: 10_000, onCopied };
    return { deps, sleep, tell, copying };
  };

  const bells = topics.map(() => makeBell(sleep, signal));
  const listened = listening({ deps, sleep, signal }, bells);
  const running = Promise.all(bells.map((bell, index) => serveTopic(work(topics[index] ?? "", bell))));
  const ended = running.then(
    () => undefined,
    (failure: unknown) => {
      ending.abort();
      observe.event("error", "relay-failed", { reason: describeTrouble(failure) });
      throw failure;
    },
  );
  return {
    done: ended,
    state: () => states,
    stop: async () => {
      ending.abort();
      await running.catch(() => undefined);
      await (await listened)();
    },
  };
};
