import { createHmac } from "node:crypto";
import { loadMasterKey } from "@samvirke/store";

/** A party's alias in rows and events: lower-case hex, 16 bytes. */
export type PartyAlias = (type: string, value: string) => string;

const aliasBytes = 16;

// Lengths before the parts, so that ("ab", "c") and ("a", "bc") differ; the doors make the same aliases.
const prefixed = (parts: ReadonlyArray<string>): string =>
  parts.map((part) => `${Buffer.byteLength(part)}:${part}`).join("");

/** The aliases of parties under the pepper of a file, which lies beside the master key and never in the database. */
export const readPartyAlias = async (path: string): Promise<PartyAlias> => {
  const key = await loadMasterKey(path);
  return (type, value) =>
    createHmac("sha256", key)
      .update(prefixed(["party", type, value]))
      .digest()
      .subarray(0, aliasBytes)
      .toString("hex");
};
