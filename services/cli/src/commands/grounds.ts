import type { Command } from "commander";
import type { Io } from "../adapter/io.ts";

/** Who asks for something, and why, as options give it. */
export interface GroundsOptions {
  readonly why: string;
  readonly as?: string;
}

/** What a command that changes something must be given; both are kept in the journal. */
export const addGrounds = (command: Command): Command =>
  command
    .requiredOption("--why <text>", "why, for the journal; no personal data")
    .option("--as <name>", "who asks (default: SAMVIRKE_OPERATOR, else your user name)");

/** Who asks: as named, as the environment says, or as the system knows the user. */
export const operatorOf = ({ env, user }: Pick<Io, "env" | "user">, as: string | undefined): string => {
  const named = as ?? env["SAMVIRKE_OPERATOR"] ?? "";
  return named === "" ? user : named;
};

/** The grounds as operations takes them. */
export const groundsOf = (io: Pick<Io, "env" | "user">, { why, as }: GroundsOptions) => ({
  reason: why,
  by: operatorOf(io, as),
});
