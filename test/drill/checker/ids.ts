import { createHash, createHmac } from "node:crypto";

// Documented facts of the hub: name-based UUIDs in its own namespace, over parts with their byte lengths before them.
const namespace = Buffer.from("8d1f1f2a0b6e4e0c9a5f3c7d2e4b6a81", "hex");

const prefixed = (parts: ReadonlyArray<string>): string =>
  parts.map((part) => `${Buffer.byteLength(part)}:${part}`).join("");

/** UUID version 5 of the parts. */
export const derivedId = (...parts: ReadonlyArray<string>): string => {
  const bytes = createHash("sha1").update(namespace).update(prefixed(parts)).digest().subarray(0, 16);
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x50, 6);
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8);
  const hex = bytes.toString("hex");
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join("-");
};

/** Id of received bytes from one sender; for a record its topic counts too. */
export const archiveIdOf = (
  pepper: Buffer,
  { sender, topic }: { readonly sender: string; readonly topic?: string },
  head: Uint8Array,
): string => {
  const about = topic === undefined ? "7:message" : prefixed(["record", topic, ""]);
  return derivedId("archive", sender, createHmac("sha256", pepper).update(about).update(head).digest("hex"));
};

/** What rows hold in place of a party's identifier. */
export const partyAlias = (pepper: Buffer, type: string, value: string): string =>
  createHmac("sha256", pepper)
    .update(prefixed(["party", type, value]))
    .digest()
    .subarray(0, 16)
    .toString("hex");

/** What the person index holds in place of a national identity number. */
export const numberHmac = (pepper: Buffer, number: string): string =>
  createHmac("sha256", pepper)
    .update(prefixed(["number", "national", number]))
    .digest("hex");

export const sha256 = (bytes: Uint8Array): string => createHash("sha256").update(bytes).digest("hex");
