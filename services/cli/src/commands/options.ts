import type { Command } from "commander";
import { InvalidArgumentError } from "commander";
import type { Exit } from "../core/exit.ts";
import type { Sector } from "../adapter/hub.ts";
import type { Io } from "../adapter/io.ts";

/** What every command is given. */
export interface Session {
  readonly io: Io;
  /** How the command ended; done unless it says otherwise. */
  readonly ends: (how: Exit) => void;
  /** Whether answers are to be JSON lines. */
  readonly isJson: () => boolean;
}

/** Adds a command to the program. */
export type AddCommand = (program: Command, session: Session) => void;

/** A whole number within bounds, for an option. */
export const wholeNumber =
  (min: number, max: number) =>
  (text: string): number => {
    const value = /^\d{1,9}$/.test(text) ? Number(text) : Number.NaN;
    if (value >= min && value <= max) return value;
    throw new InvalidArgumentError(`It is a whole number from ${min} to ${max}.`);
  };

/** A side of the border, for an option. */
export const sector = (text: string): Sector => {
  if (text === "health" || text === "welfare" || text === "employer") return text;
  throw new InvalidArgumentError("It is health, welfare or employer.");
};

const timeForm = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{1,9})?(Z|[+-]\d{2}:\d{2})$/i;

/** A time with its zone, for an option. Source: RFC 3339. */
export const time = (text: string): string => {
  if (timeForm.test(text) && !Number.isNaN(Date.parse(text))) return text;
  throw new InvalidArgumentError("It is a date and time with zone, such as 2026-03-02T09:30:00+01:00.");
};

const topicForm = /^[A-Za-z0-9._-]{1,249}$/;

/** The name of a Kafka topic, for an option. */
export const topic = (text: string): string => {
  if (topicForm.test(text)) return text;
  throw new InvalidArgumentError("It is the name of a Kafka topic.");
};
