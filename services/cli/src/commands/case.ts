import type { MessageStatus } from "../core/answers.ts";
import type { CaseDocument, Reasons } from "../core/case-text.ts";
import { caseLines } from "../core/case-text.ts";
import type { Sector } from "../adapter/hub.ts";
import { gatewayClient, operationsClient, posting } from "../adapter/http.ts";
import type { Io } from "../adapter/io.ts";
import { painter, Refused, UsageError } from "../adapter/io.ts";
import type { AddCommand, Session } from "./options.ts";
import { sector } from "./options.ts";

interface CaseOptions {
  readonly number?: boolean;
  readonly from: Sector;
  readonly party?: string;
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

const show = async ({ io, isJson }: Session, id: string | undefined, options: CaseOptions): Promise<void> => {
  const operations = operationsClient(io);
  for (const one of await wanted(io, id, options)) {
    const told = await operations.read<CaseDocument>({ path: `/v1/cases/${encodeURIComponent(one)}` });
    const shown = await withReasons(io, told);
    for (const line of isJson() ? [JSON.stringify(shown)] : caseLines(shown, painter(io))) io.out(line);
  }
};

const help = `
ID is a message id, a sick-leave id (caseId) or a person id. The answer comes first: where is it, and why not further?
With --number the person is looked up by an identity number that is read from standard input, never from an argument.

Examples:
  samvirke case 5b1f0c52-7a1e-5d40-9c3a-0d6f1e2a7b11
  samvirke case --number < number.txt`;

/** `case`: everything known of a case. */
export const addCase: AddCommand = (program, session) => {
  program
    .command("case")
    .description("tell everything known of a message, a sick leave or a person: where is it, and why not further?")
    .argument("[ID]", "a message id, sick-leave id or person id")
    .option("--number", "look the person up by an identity number read from standard input")
    .option("--from <side>", "the side whose view --number looks in: health or welfare", sector, "welfare" as Sector)
    .option("--party <id>", "the party that looks, by the party file")
    .addHelpText("after", help)
    .action((id: string | undefined, options: CaseOptions) => show(session, id, options));
};
