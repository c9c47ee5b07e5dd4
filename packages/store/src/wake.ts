import pg from "pg";
import { clientConfig } from "./session.ts";
import type { ConnectionOptions } from "./session.ts";

const channel = "samvirke_wake";
const spacingMs = 5;
const reconnectMs = 500;

/** Told when something of the store is in trouble; never carries a value. */
export type OnProblem = (event: string) => void;

const connected = async (options: ConnectionOptions, onEnd: () => void): Promise<pg.Client> => {
  const client = new pg.Client(clientConfig(options));
  // Without this listener a lost connection ends the process.
  client.on("error", () => undefined);
  client.on("end", onEnd);
  await client.connect();
  return client;
};

export interface Notifier {
  readonly wake: () => void;
  readonly close: () => Promise<void>;
}

/**
 * Sends a NOTIFY for many wakes, at most one every 5 ms, from a connection of its own: inside a transaction it would
 * take a database-wide lock at commit. A wake that gets lost costs its readers their fallback poll, nothing else.
 */
export const makeNotifier = (options: ConnectionOptions, onProblem: OnProblem): Notifier => {
  let client: pg.Client | undefined;
  let timer: NodeJS.Timeout | undefined;
  let sending: Promise<void> | undefined;
  let isWanted = false;
  let isClosed = false;

  const send = async (): Promise<void> => {
    try {
      client ??= await connected(options, () => (client = undefined));
      await client.query(`notify ${channel}`);
    } catch {
      client = undefined;
      onProblem("wake-failed");
    }
  };

  const schedule = (delay: number): void => {
    timer = setTimeout(() => {
      isWanted = false;
      sending = send().finally(() => {
        timer = undefined;
        if (isWanted && !isClosed) schedule(spacingMs);
      });
    }, delay);
  };

  return {
    wake: () => {
      isWanted = true;
      if (timer === undefined && !isClosed) schedule(0);
    },
    close: async () => {
      isClosed = true;
      clearTimeout(timer);
      await sending;
      await client?.end();
    },
  };
};

/** Calls back after each NOTIFY and after a lost connection came back; resolves to the way to end it. */
export const listen = async (
  options: ConnectionOptions,
  onWake: () => void,
  onProblem: OnProblem,
): Promise<() => Promise<void>> => {
  let client: pg.Client | undefined;
  let timer: NodeJS.Timeout | undefined;
  let isClosed = false;

  const reconnect = (): void => {
    client = undefined;
    if (isClosed) return;
    onProblem("listen-lost");
    timer = setTimeout(() => {
      open().then(onWake, reconnect);
    }, reconnectMs);
  };

  const open = async (): Promise<void> => {
    const opened = new pg.Client(clientConfig(options));
    opened.on("error", () => undefined);
    await opened.connect();
    opened.on("notification", onWake);
    opened.on("end", reconnect);
    await opened.query(`listen ${channel}`);
    client = opened;
  };

  await open();
  return async () => {
    isClosed = true;
    clearTimeout(timer);
    await client?.end();
  };
};
