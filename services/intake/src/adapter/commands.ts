import type { Fact, KeyCache, MessageReceived } from "@samvirke/contracts";
import type { RegistryReplies, SickLeaveCommand } from "@samvirke/domain";
import { E } from "@samvirke/kernel";
import type { Either } from "@samvirke/kernel";
import type { Known, ParkFailure } from "@samvirke/stage";
import type { Archive } from "./archive.ts";
import { readBytes } from "./archive.ts";
import type { AskDeps, ToAsk } from "./ask.ts";
import { askRegisters } from "./ask.ts";
import type { Inbound } from "./inbound.ts";
import { readMessage } from "./inbound.ts";
import type { Pepper } from "./pepper.ts";

export interface CommandDeps extends AskDeps {
  readonly archive: Archive;
  readonly keyCache: KeyCache;
  readonly pepper: Pepper;
}

type Received = Known<Fact<"MessageReceived", "case">>;
type Read = { readonly inbound: Inbound; readonly bytes: Uint8Array };
type Answer<A> = Either<ParkFailure, A | undefined>;

/** An erased person's message has nobody left to decide about. */
const messageOf = ({ fact }: Received): MessageReceived | undefined =>
  fact.content.state === "Open" ? fact.content.value : undefined;

const readAll = async (known: ReadonlyArray<Received>, deps: CommandDeps): Promise<ReadonlyArray<Answer<Read>>> => {
  const messages = known.map(messageOf);
  const wanted = known.map(({ fact, secret }) => ({ archiveId: fact.wire.archiveId, secret }));
  const all = await readBytes(deps.archive, deps.keyCache, wanted);
  return messages.map((message, index): Answer<Read> => {
    const bytes = all[index];
    if (message === undefined || bytes === undefined) return E.right(undefined);
    return E.isLeft(bytes)
      ? bytes
      : E.right({ inbound: readMessage({ message, bytes: bytes.right }, deps), bytes: bytes.right });
  });
};

const toAsk = (read: Answer<Read>): ReadonlyArray<ToAsk> =>
  E.isRight(read) && read.right?.inbound._tag === "Certificate"
    ? [{ certificate: read.right.inbound.certificate, bytes: read.right.bytes }]
    : [];

/** Commands for a batch of received messages, in their order. Rejects when archive or registers give no answer. */
export const commandsFor =
  (deps: CommandDeps) =>
  async (known: ReadonlyArray<Received>): Promise<ReadonlyArray<Answer<SickLeaveCommand>>> => {
    const read = await readAll(known, deps);
    const asked = read.flatMap(toAsk);
    const answers = await askRegisters(asked, deps);
    const replies = new Map(asked.map(({ certificate }, index) => [certificate, answers[index] as RegistryReplies]));
    return read.map((one): Answer<SickLeaveCommand> => {
      if (E.isLeft(one) || one.right === undefined) return one as Answer<never>;
      const { inbound } = one.right;
      if (inbound._tag === "Settled") return E.right(inbound.command);
      const { certificate } = inbound;
      const said = replies.get(certificate) as RegistryReplies;
      return E.right({ type: "RegisterCertificate", ...certificate, replies: said, basis: deps.basis });
    });
  };
