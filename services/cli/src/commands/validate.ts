import { exit } from "../core/exit.ts";
import { problemText } from "../core/answers.ts";
import { contentType, sourcesOf } from "../adapter/files.ts";
import type { Source } from "../adapter/files.ts";
import type { Sector } from "../adapter/hub.ts";
import type { Client } from "../adapter/http.ts";
import { gatewayClient } from "../adapter/http.ts";
import type { AddCommand, Session } from "./options.ts";
import { sector } from "./options.ts";

interface Finding {
  readonly source: string;
  readonly code: string;
  readonly path: string;
}

interface FindingsLine {
  readonly file: string;
  readonly kind: string | null;
  readonly format: string | null;
  /** Which document of its kind. */
  readonly document: string | null;
  readonly readable: boolean;
  readonly findings: ReadonlyArray<Finding>;
  readonly error?: string;
}

const validateOne = async (gateway: Client, source: Source): Promise<FindingsLine> => {
  const bytes = await source.read();
  const headers = { "content-type": contentType(source.name, bytes) };
  const answer = await gateway.call({ method: "POST", path: "/v1/messages/validate", body: bytes, headers });
  if (answer.ok) return { file: source.name, ...((await answer.json()) as Omit<FindingsLine, "file">) };
  const error = problemText(await answer.problem());
  return { file: source.name, kind: null, format: null, document: null, readable: false, findings: [], error };
};

const stops: ReadonlyArray<string> = ["guard", "pre-check", "rule"];

const wouldPass = ({ readable, findings }: FindingsLine): boolean =>
  readable && findings.every(({ source }) => !stops.includes(source));

const text = (line: FindingsLine): ReadonlyArray<string> => {
  const verdict = wouldPass(line) ? "nothing stops it" : "would be stopped";
  const details = line.findings.map(({ source, code, path }) => `  ${source.padEnd(9)}  ${code}  ${path}`.trimEnd());
  return [`${line.file}: ${line.error ?? verdict}`, ...details];
};

const validate = async (
  { io, ends, isJson }: Session,
  files: ReadonlyArray<string>,
  options: { readonly from: Sector; readonly party?: string },
): Promise<void> => {
  const gateway = gatewayClient(io, options.from, options.party);
  for (const source of await sourcesOf(io, files)) {
    const line = await validateOne(gateway, source);
    for (const told of isJson() ? [JSON.stringify(line)] : text(line)) io.out(told);
    if (!wouldPass(line)) ends(exit.refused);
  }
};

const help = `
Nothing is stored. Rules that need the person's history or the registers are not asked.
Every document that crosses is read: certificates, dialogue, referrals, statements, plans, receipts and welfare's records.
With --json each line has file, kind, format, document, readable and findings (a list of source, code and path).
Exit code 1 when a message is unreadable or a pre-check or rule would stop it.

Example:
  samvirke validate certificate.xml`;

/** `validate`: findings without sending. */
export const addValidate: AddCommand = (program, session) => {
  program
    .command("validate")
    .description("tell what would be found in messages, without sending them")
    .argument("<FILE...>", "files, folders or patterns; - for standard input")
    .option("--from <side>", "the gateway to ask: health, welfare or employer", sector, "health" as Sector)
    .option("--party <id>", "the party that asks, by the party file")
    .addHelpText("after", help)
    .action((files: ReadonlyArray<string>, options: { readonly from: Sector; readonly party?: string }) =>
      validate(session, files, options),
    );
};
