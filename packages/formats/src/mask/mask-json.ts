import { isKept } from "./kept.ts";
import type { Masker } from "./masker.ts";

const plainKey = /^(?!.*\d{6})[A-Za-z_][\w.-]{0,60}$/;

const maskedNumber = (key: string, value: number, mask: Masker): number =>
  isKept([key], String(value)) ? value : Number(mask(String(Math.abs(value)))) * Math.sign(value) || 0;

const maskedValue = (key: string, value: unknown, mask: Masker): unknown => {
  if (typeof value === "string") return isKept([key], value) ? value : mask(value);
  if (typeof value === "number") return maskedNumber(key, value, mask);
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) return value.map((item: unknown) => maskedValue(key, item, mask));
  return Object.fromEntries(
    Object.entries(value).map(([name, below]) => [
      plainKey.test(name) ? name : mask(name),
      maskedValue(name, below, mask),
    ]),
  );
};

/** A document with every text and number replaced whose key is not listed; booleans stay. Undefined where it does not read. */
export const maskJson = (bytes: Uint8Array, mask: Masker): Uint8Array | undefined => {
  try {
    const value: unknown = JSON.parse(Buffer.from(bytes).toString("utf8"));
    return Buffer.from(JSON.stringify(maskedValue("", value, mask)), "utf8");
  } catch {
    return undefined;
  }
};
