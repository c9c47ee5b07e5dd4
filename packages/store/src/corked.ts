import type { Writable } from "node:stream";

/** What of the driver's connection is used here: its socket. */
interface Wired {
  readonly connection?: { readonly stream?: Pick<Writable, "cork" | "uncork"> };
}

/** Holds a connection's socket back until the end of the turn: statements sent together leave in one write. */
export const corkForTurn = (client: object): void => {
  const stream = (client as Wired).connection?.stream;
  if (!stream) return;
  stream.cork();
  process.nextTick(() => stream.uncork());
};
