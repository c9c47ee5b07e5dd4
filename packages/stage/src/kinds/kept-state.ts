import { openBytes, sealBytes } from "@samvirke/contracts";
import { day, E } from "@samvirke/kernel";
import type { Day, PersonSecret } from "@samvirke/kernel";
import type { Hub } from "../hub/hub.ts";

/** A person's state, and the first day to come that changes it by itself. */
export interface Kept<State> {
  readonly state: State;
  readonly due: Day | undefined;
}

export interface KeptCodec<State> {
  readonly encode: (kept: Kept<State>, person: string, secret: PersonSecret | undefined) => Uint8Array;
  readonly decode: (bytes: Uint8Array, person: string, secret: PersonSecret | undefined) => Kept<State>;
}

interface Plain<State> {
  readonly encode: (state: State) => Uint8Array;
  readonly decode: (bytes: Uint8Array) => State;
}

const headBytes = 4;
const never = 0x7fffffff;

const withDue = (due: Day | undefined, body: Uint8Array): Buffer => {
  const head = Buffer.alloc(headBytes);
  head.writeInt32BE(due ?? never);
  return Buffer.concat([head, body]);
};

/** Seals states of a stage with their person's key. A state that does not open is a defect, which parks the record. */
export const keptCodec = <State>({ keyCache }: Hub, stage: string, plain: Plain<State>): KeptCodec<State> => {
  const purpose = `state/${stage}`;
  return {
    encode: ({ state, due }, id, secret) => {
      if (!secret) throw new Error("the person has no key");
      return sealBytes(keyCache, { purpose, id, secret, audience: "hub" }, withDue(due, plain.encode(state)));
    },
    decode: (bytes, id, secret) => {
      const opened = openBytes(keyCache, { purpose, id, reader: { secret, audience: "hub" as const } }, bytes);
      if (E.isLeft(opened) || opened.right.state !== "Open") throw new Error("the person's state does not open");
      const value = Buffer.from(opened.right.value);
      const due = value.readInt32BE(0);
      return { state: plain.decode(value.subarray(headBytes)), due: due === never ? undefined : day(due) };
    },
  };
};
