import type { Codec, Fact } from "@samvirke/contracts";
import { explainDecodeFailure, topics } from "@samvirke/contracts";
import { archiveId, E } from "@samvirke/kernel";
import type { ArchiveId, Either, LogRecord, PersonId, PersonSecret } from "@samvirke/kernel";
import type { Hub, Known, ParkFailure } from "@samvirke/stage";

/** What finding earlier messages needs. */
export interface PrecedentDeps {
  readonly store: Pick<Hub["store"], "readArchive" | "readPerson">;
  readonly keys: Pick<Hub["keys"], "secrets">;
  readonly codec: Pick<Codec, "decodeAs" | "open">;
}

type Message = Fact<"MessageReceived", "case">;
type Received = Known<Message>;
type Found = Either<ParkFailure, ReadonlyArray<Received>>;

const failure = (detail: string): Either<ParkFailure, never> => E.left({ reason: "contract", detail });

/** A message that waited, as one about the person of what it names. */
const aboutThis = (
  { record, secret }: { readonly record: LogRecord; readonly secret: PersonSecret },
  later: Message,
  deps: PrecedentDeps,
) => {
  const sealed = deps.codec.decodeAs("MessageReceived", record);
  if (E.isLeft(sealed)) return failure(explainDecodeFailure(sealed.left));
  const opened = deps.codec.open(sealed.right, { secret, audience: "hub" }, ["case"]);
  if (E.isLeft(opened)) return failure(explainDecodeFailure(opened.left));
  if (opened.right.state !== "Open") return E.right(undefined);
  const value = { ...opened.right.value, about: later.wire.archiveId };
  const fact: Message = { ...later, id: record.id, wire: { ...value, case: null }, content: { state: "Open", value } };
  // The bytes were sealed for whoever it waited with.
  return E.right({ fact, secret, record });
};

const personsOf = async (ids: ReadonlyArray<ArchiveId>, { store }: PrecedentDeps): Promise<ReadonlyArray<PersonId>> => {
  const entries = await store.readArchive(ids);
  return [...new Set(ids.flatMap((id) => entries.get(id)?.person ?? []))];
};

const messagesOf = async (person: PersonId, { store }: PrecedentDeps): Promise<ReadonlyArray<LogRecord>> =>
  (await store.readPerson(topics.messages, person)).filter(({ type }) => type === "MessageReceived");

const isOf =
  (id: string) =>
  ({ fact }: Received): boolean =>
    fact.wire.archiveId === id;

/**
 * Messages that named another before it came, in the order in which they came; they wait with stand-ins until then.
 *
 * Shape:   read from log and archive, which never change, so the same message finds the same ones whenever it is asked.
 *          Those of a stand-in that is erased are left out.
 * Rejects: unavailable: log, archive or keys are away. Left: what is told is not in the log.
 * Source:  canonical model C4.1; ADR 0011.
 */
export const readPrecedents = async (deps: PrecedentDeps, later: Message): Promise<Found> => {
  const ids = later.wire.precededBy.flatMap((id) => archiveId(id) ?? []);
  if (ids.length === 0) return E.right([]);
  const persons = await personsOf(ids, deps);
  const secrets = await deps.keys.secrets(persons);
  const records = (await Promise.all(persons.map((person) => messagesOf(person, deps)))).flat();
  const read = records.map((record) => {
    const secret = secrets.get(record.key);
    return secret === undefined ? E.right(undefined) : aboutThis({ record, secret }, later, deps);
  });
  const failed = read.find(E.isLeft);
  if (failed !== undefined) return failed;
  const found = read.flatMap((one) => (E.isRight(one) && one.right !== undefined ? [one.right] : []));
  return E.right(ids.flatMap((id) => found.find(isOf(id)) ?? []));
};
