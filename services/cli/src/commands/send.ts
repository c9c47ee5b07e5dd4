import { InvalidArgumentError } from "commander";
import { exit } from "../core/exit.ts";
import type { SentLine } from "../core/sent-line.ts";
import { isFine, sentSummary, sentText } from "../core/sent-line.ts";
import { sourcesOf } from "../adapter/files.ts";
import type { Sector } from "../adapter/hub.ts";
import { gatewayClient } from "../adapter/http.ts";
import type { Client } from "../adapter/http.ts";
import { inOrder } from "../adapter/in-order.ts";
import { makeProgress } from "../adapter/progress.ts";
import { sendMessage } from "../adapter/send-message.ts";
import type { AddCommand, Session } from "./options.ts";
import { sector, time, topic, wholeNumber } from "./options.ts";

interface SendOptions {
  readonly from?: Sector;
  readonly party?: string;
  readonly wait?: boolean;
  readonly timeout: number;
  readonly receivedAt?: string;
  readonly topic?: string;
  readonly concurrency: number;
}

const send = async (
  { io, ends, isJson }: Session,
  args: ReadonlyArray<string>,
  options: SendOptions,
): Promise<void> => {
  const sources = await sourcesOf(io, args);
  const gateways = new Map<Sector, Client>();
  const gatewayOf = (side: Sector): Client => {
    const gateway = gateways.get(side) ?? gatewayClient(io, side, options.party);
    gateways.set(side, gateway);
    return gateway;
  };
  const waitMs = options.wait === true ? options.timeout * 1000 : undefined;
  const deps = {
    gatewayOf,
    from: options.from,
    receivedAt: options.receivedAt,
    topic: options.topic,
    waitMs,
    now: io.now,
  };
  const progress = makeProgress(io, "Sending", sources.length);
  const told: Array<SentLine> = [];
  const onResult = (line: SentLine): void => {
    told.push(line);
    progress.clear();
    io.out(isJson() ? JSON.stringify(line) : sentText(line));
    progress.done(told.length);
  };
  const lines = await inOrder(sources, options.concurrency, { work: (source) => sendMessage(deps, source), onResult });
  progress.clear();
  if (!isJson() && lines.length > 1) io.out(sentSummary(lines));
  if (!lines.every(isFine)) ends(exit.refused);
};

const help = `
FILE is a file, a folder (with everything below it), a pattern in quotes, or - for standard input. XML, JSON, FHIR and
Avro are told by the file's ending and its content. A record whose key says something is sent with it, as
{"key": "...", "value": {...}}; one without a value as {"key": "...", "value": null}.
kind is sick-leave, dialogue, referral, medical-statement, follow-up-plan, receipt, status, validation, tombstone,
meeting, decision, spell, line-manager, person or unknown.
Each file gives one line, in the order given. With --json its fields are file, messageId, kind, format, outcome
(accepted, rejected, repeat, duplicate, conflict, malformed, unsupported; null while it is not known), route,
rules, appRec, warnings, personId, caseId and ms; and error where something went wrong.
Exit code 0: all accepted, repeat or duplicate. 1: some refused or failed. 3: the hub is not reachable.

Examples:
  samvirke send certificate.xml --wait
  samvirke send ./certificates --wait --json --concurrency 8
  samvirke sample sick-leave | samvirke send - --wait
  samvirke sample meeting-called | samvirke send - --from welfare --wait
  samvirke send plan.json --from employer --wait`;

/** `send`: messages through a gateway. */
export const addSend: AddCommand = (program, session) => {
  program
    .command("send")
    .description("send wire messages through a gateway and tell what became of each")
    .argument("<FILE...>", "files, folders or patterns; - for standard input")
    .option(
      "--from <side>",
      "the side that sends: health, welfare or employer (default: health for XML and FHIR, welfare for JSON and Avro)",
      sector,
    )
    .option("--party <id>", "the party that sends, by the party file (default: the side's receiving station)")
    .option("--wait", "wait until every hop has handled each message")
    .option("--timeout <seconds>", "longest wait for one message", wholeNumber(1, 3_600), 60)
    .option("--received-at <time>", "receipt time of messages that carry none; receiving stations only", time)
    .option(
      "--topic <name>",
      "the topic that records were taken from; a null value means something else in each",
      topic,
    )
    .option(
      "--concurrency <n>",
      "messages under way at once; with 1 they are sent one after another",
      wholeNumber(1, 256),
      1,
    )
    .addHelpText("after", help)
    .action(async (files: ReadonlyArray<string>, options: SendOptions) => {
      if (files.filter((file) => file === "-").length > 1)
        throw new InvalidArgumentError("Standard input can be read once.");
      await send(session, files, options);
    });
};
