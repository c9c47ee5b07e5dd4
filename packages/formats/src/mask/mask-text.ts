import type { Draw } from "./draw.ts";

const ascii = "abcdefghijklmnopqrstuvwxyz";
const norwegian = `${ascii}æøå`;

const other = (pool: string, sign: string, byte: number): string => {
  const at = pool.indexOf(sign);
  return pool[(Math.max(at, 0) + 1 + (byte % (pool.length - 1))) % pool.length] ?? "x";
};

const letter = (sign: string, byte: number): string => {
  const small = sign.toLowerCase();
  const masked = other(/^[a-z]$/.test(small) ? ascii : norwegian, small, byte);
  return /\p{Lu}/u.test(sign) ? masked.toUpperCase() : masked;
};

const masked = (sign: string, byte: number): string => {
  if (/\d/.test(sign)) return String((Number(sign) + 1 + (byte % 9)) % 10);
  if (/\p{L}/u.test(sign)) return letter(sign, byte);
  return /[\s\p{P}]/u.test(sign) ? sign : "?";
};

// Bytes are asked for a stretch at a time: one text may be long.
const stretch = 32;

/** A text of the same length: letters for letters, digits for digits, each unlike the one before; signs stay. */
export const maskedText = (text: string, draw: Draw): string => {
  const signs = [...text];
  const parts = Array.from({ length: Math.ceil(signs.length / stretch) }, (_, part) => {
    const bytes = draw(`${part} ${text}`);
    const own = signs.slice(part * stretch, (part + 1) * stretch);
    return own.map((sign, index) => masked(sign, bytes[index % bytes.length] ?? 0)).join("");
  });
  return parts.join("");
};

/** Another UUID of the same version and variant, written in the same case. */
export const maskedUuid = (uuid: string, draw: Draw): string => {
  const bytes = draw(uuid.toLowerCase());
  const small = [...uuid.toLowerCase()].map((sign, index) => {
    if (sign === "-" || index === 14 || index === 19) return sign;
    return ((Number.parseInt(sign, 16) + 1 + ((bytes[index % bytes.length] ?? 0) % 15)) % 16).toString(16);
  });
  return uuid === uuid.toUpperCase() ? small.join("").toUpperCase() : small.join("");
};
