import { open } from "node:fs/promises";

/** What a message is and must lead to, written down before it is sent. */
export interface Intended {
  readonly type: "intended";
  readonly n: number;
  readonly person: number;
  readonly k: number;
  readonly kind: string;
  /** What was being broken while it was sent. */
  readonly fault: string;
  readonly number: string;
  readonly wireMsgId: string;
  /** The party that sent it. */
  readonly sender: string;
  /** The topic of welfare's that it is a record of. */
  readonly topic?: string;
  readonly sha256: string;
  /** The bytes from `start` to `end` make it the same message, wherever it comes by. */
  readonly head: { readonly start: number; readonly end: number };
  /** Days and grade of a certificate. */
  readonly certificate?: { readonly from: string; readonly to: string; readonly grade?: number };
  /** The earlier message of the same person that it builds on, by its place in the plan. */
  readonly about?: number;
  readonly expected: {
    readonly outcome: string;
    readonly route: string | null;
    readonly events: ReadonlyArray<string>;
    readonly documents: ReadonlyArray<{
      readonly to: "receipt" | "welfare" | "health" | "employer";
      readonly kind: string;
      readonly shape: string;
      readonly has: ReadonlyArray<string>;
      readonly lacks?: ReadonlyArray<string>;
    }>;
    readonly rule?: string;
    readonly again?: string;
    readonly row?: string;
    readonly texts: ReadonlyArray<string>;
    readonly sameAs?: number;
    readonly duplicateOf?: number;
  };
}

/** The gateway's word on a message. */
export interface Answered {
  readonly type: "answered";
  readonly n: number;
  readonly attempt: number;
  readonly status: number;
  readonly messageId: string;
}

/** No word came, or one that says to try again: nobody knows whether the message is in. */
export interface Unknown {
  readonly type: "unknown";
  readonly n: number;
  readonly attempt: number;
  readonly why: string;
}

/** A process that was ended without warning. */
export interface Killed {
  readonly type: "killed";
  readonly fault: string;
  readonly run: number;
  readonly process: string;
  readonly pid: number;
  readonly inFlight: number;
  readonly proof: string;
}

export type Entry = Intended | Answered | Unknown | Killed;

/** The drill's own record of what it did, on a disk of its own: a line counts once it is synced. */
export interface Ledger {
  /** Resolves when the entry is durable. */
  readonly write: (entry: Entry) => Promise<void>;
  readonly close: () => Promise<void>;
}

interface Waiting {
  readonly line: string;
  readonly resolve: () => void;
  readonly reject: (error: unknown) => void;
}

/** Opens a ledger in a file; entries written at the same time share one sync. */
export const openLedger = async (path: string): Promise<Ledger> => {
  const file = await open(path, "ax", 0o600);
  let waiting: Array<Waiting> = [];
  let writing: Promise<void> | undefined;
  const flush = async (): Promise<void> => {
    while (waiting.length > 0) {
      const group = waiting;
      waiting = [];
      try {
        await file.appendFile(group.map(({ line }) => line).join(""));
        await file.datasync();
        for (const { resolve } of group) resolve();
      } catch (error) {
        for (const { reject } of group) reject(error);
      }
    }
    writing = undefined;
  };
  return {
    write: (entry) =>
      new Promise((resolve, reject) => {
        waiting.push({ line: `${JSON.stringify(entry)}\n`, resolve, reject });
        writing ??= flush();
      }),
    close: async () => {
      await writing;
      await file.close();
    },
  };
};
