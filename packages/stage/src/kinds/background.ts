import { explainDecodeFailure, openBytes, topics } from "@samvirke/contracts";
import type { ContractName, Fact } from "@samvirke/contracts";
import { E, archiveId } from "@samvirke/kernel";
import type { Compartment, Either, LogRecord, PersonId } from "@samvirke/kernel";
import type { ParkFailure } from "../definition.ts";
import type { Hub } from "../hub/hub.ts";
import type { Known } from "./facts.ts";
import { readFacts } from "./facts.ts";
import { historyOf, takenOverIn } from "./history.ts";

/** What a translation may know beside the fact itself; the same whenever it is asked, for the log and the archive never change. */
export interface Background<F> {
  /** What was recorded of the person before the fact, in order; of persons that were merged into this one first. */
  readonly earlier: ReadonlyArray<F>;
  /** The fact's own message as it was received; undefined where it was not asked for or is not there. */
  readonly received: Uint8Array | undefined;
}

/** What has to be looked up for which facts. */
export interface Wanting<N extends ContractName, C extends Compartment> {
  readonly opens: ReadonlyArray<C>;
  /** Types of earlier facts that are handed over. */
  readonly remembers?: ReadonlyArray<N>;
  /** Whether a fact's translation needs what was recorded before it. */
  readonly recalls?: (fact: Fact<N, C>) => boolean;
  /** Whether a fact's translation needs the message as it was received. */
  readonly reads?: (fact: Fact<N, C>) => boolean;
}

type Placed = Fact<ContractName, Compartment>;
type Answer<A> = Either<ParkFailure, A>;

const nothing: Background<never> = { earlier: [], received: undefined };
const failure = (detail: string): Answer<never> => E.left({ reason: "contract", detail });

const isBefore = (fact: Fact<ContractName, Compartment>) => (record: LogRecord) =>
  record.key !== fact.personId || record.position < fact.position;

const recordsBefore = async (hub: Hub, fact: Fact<ContractName, Compartment>): Promise<ReadonlyArray<LogRecord>> => {
  const own = (await hub.store.readPerson(topics.events, fact.personId)).filter(isBefore(fact));
  const merged = await Promise.all(takenOverIn(hub, own).map((person) => historyOf(hub, person)));
  return [...merged.flat(), ...own];
};

const earlierOf = async <N extends ContractName, C extends Compartment>(
  hub: Hub,
  fact: Fact<N, C>,
  { opens, remembers = [] }: Wanting<N, C>,
): Promise<Answer<ReadonlyArray<Fact<N, C>>>> => {
  const records = await recordsBefore(hub, fact as unknown as Fact<ContractName, Compartment>);
  const remembered = records.filter(({ type }) => remembers.some((name) => name === type));
  const facts = await readFacts<N, C>(hub, { accepts: remembers, opens })(remembered);
  const unread = facts.find(E.isLeft);
  return unread ?? E.right(facts.flatMap((one) => (E.isRight(one) ? [one.right.fact] : [])));
};

// What came before what it names was sealed for whoever it waited with.
const ownerOf = async (hub: Hub, person: PersonId, { fact, secret }: Pick<Known<Placed>, "fact" | "secret">) =>
  person === fact.personId ? secret : (await hub.keys.secrets([person])).get(person);

const receivedOf = async <F extends Fact<ContractName, Compartment>>(
  hub: Hub,
  { fact, secret }: Known<F>,
): Promise<Answer<Uint8Array | undefined>> => {
  const named = "archiveId" in fact.wire ? fact.wire.archiveId : null;
  const id = named === null ? undefined : archiveId(named);
  const entry = id === undefined ? undefined : (await hub.store.readArchive([id])).get(id);
  if (id === undefined || entry === undefined) return E.right(undefined);
  const reader = { secret: await ownerOf(hub, entry.person, { fact, secret }), audience: "archive" } as const;
  const opened = openBytes(hub.keyCache, { purpose: "archive", id, reader }, entry.body);
  if (E.isLeft(opened)) return failure(`the archived bytes do not open: ${explainDecodeFailure(opened.left)}`);
  return E.right(opened.right.state === "Open" ? opened.right.value : undefined);
};

const never = (): boolean => false;

/** A record with what its translation needs. */
export interface Informed<F> {
  readonly known: Known<F>;
  readonly background: Background<F>;
}

const informedOf = async <N extends ContractName, C extends Compartment>(
  hub: Hub,
  known: Known<Fact<N, C>>,
  wanting: Wanting<N, C>,
): Promise<Answer<Informed<Fact<N, C>>>> => {
  const { recalls = never, reads = never } = wanting;
  const { fact } = known;
  const [earlier, received] = await Promise.all([
    recalls(fact) ? earlierOf(hub, fact, wanting) : E.right([]),
    reads(fact) ? receivedOf(hub, known as unknown as Known<Fact<ContractName, Compartment>>) : E.right(undefined),
  ]);
  if (E.isLeft(earlier)) return earlier;
  if (E.isLeft(received)) return received;
  return E.right({ known, background: { earlier: earlier.right, received: received.right } });
};

/**
 * Reads facts with their background. Rejects (unavailable) when log, archive or keys are away; left: a record of ours
 * that does not read.
 */
export const readInformed =
  <N extends ContractName, C extends Compartment>(
    hub: Hub,
    wanting: Wanting<N, C> & { readonly accepts: ReadonlyArray<N> },
  ) =>
  async (records: ReadonlyArray<LogRecord>): Promise<ReadonlyArray<Answer<Informed<Fact<N, C>>>>> => {
    const { recalls = never, reads = never } = wanting;
    const facts = await readFacts<N, C>(hub, wanting)(records);
    const asking = facts.flatMap((one) =>
      E.isRight(one) && (recalls(one.right.fact) || reads(one.right.fact)) ? [one.right] : [],
    );
    const answers = await Promise.all(asking.map((known) => informedOf(hub, known, wanting)));
    const byKnown = new Map(asking.map((known, index) => [known, answers[index]]));
    return facts.map((one) =>
      E.isLeft(one) ? one : (byKnown.get(one.right) ?? E.right({ known: one.right, background: nothing })),
    );
  };
