import type { Draw } from "./draw.ts";
import { maskedDigits, maskedIdentity, maskedOrganisation } from "./mask-number.ts";
import { maskedText, maskedUuid } from "./mask-text.ts";

/** Replaces values: the same value by the same other one, for as long as the masker lives. */
export type Masker = (value: string) => string;

export interface MaskerOptions {
  readonly draw: Draw;
  /** Values that everybody knows and that rules look at, such as the receiver's own numbers; they stay. */
  readonly stays: ReadonlySet<string>;
}

const parts = /[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}|(?<!\d)(?:\d{11}|\d{9})(?!\d)/gi;

const isIdentityNumber = (digits: string): boolean => digits.length === 11;

const container = /^\s*[A-Za-z0-9+/\s]{64,}={0,2}\s*$/;
const signatures = ["%PDF-1.4", "\u0089PNG\r\n\u001A\n", "\u00FF\u00D8\u00FF", "II*\0", "MM\0*", "PK\u0003\u0004"];

// Attachments: as many bytes, beginning as their type begins, and nothing else.
const maskedContainer = (text: string): string => {
  const bytes = Buffer.from(text, "base64");
  const begins = bytes.subarray(0, 8).toString("latin1");
  const signature = signatures.find((one) => begins.startsWith(one.slice(0, 4))) ?? "";
  return Buffer.from(signature.padEnd(bytes.length, " ").slice(0, bytes.length), "latin1").toString("base64");
};

/** A masker with a memory of its own, so that no two values become one. */
export const makeMasker = ({ draw, stays }: MaskerOptions): Masker => {
  const known = new Map<string, string>();
  const taken = new Set<string>();
  const numbered = (digits: string): string =>
    isIdentityNumber(digits)
      ? (maskedIdentity(digits, draw, taken) ?? maskedDigits(digits, draw))
      : maskedOrganisation(digits, draw);
  const remembered = (value: string): string => {
    const found = known.get(value) ?? (value.includes("-") ? maskedUuid(value, draw) : numbered(value));
    known.set(value, found);
    taken.add(found);
    return found;
  };
  const pieces = (value: string): string => {
    const between = value.split(parts).map((text) => maskedText(text, draw));
    const found = [...value.matchAll(parts)].map(([one]) => (stays.has(one) ? one : remembered(one)));
    return between.map((text, index) => `${text}${found[index] ?? ""}`).join("");
  };
  return (value) => {
    if (stays.has(value.trim())) return value;
    return container.test(value) ? maskedContainer(value) : pieces(value);
  };
};
