import { logFailure } from "@samvirke/kernel";
import type { KafkaLogConfig } from "./config.ts";
import { failureOf, isAnswer } from "./failure.ts";
import { openSession, type Session } from "./session.ts";
import { backOff, makeEnding, sleep } from "./timing.ts";

/** Where a port's single questions are asked: one session, made anew when its connections fail. */
export interface Desk {
  /** Does the work, again after a retriable failure, a few times; the work must be harmless to repeat. */
  readonly ask: <T>(what: string, work: (session: Session) => Promise<T>) => Promise<T>;
  readonly close: () => void;
}

const attempts = 5;
const longestPause = 800;

const makeSessions = (config: KafkaLogConfig) => {
  let current: Promise<Session> | undefined;
  const drop = (session: Promise<Session>): void => {
    if (current === session) current = undefined;
    session.then(
      (open) => open.close(),
      () => undefined,
    );
  };
  return {
    take: (): Promise<Session> => (current ??= openSession(config)),
    drop,
    close: (): void => {
      if (current !== undefined) drop(current);
    },
  };
};

/** Opens no connection before the first question. */
export const makeDesk = (config: KafkaLogConfig): Desk => {
  const sessions = makeSessions(config);
  const closed = makeEnding();
  const once = async <T>(work: (session: Session) => Promise<T>): Promise<T> => {
    const session = sessions.take();
    try {
      return await work(await session);
    } catch (error) {
      if (isAnswer(error)) (await session).forget();
      else sessions.drop(session);
      throw error;
    }
  };
  const ask = async <T>(what: string, work: (session: Session) => Promise<T>): Promise<T> => {
    for (let attempt = 0; ; attempt++) {
      if (closed.signal.aborted) throw logFailure("fatal", `kafka: ${what} after the port was closed`);
      try {
        return await once(work);
      } catch (error) {
        const failure = failureOf(error, what);
        if (failure.fate !== "retriable" || attempt + 1 >= attempts) throw failure;
        await sleep(backOff(attempt, longestPause), closed.signal);
      }
    }
  };
  return {
    ask,
    close: () => {
      closed.abort();
      sessions.close();
    },
  };
};
