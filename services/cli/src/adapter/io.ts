/** The world as a command sees it. */
export interface Io {
  /** One line of the answer. */
  readonly out: (line: string) => void;
  /** Text of the answer as it stands, without a line end of its own. */
  readonly write: (bytes: Uint8Array) => void;
  /** What is told beside the answer: progress, errors, help. */
  readonly tell: (text: string) => void;
  readonly stdin: () => Promise<Uint8Array>;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly user: string;
  /** Whether answers go to a person, who likes tables and colours. */
  readonly isTerminal: boolean;
  /** Whether what is told goes to a person, who likes to see progress. */
  readonly isWatched: boolean;
  readonly now: () => number;
  /** Calls back once when somebody interrupts, instead of ending at once. */
  readonly onInterrupt: (act: () => void) => void;
}

/** Wrong usage: told with how it is meant, exit code 2. */
export class UsageError extends Error {}

/** The hub, or what is needed to reach it, is not there: exit code 3. */
export class HubAway extends Error {}

/** The hub answered that it will not; exit code 1. */
export class Refused extends Error {}

type Colour = "red" | "green" | "yellow" | "bold";

const codes: Readonly<Record<Colour, readonly [number, number]>> = {
  red: [31, 39],
  green: [32, 39],
  yellow: [33, 39],
  bold: [1, 22],
};

/** Colours a text on a terminal; elsewhere, or where NO_COLOR is set, it stays plain. */
export const painter =
  (io: Pick<Io, "isTerminal" | "env">) =>
  (colour: Colour, text: string): string => {
    if (!io.isTerminal || (io.env["NO_COLOR"] ?? "") !== "") return text;
    const [on, off] = codes[colour];
    return `\u001B[${on}m${text}\u001B[${off}m`;
  };
