import type { Codec, CompartmentOf, ContractName, DecodeFailure, OpenedOf, PublicOf } from "@samvirke/contracts";
import { explainDecodeFailure } from "@samvirke/contracts";
import type { Audience, Either, EventId, KeyPort, Opened, PersonId, PersonSecret } from "@samvirke/kernel";
import { E } from "@samvirke/kernel";

/** A record as a view keeps it: whole and sealed. */
export interface Stored<N extends ContractName> {
  readonly id: EventId;
  readonly type: N;
  readonly value: Uint8Array;
  readonly person: PersonId;
}

/** An opened record, or what is left of it once its person is erased. */
export type Read<N extends ContractName, C extends CompartmentOf<N>> =
  | { readonly state: "open"; readonly value: OpenedOf<N, C> }
  | { readonly state: "erased"; readonly value: PublicOf<N> };

/** Opens records of views, with keys of the audiences that may have sealed them. */
export interface Opening {
  readonly read: <N extends ContractName, C extends CompartmentOf<N>>(
    stored: Stored<N>,
    which: ReadonlyArray<C>,
  ) => Promise<Read<N, C>>;
}

/** Other ids of a person: rows may hold events of several, each sealed under its own key. */
export type OtherIds = (person: PersonId) => Promise<ReadonlyArray<PersonId>>;

const orFail = <A>(result: Either<DecodeFailure, A>): A => {
  if (E.isLeft(result)) throw new Error(explainDecodeFailure(result.left));
  return result.right;
};

export interface OpeningDeps {
  readonly codec: Codec;
  readonly keys: KeyPort;
  readonly audiences: ReadonlyArray<Audience>;
  readonly otherIds: OtherIds;
}

/** Decodes with one more attempt after asking the registry: a newer release may have written the record. */
const decode = async <N extends ContractName>(codec: Codec, { id, type, value }: Stored<N>) => {
  const first = codec.decodeAs(type, { id, type, value });
  if (E.isRight(first) || first.left._tag !== "UnknownSchema") return orFail(first);
  await codec.learn(first.left.schemaId);
  return orFail(codec.decodeAs(type, { id, type, value }));
};

type Attempt<A> = (audience: Audience, secret: PersonSecret | undefined) => Either<DecodeFailure, Opened<A>>;

const firstOfMine = <A>(
  audiences: ReadonlyArray<Audience>,
  secret: PersonSecret | undefined,
  attempt: Attempt<A>,
): Either<DecodeFailure, Opened<A>> => {
  const all = audiences.map((audience) => attempt(audience, secret));
  return all.find((one) => E.isLeft(one) || one.right.state !== "NotMine") ?? E.right({ state: "NotMine" });
};

const isSealedForAnother = (opened: Either<DecodeFailure, unknown>): boolean =>
  E.isLeft(opened) && opened.left._tag === "Tampered";

/** Opens with the person's key, else with that of whoever the person was before a merge. */
export const openForAny = async <A>(
  { keys, otherIds }: Pick<OpeningDeps, "keys" | "otherIds">,
  person: PersonId,
  open: (secret: PersonSecret | undefined) => Either<DecodeFailure, Opened<A>>,
): Promise<Opened<A>> => {
  const own = open((await keys.secrets([person])).get(person));
  if (!isSealedForAnother(own)) return orFail(own);
  const secrets = await keys.secrets((await otherIds(person)).filter((one) => one !== person));
  return orFail([...secrets.values()].map(open).find((one) => !isSealedForAnother(one)) ?? own);
};

export const makeOpening = ({ codec, keys, audiences, otherIds }: OpeningDeps): Opening => ({
  read: async (stored, which) => {
    const event = await decode(codec, stored);
    const opened = await openForAny({ keys, otherIds }, stored.person, (secret) =>
      firstOfMine(audiences, secret, (audience) => codec.open(event, { secret, audience }, which)),
    );
    if (opened.state === "Open") return { state: "open", value: opened.value };
    if (opened.state === "NotMine") throw new Error("the record is sealed for another audience");
    const bare = orFail(codec.open(event, { secret: undefined, audience: "hub" }, []));
    if (bare.state !== "Open") throw new Error("public fields are always open");
    return { state: "erased", value: bare.value };
  },
});
