import type { MessageStatus } from "../core/answers.ts";
import type { CaseDocument, Reasons } from "../core/case-text.ts";
import { caseLines } from "../core/case-text.ts";
import type { Sector } from "../adapter/hub.ts";
import { gatewayClient, operationsClient, posting } from "../adapter/http.ts";
import type { Io } from "../adapter/io.ts";
import { painter, Refused, UsageError } from "../adapter/io.ts";
import { follow } from "./case-follow.ts";
import type { AddCommand, Session } from "./options.ts";
import { sector } from "./options.ts";

interface CaseOptions {
  readonly number?: boolean;
  readonly from: Sector;
  readonly party?: string;
  readonly at?: string;
  readonly follow?: boolean;
}

interface SickLeaves {
  readonly items: ReadonlyArray<{ readonly personId: string }>;
}

// The number stays out of arguments, which other users of a machine can see, and out of URLs.
const byNumber = async (io: Io, options: CaseOptions): Promise<ReadonlyArray<string>> => {
  const number = Buffer.from(await io.stdin())
    .toString("utf8")
    .trim();
  if (!/^\d{11}$/.test(number)) throw new UsageError("Standard input is to hold one identity number of eleven digits.");
  const gateway = gatewayClient(io, options.from, options.party);
  const found = await gateway.read<SickLeaves>(posting("/v1/views/sick-leaves/search", { number }));
  const persons = [...new Set(found.items.map(({ personId }) => personId))];
  if (persons.length === 0) throw new Refused(`The ${options.from} side knows no sick leave under this number.`);
  return persons;
};

const wanted = async (io: Io, id: string | undefined, options: CaseOptions): Promise<ReadonlyArray<string>> => {
  if (options.number === true) {
    if (id !== undefined) throw new UsageError("Give an ID, or --number with the number on standard input.");
    return byNumber(io, options);
  }
  if (id === undefined) throw new UsageError("Give a message id, sick-leave id or person id, or --number.");
  return [id];
};

const mostAsked = 50;

// Rules and receipts are sealed where operations looks; NAV's side may read them. Without them the case is told all the same.
const reasonsOf = async (io: Io, messageId: string): Promise<Reasons | null> => {
  try {
    const status = await gatewayClient(io, "welfare", undefined).read<MessageStatus>({
      path: `/v1/messages/${messageId}`,
    });
    return { rules: status.rules, appRec: status.appRec };
  } catch {
    return null;
  }
};

const withReasons = async (io: Io, told: CaseDocument): Promise<CaseDocument> => {
  const asked = new Set(told.messages.slice(-mostAsked).map(({ messageId }) => messageId));
  const messages = told.messages.map(async (message) => ({
    ...message,
    reasons: asked.has(message.messageId) ? await reasonsOf(io, message.messageId) : null,
  }));
  return { ...told, messages: await Promise.all(messages) };
};

const withoutReasons = (told: CaseDocument): CaseDocument => ({
  ...told,
  messages: told.messages.map((message) => ({ ...message, reasons: null })),
});

const pathOf = (id: string, { at }: CaseOptions): string =>
  `/v1/cases/${encodeURIComponent(id)}${at === undefined ? "" : `?at=${encodeURIComponent(at)}`}`;

const showOne = async ({ io, isJson }: Session, id: string, options: CaseOptions): Promise<CaseDocument> => {
  const told = await operationsClient(io).read<CaseDocument>({ path: pathOf(id, options) });
  // Reasons are what is known now; of a moment they would tell too much.
  const shown = options.at === undefined ? await withReasons(io, told) : withoutReasons(told);
  for (const line of isJson() ? [JSON.stringify(shown)] : caseLines(shown, painter(io))) io.out(line);
  return told;
};

const show = async (session: Session, id: string | undefined, options: CaseOptions): Promise<void> => {
  const isFollowed = options.follow === true;
  if (options.at !== undefined && isFollowed) throw new UsageError("Give --at or --follow, not both.");
  const all = await wanted(session.io, id, options);
  if (isFollowed && all.length > 1) throw new UsageError("Several persons have this number; follow one by its id.");
  for (const one of all) {
    const told = await showOne(session, one, options);
    if (isFollowed) await follow(session, one, told);
  }
};

const help = `
ID is a message id, a sick-leave id (caseId) or a person id. The answer comes first: where is it, and why not further?
With --number the person is looked up by an identity number that is read from standard input, never from an argument.

With --at the case is told as it was known then: the log's records up to that moment, and rows that the projectors make
of those in isolation, which takes some seconds. A moment is an RFC 3339 time, or a record of the log as
TOPIC/PARTITION/POSITION: the moment that it was taken. Stages that write nothing to the log are taken to have kept up;
what was parked then and is not any more is not told.
With --follow what is new comes as it happens: events, outcomes, documents, receipts, who has the ball. Ctrl-C ends.

Examples:
  samvirke case 5b1f0c52-7a1e-5d40-9c3a-0d6f1e2a7b11
  samvirke case --number < number.txt
  samvirke case 5b1f0c52-7a1e-5d40-9c3a-0d6f1e2a7b11 --at 2026-03-02T09:30:00+01:00
  samvirke case 5b1f0c52-7a1e-5d40-9c3a-0d6f1e2a7b11 --at samvirke.events/3/120
  samvirke case 5b1f0c52-7a1e-5d40-9c3a-0d6f1e2a7b11 --follow --json`;

/** `case`: everything known of a case. */
export const addCase: AddCommand = (program, session) => {
  program
    .command("case")
    .description("tell everything known of a message, a sick leave or a person: where is it, and why not further?")
    .argument("[ID]", "a message id, sick-leave id or person id")
    .option("--number", "look the person up by an identity number read from standard input")
    .option("--from <side>", "the side whose view --number looks in: health or welfare", sector, "welfare" as Sector)
    .option("--party <id>", "the party that looks, by the party file")
    .option("--at <moment>", "as it was known at a time, or when TOPIC/PARTITION/POSITION was taken")
    .option("--follow", "go on and tell what is new")
    .addHelpText("after", help)
    .action((id: string | undefined, options: CaseOptions) => show(session, id, options));
};
