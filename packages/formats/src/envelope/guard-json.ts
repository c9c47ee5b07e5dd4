import type { HostileReason, MessageLimits } from "../xml/guard.ts";

const quote = 0x22;
const backslash = 0x5c;
const opening: ReadonlySet<number> = new Set([0x7b, 0x5b]);
const closing: ReadonlySet<number> = new Set([0x7d, 0x5d]);
const comma = 0x2c;
const structural: ReadonlySet<number> = new Set([...opening, ...closing, comma]);

/** The index after a text that begins at an index; the end of the bytes where it does not end. */
const afterText = (bytes: Uint8Array, start: number): number => {
  let end = bytes.indexOf(quote, start + 1);
  while (end > 0 && bytes[end - 1] === backslash) {
    let slashes = 1;
    while (bytes[end - 1 - slashes] === backslash) slashes += 1;
    if (slashes % 2 === 0) break;
    end = bytes.indexOf(quote, end + 1);
  }
  return end < 0 ? bytes.length : end + 1;
};

interface Extent {
  readonly depth: number;
  readonly nodes: number;
}

const grown = ({ depth, nodes }: Extent, byte: number): Extent => {
  if (opening.has(byte)) return { depth: depth + 1, nodes: nodes + 1 };
  if (closing.has(byte)) return { depth: depth - 1, nodes };
  return byte === comma ? { depth, nodes: nodes + 1 } : { depth, nodes };
};

/** How deep and how wide JSON is, read no further than the limits. */
export const jsonRefusal = (bytes: Uint8Array, { maxDepth, maxNodes }: MessageLimits): HostileReason | undefined => {
  if (bytes.includes(0)) return "BINARY";
  let extent: Extent = { depth: 0, nodes: 0 };
  for (let at = 0; at < bytes.length;) {
    const byte = bytes[at] ?? 0;
    if (structural.has(byte)) extent = grown(extent, byte);
    if (extent.depth > maxDepth) return "TOO_DEEP";
    if (extent.nodes > maxNodes) return "TOO_COMPLEX";
    at = byte === quote ? afterText(bytes, at) : at + 1;
  }
  return undefined;
};
