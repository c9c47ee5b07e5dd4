import type { Fact, KeyCache, MessageReceived } from "@samvirke/contracts";
import { E } from "@samvirke/kernel";
import type { Either } from "@samvirke/kernel";
import type { Known, ParkFailure } from "@samvirke/stage";
import type { Command, Replies, Single } from "../core/model.ts";
import type { Archive } from "./archive.ts";
import { readBytes } from "./archive.ts";
import type { AskDeps } from "./ask.ts";
import { askRegisters } from "./ask.ts";
import type { PrecedentDeps } from "./precedents.ts";
import { readPrecedents } from "./precedents.ts";
import type { Inbound, ReadDeps } from "./read/inbound.ts";
import { readMessage } from "./read/readers.ts";
import type { Subject } from "./subject.ts";

/** What registers answered when messages were decided, by archive id. */
export type Recorded = (asked: ReadonlyArray<Received>) => Promise<ReadonlyMap<string, Replies>>;

export interface CommandDeps extends AskDeps, ReadDeps {
  /** Of a replay: it asks no register. */
  readonly recorded?: Recorded;
  readonly archive: Archive;
  readonly keyCache: KeyCache;
  readonly precedents: PrecedentDeps;
}

type Received = Known<Fact<"MessageReceived", "case">>;
type Read = { readonly inbound: Inbound; readonly message: MessageReceived };
type Answer<A> = Either<ParkFailure, A | undefined>;

/** An erased person's message has nobody left to decide about. */
const messageOf = ({ fact }: Received): MessageReceived | undefined =>
  fact.content.state === "Open" ? fact.content.value : undefined;

const readAll = async (known: ReadonlyArray<Received>, deps: CommandDeps): Promise<ReadonlyArray<Answer<Read>>> => {
  const messages = known.map(messageOf);
  const wanted = known.map(({ fact, secret }) => ({ archiveId: fact.wire.archiveId, secret }));
  const all = await readBytes(deps.archive, deps.keyCache, wanted);
  return messages.map((message, index): Answer<Read> => {
    const [bytes, person] = [all[index], known[index]?.fact.personId];
    if (message === undefined || bytes === undefined || person === undefined) return E.right(undefined);
    return E.isLeft(bytes)
      ? bytes
      : E.right({ inbound: readMessage({ message, person, bytes: bytes.right }, deps), message });
  });
};

const subjectOf = (read: Answer<Read>): ReadonlyArray<Subject> =>
  E.isRight(read) && read.right?.inbound.subject !== undefined ? [read.right.inbound.subject] : [];

type Answering = (read: Read) => Replies | undefined;

const askNow = async (read: ReadonlyArray<Answer<Read>>, deps: CommandDeps): Promise<Answering> => {
  const subjects = read.flatMap(subjectOf);
  const answers = await askRegisters(subjects, deps);
  const replies = new Map(subjects.map((subject, index) => [subject, answers[index]]));
  return ({ inbound }) => inbound.subject && replies.get(inbound.subject);
};

const asRecorded = async (known: ReadonlyArray<Received>, recorded: Recorded): Promise<Answering> => {
  const replies = await recorded(known);
  return ({ message }) => replies.get(message.archiveId);
};

const noAnswer = { reason: "contract", detail: "no register's answer was kept for this message" } as const;

const singleOf = (read: Read, answering: Answering, deps: CommandDeps): Either<ParkFailure, Single> => {
  const { inbound, message } = read;
  const answers = answering(read);
  if (inbound.subject !== undefined && answers === undefined) return E.left(noAnswer);
  const asked = inbound.subject === undefined ? inbound.ask() : inbound.ask(answers as Replies);
  return E.right({
    ...asked,
    archiveId: message.archiveId,
    receivedAt: message.stationReceivedAt ?? message.receivedAt,
    policy: deps.followUpPolicy,
    replies: inbound.subject && answers,
  });
};

/** A message, and those that named it before it came. */
interface Whole {
  readonly own: Answer<Read>;
  readonly earlier: ReadonlyArray<Answer<Read>>;
}

const wholeOf = (known: ReadonlyArray<Received>, deps: CommandDeps) => {
  const readOne = async (one: Received, own: Answer<Read>): Promise<Whole> => {
    // What names an erased person's message finds nobody any more.
    if (E.isLeft(own) || own.right === undefined) return { own, earlier: [] };
    const found = await readPrecedents(deps.precedents, one.fact);
    return { own, earlier: E.isLeft(found) ? [found] : await readAll(found.right, deps) };
  };
  return async (own: ReadonlyArray<Answer<Read>>): Promise<ReadonlyArray<Whole>> =>
    Promise.all(known.map((one, index) => readOne(one, own[index] as Answer<Read>)));
};

const commandOf = ({ own, earlier }: Whole, answering: Answering, deps: CommandDeps): Answer<Command> => {
  const all = [own, ...earlier].map((read): Answer<Single> => {
    if (E.isLeft(read)) return read;
    return read.right === undefined ? E.right(undefined) : singleOf(read.right, answering, deps);
  });
  const failed = all.find(E.isLeft);
  if (failed !== undefined) return failed;
  const [first, ...rest] = all.map((single) => (E.isRight(single) ? single.right : undefined));
  const singles = rest.flatMap((single) => single ?? []);
  return E.right(first && (singles.length === 0 ? first : { ...first, earlier: singles }));
};

/** Commands for a batch of received messages, in their order. Rejects when archive or registers give no answer. */
export const commandsFor =
  (deps: CommandDeps) =>
  async (known: ReadonlyArray<Received>): Promise<ReadonlyArray<Answer<Command>>> => {
    const all = await wholeOf(known, deps)(await readAll(known, deps));
    const read = all.flatMap(({ own, earlier }) => [own, ...earlier]);
    const replies = await (deps.recorded ? asRecorded(known, deps.recorded) : askNow(read, deps));
    return all.map((one) => commandOf(one, replies, deps));
  };
