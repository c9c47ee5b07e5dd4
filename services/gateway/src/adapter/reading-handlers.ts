import type { Problem } from "@samvirke/contracts";
import { E } from "@samvirke/kernel";
import type { Clock, Either } from "@samvirke/kernel";
import type { Store } from "@samvirke/store";
import { readAfter, readId, readLimit, readWait } from "../core/parameters.ts";
import type { Reader } from "../core/party.ts";
import { openViewOf } from "../core/views.ts";
import type { Handlers, Reply } from "./exchange.ts";
import { feedHandlers } from "./feed-handlers.ts";
import type { ReadOne } from "./feed.ts";
import type { News } from "./news.ts";
import { waitFor } from "./news.ts";
import { countUnread } from "./outbox-count.ts";
import { readOutbox, readOutboxRecord } from "./outbox.ts";
import type { Mailbox, OutboxRecord } from "./outbox.ts";
import type { Caller } from "./parties.ts";
import { readSickLeave, readSickLeavesOf } from "./sick-leaves.ts";
import type { ViewDeps } from "./sick-leaves.ts";
import type { ViewHandlerDeps } from "./view-handlers.ts";
import { personsAsked, readRow, rowsOfPersons, viewHandlers } from "./view-handlers.ts";
import type { Asked } from "./view-reading.ts";

export interface ReadingDeps extends ViewDeps, ViewHandlerDeps {
  readonly store: Pick<Store, "query" | "findPersons" | "readLog" | "heads">;
  readonly news: News;
  readonly clock: Clock;
  /** Days that a document stays in a mailbox; 0: for ever. */
  readonly outboxDays: number;
}

const dayMs = 86_400_000;

/** The caller's mailbox as far back as it is offered now. */
export const mailboxOf = (
  { clock, outboxDays }: Pick<ReadingDeps, "clock" | "outboxDays">,
  { reader }: Caller,
): Mailbox => ({ reader, since: outboxDays === 0 ? 0 : clock.now() - outboxDays * dayMs });

const notFound: Either<Problem, never> = E.left({ name: "not-found" });
const ok = (json: unknown): Either<Problem, Reply> => E.right({ status: 200, content: { json } });

const outbox =
  (deps: ReadingDeps): Handlers["outbox"] =>
  async ({ query, caller, signal }) => {
    const [after, limit, wait] = [readAfter(query), readLimit(query), readWait(query)];
    if (E.isLeft(after)) return after;
    if (E.isLeft(limit)) return limit;
    if (E.isLeft(wait)) return wait;
    const page = await waitFor(deps.news, {
      read: () => readOutbox(deps.store, mailboxOf(deps, caller), { after: after.right, limit: limit.right }),
      isEnough: ({ items }) => items.length > 0,
      seconds: wait.right,
      signal: signal(),
    });
    return ok({ ...page, retentionDays: deps.outboxDays });
  };

const unread =
  (deps: ReadingDeps): Handlers["unread"] =>
  async ({ query, caller }) => {
    const after = readAfter(query);
    return E.isLeft(after) ? after : ok(await countUnread(deps.store, mailboxOf(deps, caller), after.right));
  };

/** The body of an outbound document, from whichever compartment holds it; undefined once its person is erased. */
const bodyOf = async (deps: ReadingDeps, record: OutboxRecord): Promise<Uint8Array | undefined> => {
  const read = await deps.opening.read({ ...record, type: "OutboundMessage" }, ["work", "case", "medical"]);
  if (read.state === "erased") return undefined;
  return read.value.work?.body ?? read.value.medical?.body ?? read.value.case?.body ?? undefined;
};

const outboxEntry =
  (deps: ReadingDeps): Handlers["outboxEntry"] =>
  async ({ path, caller }) => {
    const id = readId(path);
    if (E.isLeft(id)) return id;
    const record = await readOutboxRecord(deps.store, mailboxOf(deps, caller), id.right);
    const bytes = record && (await bodyOf(deps, record));
    return bytes ? E.right({ status: 200, content: { bytes, type: record.contentType } }) : notFound;
  };

// Employers have a view of their own, with what they may read and nothing else.
const employerView = (reader: Reader): Asked | undefined => {
  const view = reader.sector === "employer" ? openViewOf(reader.sector, "sick-leaves") : undefined;
  return view && { reader, name: "sick-leaves", view };
};

const sickLeave =
  (deps: ReadingDeps): Handlers["sickLeave"] =>
  async ({ path, caller }) => {
    const id = readId(path);
    if (E.isLeft(id)) return id;
    const own = employerView(caller.reader);
    const found = own ? await readRow(deps, own, id.right) : await readSickLeave(deps, caller.reader, id.right);
    return found ? ok(found) : notFound;
  };

const searchSickLeaves =
  (deps: ReadingDeps): Handlers["searchSickLeaves"] =>
  async (exchange) => {
    const persons = await personsAsked(deps, exchange);
    if (E.isLeft(persons)) return persons;
    const { reader } = exchange.caller;
    const own = employerView(reader);
    const items = own
      ? await rowsOfPersons(deps, own, persons.right)
      : await readSickLeavesOf(deps, reader, persons.right);
    return ok({ items });
  };

/** One row of whichever view, as a reader may see it now. */
const readOne =
  (deps: ReadingDeps): ReadOne =>
  (reader, name, id) => {
    if (name === "sick-leaves" && reader.sector !== "employer") return readSickLeave(deps, reader, id);
    const view = openViewOf(reader.sector, name);
    return view ? readRow(deps, { reader, name, view }, id) : Promise.resolve(undefined);
  };

const heartbeatMs = 15_000;
const mostStreams = 500;

/** The mailbox and the views. */
export const readingHandlers = (
  deps: ReadingDeps,
): Pick<Handlers, "outbox" | "unread" | "outboxEntry" | "sickLeave" | "searchSickLeaves"> &
  ReturnType<typeof viewHandlers> &
  ReturnType<typeof feedHandlers> => ({
  ...viewHandlers(deps),
  ...feedHandlers({ ...deps, readOne: readOne(deps), heartbeatMs, mostStreams }),
  outbox: outbox(deps),
  unread: unread(deps),
  outboxEntry: outboxEntry(deps),
  sickLeave: sickLeave(deps),
  searchSickLeaves: searchSickLeaves(deps),
});
