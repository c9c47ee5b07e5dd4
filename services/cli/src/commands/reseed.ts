import { setTimeout as delay } from "node:timers/promises";
import { operationsClient, posting } from "../adapter/http.ts";
import { Refused, UsageError } from "../adapter/io.ts";
import type { GroundsOptions } from "./grounds.ts";
import { addGrounds, groundsOf } from "./grounds.ts";
import type { AddCommand, Session } from "./options.ts";
import { topic as topicOption, wholeNumber } from "./options.ts";
import { verify } from "./verify.ts";

interface ReseedOptions extends GroundsOptions {
  readonly delete?: boolean;
  readonly yes?: boolean;
  readonly timeout: number;
}

interface Told {
  readonly state: "asked" | "refused" | "seeding";
}

const pollMs = 250;

/** Waits until the relay has begun or refused. */
const answered = async ({ io }: Session, path: string, seconds: number): Promise<Told["state"]> => {
  const operations = operationsClient(io);
  for (const end = io.now() + seconds * 1000; ;) {
    const { state } = await operations.read<Told>({ path });
    if (state !== "asked" || io.now() >= end) return state;
    await delay(pollMs);
  }
};

const reseed = async (session: Session, topic: string, options: ReseedOptions): Promise<void> => {
  if (options.delete === true && options.yes !== true)
    throw new UsageError("--delete takes the topic away, offsets and all; say --yes as well.");
  const { io } = session;
  const path = `/v1/topics/${encodeURIComponent(topic)}/reseed`;
  const body = { ...groundsOf(io, options), delete: options.delete === true };
  await operationsClient(io).read<Told>(posting(path, body));
  const state = await answered(session, path, options.timeout);
  if (state === "refused") throw new Refused("The topic holds records; --delete --yes takes it away first.");
  if (state === "asked") throw new Refused("The relay has not answered; the wish stands. Look with: samvirke status");
  await verify(session, topic);
};

const help = `
The relay makes the topic anew and copies the log from the first position on; stages go on meanwhile, and do nothing
twice: they go by positions, not by offsets. In the end the log and Kafka are compared, as verify does.
Exit code 1 when the topic holds records and is not to be deleted, or when something differs in the end.

  samvirke reseed samvirke.events --delete --yes --why "a disk was lost"`;

/** `reseed`: a topic of Kafka once more from the log. */
export const addReseed: AddCommand = (program, session) => {
  const command = program
    .command("reseed")
    .description("fill an empty or deleted topic of Kafka anew from the log, and compare")
    .argument("<TOPIC>", "the topic, by its name in status", topicOption)
    .option("--delete", "delete the topic first when it holds records")
    .option("--yes", "with --delete: yes, really")
    .option("--timeout <seconds>", "how long to wait for the relay to begin", wholeNumber(1, 3_600), 60)
    .addHelpText("after", help);
  addGrounds(command).action((topic: string, options: ReseedOptions) => reseed(session, topic, options));
};
