import type { Readable } from "node:stream";
import type { Problem } from "@samvirke/contracts";
import type { Either } from "@samvirke/kernel";
import { E } from "@samvirke/kernel";

/** Room for bodies that are being read or worked on, shared by all requests. */
export interface Room {
  /** Takes room; false when there is none. One body always gets room when nothing else is held. */
  readonly take: (bytes: number) => boolean;
  readonly give: (bytes: number) => void;
}

export const makeRoom = (capacity: number): Room => {
  let held = 0;
  return {
    take: (bytes) => {
      if (held > 0 && held + bytes > capacity) return false;
      held += bytes;
      return true;
    },
    give: (bytes) => {
      held -= bytes;
    },
  };
};

export interface BodyLimits {
  readonly maxBytes: number;
  readonly room: Room;
}

/** A body with the room that it holds until it is let go. */
export interface Body {
  readonly bytes: Uint8Array;
  readonly release: () => void;
}

const refuse = (name: Problem["name"]): Either<Problem, never> => E.left({ name });

interface Collected {
  readonly chunks: Array<Uint8Array>;
  size: number;
}

const collect = async (stream: Readable, limits: BodyLimits, into: Collected): Promise<Problem | undefined> => {
  // Leaving the loop must not destroy the stream: the refusal still has to reach the sender.
  for await (const chunk of stream.iterator({ destroyOnReturn: false }) as AsyncIterable<Uint8Array>) {
    if (into.size + chunk.byteLength > limits.maxBytes) return { name: "too-large" };
    if (!limits.room.take(chunk.byteLength)) return { name: "busy" };
    into.size += chunk.byteLength;
    into.chunks.push(chunk);
  }
  return undefined;
};

const collectSafely = async (stream: Readable, limits: BodyLimits, into: Collected): Promise<Problem | undefined> => {
  try {
    return await collect(stream, limits, into);
  } catch {
    // The sender broke off: there is nobody to answer, and nothing is kept.
    return { name: "malformed-request" };
  }
};

/**
 * Reads a body whole, within its limit and the room there is.
 *
 * Rejects: too-large (as declared, or as it comes when nothing is declared), busy, malformed-request when it breaks off.
 */
export const readBody = async (
  stream: Readable,
  declared: number | undefined,
  limits: BodyLimits,
): Promise<Either<Problem, Body>> => {
  if (declared !== undefined && declared > limits.maxBytes) return refuse("too-large");
  const into: Collected = { chunks: [], size: 0 };
  const problem = await collectSafely(stream, limits, into);
  const release = (): void => limits.room.give(into.size);
  if (!problem) return E.right({ bytes: Buffer.concat(into.chunks), release });
  release();
  stream.resume();
  return E.left(problem);
};
