import pino from "pino";
import { allowed, eventName } from "./fields.ts";
import type { Fields } from "./fields.ts";

export type Level = "debug" | "info" | "warn" | "error";

/** The only way to say something in operation: an event name and allow-listed fields, never a text of a message. */
export interface Observe {
  readonly event: (level: Level, name: string, fields: Fields) => void;
}

export interface ObserveOptions {
  readonly service: string;
  /** Lowest level that is printed; `silent` prints nothing. */
  readonly level: string;
  /** Where lines go; standard error unless told otherwise. */
  readonly write?: (line: string) => void;
  /** Told how many fields of a line were not printed. */
  readonly onDropped?: (fields: number) => void;
}

/** JSON lines on standard error; standard output is for programs' answers. */
export const makeObserve = ({ service, level, write, onDropped }: ObserveOptions): Observe => {
  // Synchronous, so that the last line of a process that dies is not lost.
  const to = write ? { write } : pino.destination({ dest: 2, sync: true });
  const formatters = { level: (label: string) => ({ level: label }) };
  const logger = pino({ level, base: { service }, timestamp: pino.stdTimeFunctions.isoTime, formatters }, to);
  return {
    event: (at, name, fields) => {
      if (!logger.isLevelEnabled(at)) return;
      const event = eventName(name);
      const { kept, dropped: refused } = allowed(fields);
      const dropped = refused + (event === undefined ? 1 : 0);
      if (dropped > 0) onDropped?.(dropped);
      logger[at]({ event: event ?? "unnamed", ...kept, ...(dropped === 0 ? {} : { dropped }) });
    },
  };
};
