import { setTimeout as delay } from "node:timers/promises";
import type { Answer, Connection } from "./connection.ts";
import { openConnection } from "./connection.ts";

/** So many messages a second for so long, whether answers come or not. */
export interface Step {
  readonly rate: number;
  readonly seconds: number;
  /** Answer with each accepted message and when it was accepted. */
  readonly isListed: boolean;
}

export interface StepResult {
  readonly offered: number;
  readonly accepted: number;
  /** Everything that was no 202, by status or error. */
  readonly others: Readonly<Record<string, number>>;
  /** Accepted messages a second, from the first due time to the last answer. */
  readonly perSecond: number;
  /** From the time a message was due, so that waiting in the load counts. Unit: milliseconds. */
  readonly p50: number;
  readonly p99: number;
  readonly max: number;
  readonly list: ReadonlyArray<readonly [messageId: string, at: number]>;
}

export interface Target {
  readonly host: string;
  readonly port: number;
  readonly token: string;
  readonly connections: number;
}

const headOf = ({ host, port, token }: Target, length: number): string =>
  `POST /v1/messages HTTP/1.1\r\nHost: ${host}:${port}\r\nAuthorization: Bearer ${token}\r\nContent-Type: application/xml\r\nContent-Length: ${length}\r\n\r\n`;

/** Connections that wait for work, and work that waits for a connection. */
const makePool = (target: Target) => {
  const free: Array<Connection> = Array.from({ length: target.connections }, () =>
    openConnection(target.host, target.port),
  );
  const waiting: Array<(connection: Connection) => void> = [];
  const take = (): Connection | Promise<Connection> => free.pop() ?? new Promise((resolve) => waiting.push(resolve));
  const give = (connection: Connection): void => {
    const next = waiting.shift();
    if (next) next(connection);
    else free.push(connection);
  };
  return async (body: Buffer): Promise<Answer> => {
    const connection = await take();
    try {
      return await connection.send(headOf(target, body.byteLength), body);
    } finally {
      give(connection);
    }
  };
};

const quantile = (sorted: Float64Array, share: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;

const epochNow = (): number => performance.timeOrigin + performance.now();

/** Makes a load of given bodies on one target. */
export const makeLoad = (target: Target, next: () => Buffer) => {
  const send = makePool(target);
  return async ({ rate, seconds, isListed }: Step): Promise<StepResult> => {
    const offered = Math.round(rate * seconds);
    const bodies = Array.from({ length: offered }, next);
    const times: Array<number> = [];
    const list: Array<readonly [string, number]> = [];
    const others: Record<string, number> = {};
    const note = (name: string): void => void (others[name] = (others[name] ?? 0) + 1);
    const one = async (body: Buffer, due: number): Promise<void> => {
      try {
        const answer = await send(body);
        if (answer.status !== 202) return note(String(answer.status));
        times.push(performance.now() - due);
        if (isListed) list.push([(JSON.parse(answer.body) as { readonly messageId: string }).messageId, epochNow()]);
      } catch (error) {
        note(error instanceof Error ? error.message : "failed");
      }
    };
    const start = performance.now();
    const under: Array<Promise<void>> = [];
    while (under.length < offered) {
      const due = Math.min(offered, Math.ceil(((performance.now() - start) / 1000) * rate));
      while (under.length < due) under.push(one(bodies[under.length] as Buffer, start + (under.length / rate) * 1000));
      await delay(1);
    }
    await Promise.all(under);
    const took = (performance.now() - start) / 1000;
    const sorted = Float64Array.from(times).sort();
    const [p50, p99, max] = [quantile(sorted, 0.5), quantile(sorted, 0.99), quantile(sorted, 1)];
    return { offered, accepted: times.length, others, perSecond: times.length / took, p50, p99, max, list };
  };
};
