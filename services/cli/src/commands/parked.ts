import type { Command } from "commander";
import { operationsClient, posting } from "../adapter/http.ts";
import type { ParkedPage, ParkedRecord } from "../core/parked-text.ts";
import { parkedLines, recordLines } from "../core/parked-text.ts";
import type { GroundsOptions } from "./grounds.ts";
import { addGrounds, groundsOf } from "./grounds.ts";
import type { AddCommand, Session } from "./options.ts";
import { addRedrive } from "./redrive.ts";

interface ListOptions {
  readonly stage?: string;
  readonly class?: string;
}

const withQuery = (path: string, query: Readonly<Record<string, string | undefined>>): string => {
  const given = Object.entries(query).flatMap(([name, value]) =>
    value === undefined ? [] : [`${name}=${encodeURIComponent(value)}`],
  );
  return given.length === 0 ? path : `${path}?${given.join("&")}`;
};

const list = async ({ io, isJson }: Session, options: ListOptions): Promise<void> => {
  const path = withQuery("/v1/parked", { stage: options.stage, class: options.class });
  const page = await operationsClient(io).read<ParkedPage>({ path });
  for (const line of isJson() ? page.persons.map((person) => JSON.stringify(person)) : parkedLines(page)) io.out(line);
};

const counts = async ({ io }: Session): Promise<void> => {
  const page = await operationsClient(io).read<ParkedPage>({ path: "/v1/parked?limit=1" });
  for (const count of page.counts) io.out(JSON.stringify({ ...count, asks: page.asks[count.reason]?.remedy ?? null }));
};

const show = async ({ io, isJson }: Session, stage: string, person: string): Promise<void> => {
  const path = `/v1/parked/${encodeURIComponent(stage)}/${encodeURIComponent(person)}`;
  const { records } = await operationsClient(io).read<{ readonly records: ReadonlyArray<ParkedRecord> }>({ path });
  for (const line of isJson() ? records.map((record) => JSON.stringify(record)) : records.flatMap(recordLines))
    io.out(line);
};

interface Discard {
  readonly stage: string;
  readonly personId: string;
  readonly eventId: string;
  readonly type: string;
  readonly left: number;
  readonly redriven: boolean;
}

const discardText = ({ stage, type, eventId, left, redriven }: Discard): string =>
  `${type} ${eventId} is given up in ${stage}.${left === 0 ? "" : ` ${left} more of the person ${redriven ? "are taken up now" : "stay parked"}.`}`;

const discard = async (
  { io, isJson }: Session,
  what: { readonly stage: string; readonly eventId: string },
  options: GroundsOptions,
): Promise<void> => {
  const told = await operationsClient(io).read<Discard>(
    posting("/v1/parked/discard", { ...what, ...groundsOf(io, options) }),
  );
  io.out(isJson() ? JSON.stringify(told) : discardText(told));
};

interface Discarded {
  readonly stage: string;
  readonly type: string;
  readonly eventId: string;
  readonly at: string;
  readonly by: string;
  readonly reason: string;
}

const discarded = async ({ io, isJson }: Session, options: { readonly stage?: string }): Promise<void> => {
  const { records } = await operationsClient(io).read<{ readonly records: ReadonlyArray<Discarded> }>({
    path: withQuery("/v1/discarded", { stage: options.stage }),
  });
  if (records.length === 0 && !isJson()) return io.out("Nothing was given up.");
  const line = (one: Discarded): string =>
    `${one.at} ${one.stage} ${one.type} ${one.eventId} by ${one.by}: ${one.reason}`;
  for (const one of records) io.out(isJson() ? JSON.stringify(one) : line(one));
};

const addDiscard = (parked: Command, session: Session): void => {
  const command = parked
    .command("discard")
    .description("give up one parked record for good; what waited behind it goes on, and rebuilds pass it by")
    .argument("<STAGE>", "the stage that parked it")
    .argument("<RECORD>", "the record's id, as show tells it");
  addGrounds(command).action((stage: string, eventId: string, options: GroundsOptions) =>
    discard(session, { stage, eventId }, options),
  );
  parked
    .command("discarded")
    .description("what was given up, by whom and why")
    .option("--stage <name>", "of one stage only")
    .action((options: { readonly stage?: string }) => discarded(session, options));
};

/** `parked`: records that could not be handled. */
export const addParked: AddCommand = (program, session) => {
  const parked = program
    .command("parked")
    .description("look at records that could not be handled; redrive them, or give one up");
  parked
    .command("list")
    .description("persons with parked records, oldest first, with counts and what each class asks for")
    .option("--stage <name>", "of one stage only")
    .option("--class <name>", "of one class only: contract, defect, constraint, too-long")
    .action((options: ListOptions) => list(session, options));
  parked
    .command("counts")
    .description("how many are parked by stage, class and age, as JSON lines")
    .action(() => counts(session));
  parked
    .command("show")
    .description("what a stage has parked of a person: reasons and the public part; sealed parts stay sealed")
    .argument("<STAGE>")
    .argument("<PERSON>")
    .action((stage: string, person: string) => show(session, stage, person));
  addRedrive(parked, session);
  addDiscard(parked, session);
};
