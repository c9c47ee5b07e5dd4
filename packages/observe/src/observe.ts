import pino from "pino";
import { allowed } from "./fields.ts";
import type { Fields } from "./fields.ts";

export type Level = "debug" | "info" | "warn" | "error";

/** The only way to say something in operation: an event name and allow-listed fields, never a text of a message. */
export interface Observe {
  readonly event: (level: Level, name: string, fields: Fields) => void;
}

export interface ObserveOptions {
  readonly service: string;
  readonly level: string;
  /** Where lines go; standard error unless told otherwise. */
  readonly write?: (line: string) => void;
}

/** JSON lines on standard error; standard output is for programs' answers. */
export const makeObserve = ({ service, level, write }: ObserveOptions): Observe => {
  const to = write ? { write } : pino.destination({ dest: 2, sync: true });
  const logger = pino({ level, base: { service }, timestamp: pino.stdTimeFunctions.isoTime }, to);
  return {
    event: (at, name, fields) => {
      const { kept, dropped } = allowed(fields);
      logger[at]({ event: name, ...kept, ...(dropped === 0 ? {} : { dropped }) });
    },
  };
};
