import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import { uuid5 } from "./ids.ts";

const namespace = Buffer.from("8d1f1f2a0b6e4e0c9a5f3c7d2e4b6a81", "hex");

/** RFC 9562, 5.5, byte by byte. */
const byBytes = (...parts: ReadonlyArray<string>): string => {
  const hash = createHash("sha1").update(namespace);
  for (const part of parts) hash.update(`${Buffer.byteLength(part)}:${part}`);
  const bytes = hash.digest().subarray(0, 16);
  bytes[6] = (bytes[6]! & 0x0f) | 0x50;
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  return bytes.toString("hex").replace(/(.{8})(.{4})(.{4})(.{4})(.{12})/, "$1-$2-$3-$4-$5");
};

test("a name-based id is what the standard says", () => {
  for (const n of Array(64).keys()) expect(uuid5("event", `ærlig ${n}`)).toBe(byBytes("event", `ærlig ${n}`));
});

test("parts are told apart", () => expect(uuid5("ab", "c")).not.toBe(uuid5("a", "bc")));
