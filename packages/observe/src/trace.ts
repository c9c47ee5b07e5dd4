import { randomBytes } from "node:crypto";

/** One step of a trace. Source: W3C Trace Context, level 1. */
export interface Trace {
  /** 32 hexadecimal digits, the same in the whole trace. */
  readonly traceId: string;
  /** 16 hexadecimal digits, this step's own. */
  readonly spanId: string;
  /** The header's value for what this step sends on. */
  readonly traceparent: string;
}

// traceparent = version "-" trace-id "-" parent-id "-" flags; later versions may add more after another "-".
// Version ff and ids of zeros are invalid.
const form = /^(?!ff)([0-9a-f]{2})-(?!0{32})([0-9a-f]{32})-(?!0{16})[0-9a-f]{16}-([0-9a-f]{2})(-.*)?$/;
const nothing = /^0+$/;
const sampled = "01";

interface Parent {
  readonly traceId: string;
  readonly flags: string;
}

const parentOf = (traceparent: string): Parent | undefined => {
  const match = form.exec(traceparent);
  const [, version, traceId, flags, more] = match ?? [];
  if (traceId === undefined || flags === undefined) return undefined;
  return version === "00" && more !== undefined ? undefined : { traceId, flags };
};

// All zeros mean "none"; a random draw of it is drawn again.
const draw = (bytes: number): string => {
  const hex = randomBytes(bytes).toString("hex");
  return nothing.test(hex) ? draw(bytes) : hex;
};

/** The next step of the trace that a header names, or the first of a new one where the header is missing or invalid. Random: never in a core. */
export const nextTrace = (traceparent?: string): Trace => {
  const { traceId, flags } = parentOf(traceparent ?? "") ?? { traceId: draw(16), flags: sampled };
  const spanId = draw(8);
  return { traceId, spanId, traceparent: `00-${traceId}-${spanId}-${flags}` };
};
