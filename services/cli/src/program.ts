import { Command, CommanderError } from "commander";
import type { Io } from "./adapter/io.ts";
import { HubAway, Refused, UsageError } from "./adapter/io.ts";
import { addCase } from "./commands/case.ts";
import { addJournal } from "./commands/journal.ts";
import { addControl } from "./commands/control.ts";
import type { AddCommand, Session } from "./commands/options.ts";
import { addParked } from "./commands/parked.ts";
import { addReplay } from "./commands/replay.ts";
import { addRebuild } from "./commands/rebuild.ts";
import { addRules } from "./commands/rules.ts";
import { addSample } from "./commands/sample.ts";
import { addSend } from "./commands/send.ts";
import { addStatus } from "./commands/status.ts";
import { addValidate } from "./commands/validate.ts";
import { addReseed } from "./commands/reseed.ts";
import { addVerify } from "./commands/verify.ts";
import type { Exit } from "./core/exit.ts";
import { exit } from "./core/exit.ts";

const commands: ReadonlyArray<AddCommand> = [
  addStatus,
  addSend,
  addValidate,
  addCase,
  addParked,
  addControl,
  addReplay,
  addVerify,
  addReseed,
  addJournal,
  addRebuild,
  addRules,
  addSample,
];

const help = `
The local hub is started and ended by:
  samvirke up [--detach] [--services=separate] [--bridge]
  samvirke down
The demonstration is played on it once more by:
  samvirke demo [--json]

The fault drill, on a hub of its own:
  samvirke drill [--small] [--entry NAME] [--list]; samvirke drill --help tells all

Exit codes: 0 done, 1 some refused or failed, 2 wrong usage, 3 hub not reachable.
Addresses: SAMVIRKE_HEALTH_URL, SAMVIRKE_WELFARE_URL, SAMVIRKE_OPERATIONS_URL, SAMVIRKE_PARTIES_FILE; without them the local hub's.`;

const onlyBreaks = (program: Command, io: Io): Command =>
  program.exitOverride().configureOutput({ writeOut: (text) => io.write(Buffer.from(text)), writeErr: io.tell });

const programOf = (io: Io, ends: (how: Exit) => void): Command => {
  const program = onlyBreaks(new Command("samvirke"), io)
    .description("The hub between health care and welfare, from the command line.")
    .option("--json", "answer with JSON lines of stable field names")
    .addHelpText("after", help);
  const session: Session = { io, ends, isJson: () => program.opts<{ readonly json?: boolean }>().json === true };
  for (const add of commands) add(program, session);
  return program;
};

const fateOf = (error: unknown): { readonly how: Exit; readonly text: string } => {
  if (error instanceof CommanderError) return { how: error.exitCode === 0 ? exit.done : exit.usage, text: "" };
  if (error instanceof UsageError) return { how: exit.usage, text: error.message };
  if (error instanceof HubAway) return { how: exit.away, text: error.message };
  if (error instanceof Refused) return { how: exit.refused, text: error.message };
  return { how: exit.refused, text: error instanceof Error ? error.message : "The command failed." };
};

/** Runs one command; answers with its exit code. */
export const run = async (args: ReadonlyArray<string>, io: Io): Promise<Exit> => {
  let ended: Exit = exit.done;
  try {
    await programOf(io, (how) => (ended = how)).parseAsync([...args], { from: "user" });
    return ended;
  } catch (error) {
    const { how, text } = fateOf(error);
    if (text !== "") io.tell(`${text}\n`);
    return how;
  }
};
