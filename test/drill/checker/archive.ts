import type { Evidence } from "./evidence.ts";
import type { Report } from "./finding.ts";
import { archiveIdOf, derivedId, sha256 } from "./ids.ts";
import type { Sent, Sendings } from "./ledger.ts";

interface Archived {
  readonly id: string;
  readonly person: string;
  readonly body: Buffer;
}

const chunk = 500;
const text = `select archive_id::text as id, person_id::text as person, body from hub.archive
  where archive_id > $1 order by archive_id limit ${chunk}`;

const checkOne = (
  { opener, pepper }: Evidence,
  report: Report,
  { row, message }: { row: Archived; message: Sent },
): void => {
  const tell = (what: string): void => report.note("wrong", `hub.archive ${row.id}`, what, message.n);
  const owner = message.kind === "malformed" ? derivedId("pseudo-person", row.id) : opener.personOf(message.number);
  if (row.person !== owner) tell("it is kept under another person");
  const sealed = {
    person: row.person,
    audience: "archive",
    purpose: "bytes:archive",
    context: [row.id],
    frame: row.body,
  } as const;
  const bytes = opener.open(sealed);
  if (bytes === undefined) return tell("its bytes do not open for the person under whom they lie");
  if (sha256(bytes) !== message.sha256) tell("its bytes are not those that were sent");
  const head = bytes.subarray(message.head.start, message.head.end);
  if (archiveIdOf(pepper, message, head) !== row.id) tell("its id does not follow from its bytes");
};

/** The archive holds each message once, byte for byte as it was sent, and nothing else. */
export const checkArchive = async (evidence: Evidence, report: Report, sendings: Sendings): Promise<void> => {
  const found = new Set<string>();
  let after = "00000000-0000-0000-0000-000000000000";
  for (;;) {
    const rows = await evidence.database.rows<Archived>(text, [after]);
    for (const row of rows) {
      found.add(row.id);
      const message = sendings.byId.get(row.id);
      if (message) checkOne(evidence, report, { row, message });
      else report.note("duplicated", `hub.archive ${row.id}`, "nobody sent this");
    }
    const last = rows.at(-1);
    if (!last) break;
    after = last.id;
  }
  for (const message of sendings.byId.values())
    if (!found.has(message.messageId))
      report.note("lost", `hub.archive ${message.messageId}`, "an acknowledged message is not there", message.n);
};
