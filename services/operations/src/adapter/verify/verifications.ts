import { randomUUID } from "node:crypto";
import type { Clock, LogPort } from "@samvirke/kernel";
import { verifyTopic } from "@samvirke/stage";
import type { TopicVerdict } from "@samvirke/stage";
import type { Store } from "@samvirke/store";
import { tellVerification } from "../../core/verify/told.ts";
import type { Verification, VerificationTold } from "../../core/verify/told.ts";

export interface VerifyDeps {
  readonly store: Pick<Store, "heads" | "readLog">;
  readonly log: LogPort;
  readonly clock: Clock;
}

/** Comparisons of this process: begun, watched, broken off, forgotten. */
export interface Verifications {
  readonly begin: (topics: ReadonlyArray<string>) => VerificationTold;
  readonly list: () => ReadonlyArray<VerificationTold>;
  readonly told: (id: string) => VerificationTold | undefined;
  readonly forget: (id: string) => Promise<boolean>;
  readonly close: () => Promise<void>;
}

type Writable<A> = { -readonly [K in keyof A]: A[K] };

interface Running extends Writable<Omit<Verification, "verdicts">> {
  readonly verdicts: Array<TopicVerdict>;
  readonly ending: AbortController;
  finished: Promise<void>;
}

const compare = async (running: Running, { store, log, clock }: VerifyDeps): Promise<void> => {
  const { signal } = running.ending;
  const onTotal = (records: number): void => void (running.total += records);
  const onRecord = (): void => void (running.records += 1);
  for (const topic of running.topics) {
    const verdict = await verifyTopic({ store, log, clock, signal, onTotal, onRecord }, topic);
    // A partition that was broken off looks like one that lacks its end.
    if (signal.aborted) return;
    running.verdicts.push(verdict);
  }
};

const follow = async (running: Running, deps: VerifyDeps): Promise<void> => {
  try {
    await compare(running, deps);
    running.state = running.ending.signal.aborted ? "broken-off" : "done";
  } catch (error) {
    running.state = "failed";
    running.failure = error instanceof Error ? error.message : "it failed";
  }
  running.ended = deps.clock.now();
};

const make = (topics: ReadonlyArray<string>, now: number): Running => ({
  id: randomUUID(),
  topics,
  began: now,
  ended: undefined,
  state: "comparing",
  failure: undefined,
  total: 0,
  records: 0,
  verdicts: [],
  ending: new AbortController(),
  finished: Promise.resolve(),
});

const kept = 50;

/** Keeps the latest comparisons of this process. */
export const makeVerifications = (deps: VerifyDeps): Verifications => {
  const all = new Map<string, Running>();
  const tell = (running: Running): VerificationTold => tellVerification(running, deps.clock.now());
  const forget = async (running: Running): Promise<void> => {
    running.ending.abort();
    await running.finished;
    all.delete(running.id);
  };
  const makeRoom = (): void => {
    const over = [...all.values()].filter(({ state }) => state !== "comparing");
    for (const { id } of over.slice(0, Math.max(0, all.size - kept))) all.delete(id);
  };
  return {
    begin: (topics) => {
      const running = make(topics, deps.clock.now());
      all.set(running.id, running);
      makeRoom();
      running.finished = follow(running, deps);
      return tell(running);
    },
    list: () => [...all.values()].map(tell),
    told: (id) => {
      const running = all.get(id);
      return running && tell(running);
    },
    forget: async (id) => {
      const running = all.get(id);
      if (running) await forget(running);
      return running !== undefined;
    },
    close: async () => {
      await Promise.all([...all.values()].map(forget));
    },
  };
};
