import type { Fact } from "@samvirke/contracts";
import type { Either } from "@samvirke/kernel";
import type { Known, ParkFailure } from "@samvirke/stage";
import type { Command } from "../core/model.ts";
import type { CommandDeps } from "./commands.ts";
import { commandsFor } from "./commands.ts";
import type { MergedDeps } from "./merged.ts";
import { mergedCommand } from "./merged.ts";

type Message = Known<Fact<"MessageReceived", "case">>;
type Merged = Known<Fact<"PersonMerged", never>>;
type Read = Known<Fact<"MessageReceived" | "PersonMerged", "case">>;
type Answer = Either<ParkFailure, Command | undefined>;

const isMessage = (known: Read): boolean => known.record.type === "MessageReceived";

/** Commands for a batch of what the intake reads, in its order. Rejects when archive, log or registers give no answer. */
export const commandsOf = (deps: CommandDeps & MergedDeps) => {
  const ofMessages = commandsFor(deps);
  return async (known: ReadonlyArray<Read>): Promise<ReadonlyArray<Answer>> => {
    // The record's type is the fact's.
    const messages = known.filter(isMessage) as unknown as ReadonlyArray<Message>;
    const others = known.filter((one) => !isMessage(one)) as unknown as ReadonlyArray<Merged>;
    const [answers, merged] = await Promise.all([
      ofMessages(messages),
      Promise.all(others.map((one) => mergedCommand(one, deps))),
    ]);
    const [nextMessage, nextMerged] = [answers.values(), merged.values()];
    return known.map((one): Answer => (isMessage(one) ? nextMessage : nextMerged).next().value as Answer);
  };
};
