import { operationsClient, posting } from "../adapter/http.ts";
import type { GroundsOptions } from "./grounds.ts";
import { addGrounds, groundsOf } from "./grounds.ts";
import type { AddCommand, Session } from "./options.ts";

interface Control {
  readonly stage: string;
  readonly paused: boolean;
  readonly reason: string | null;
  readonly by: string;
  readonly at: string;
}

const ask = async (
  { io, isJson }: Session,
  wish: { readonly stage: string; readonly verb: "pause" | "resume" },
  options: GroundsOptions,
): Promise<void> => {
  const path = `/v1/stages/${encodeURIComponent(wish.stage)}/${wish.verb}`;
  const told = await operationsClient(io).read<Control>(posting(path, groundsOf(io, options)));
  io.out(
    isJson() ? JSON.stringify(told) : `${told.stage} is asked to ${wish.verb}, by ${told.by}: ${told.reason ?? ""}`,
  );
};

const descriptions = {
  pause: "let a stage stand until it is resumed; status shows who asked and why",
  resume: "let a stage go on that was paused by hand or stopped by itself",
} as const;

/** `pause` and `resume`: a stage by hand. */
export const addControl: AddCommand = (program, session) => {
  for (const verb of ["pause", "resume"] as const) {
    const command = program
      .command(verb)
      .description(descriptions[verb])
      .argument("<STAGE>", "the stage, by its name in status");
    addGrounds(command).action((stage: string, options: GroundsOptions) => ask(session, { stage, verb }, options));
  }
};
