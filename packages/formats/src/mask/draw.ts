/**
 * Bytes that belong to a text and cannot be guessed without the key of whoever draws.
 *
 * Shape: the same text gives the same bytes; at least one byte.
 */
export type Draw = (what: string) => Uint8Array;

/** The n-th byte that belongs to a text. */
export const byteAt = (draw: Draw, what: string, index: number): number => {
  const bytes = draw(what);
  if (index < bytes.length) return bytes[index] ?? 0;
  return byteAt(draw, `${Math.floor(index / bytes.length)} ${what}`, index % bytes.length);
};
