import { compartments } from "@samvirke/kernel";
import type { Compartment, EventId, Opened, PersonId } from "@samvirke/kernel";
import type { Contracts } from "../generated/contracts.gen.ts";
import type { ContractName } from "../codec/types.ts";
import type { Fact } from "../record/fact.ts";

const place = {
  id: "11111111-1111-5111-8111-111111111111" as EventId,
  personId: "22222222-2222-4222-8222-222222222222" as PersonId,
  topic: "samvirke.events",
  partition: 3,
  position: 41,
  recordedAt: 1_790_000_000_000,
};

const sealedPlace = (value: object): object =>
  Object.fromEntries(
    Object.entries(value).map(([key, content]) =>
      compartments.some((name) => name === key)
        ? [key, content === null ? null : Buffer.from(`sealed ${key}`)]
        : [key, content],
    ),
  );

/** A fact about a golden sample, opened; for tests of cores. */
export const factOf = <N extends ContractName>(type: N, value: Contracts[N]): Fact<N, Compartment> =>
  ({
    ...place,
    type,
    wire: sealedPlace(value),
    bytes: Buffer.from(`record ${type}`),
    content: { state: "Open", value },
  }) as unknown as Fact<N, Compartment>;

const erased: Opened<never> = { state: "Erased" };

/** The same fact after its person was erased. */
export const erasedFactOf = <N extends ContractName>(type: N, value: Contracts[N]): Fact<N, Compartment> => ({
  ...factOf(type, value),
  content: erased,
});
