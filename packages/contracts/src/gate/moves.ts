import type { AvroRecord } from "../schema/avro.ts";
import { recordOf } from "../schema/avro.ts";
import type { Contract } from "../schema/catalogue.ts";
import type { Break } from "./compatibility.ts";

/** Field names and the compartment, or `public`, that each stands in. */
const placesOf = (contract: Contract): ReadonlyMap<string, string> =>
  new Map(
    contract.record.fields.flatMap((field): ReadonlyArray<readonly [string, string]> => {
      const sealed = contract.compartments.some((compartment) => compartment === field.name);
      const record: AvroRecord | undefined = sealed ? recordOf(field.type) : undefined;
      return record ? record.fields.map((inner) => [inner.name, field.name]) : [[field.name, "public"]];
    }),
  );

/** Fields that stand in another compartment than before: a drop and an addition that defaults would let through. */
export const movesBetween = (older: Contract, newer: Contract): ReadonlyArray<Break> => {
  const before = placesOf(older);
  return [...placesOf(newer)].flatMap(([name, place]) => {
    const was = before.get(name);
    return was === undefined || was === place
      ? []
      : [{ path: `${place}.${name}`, rule: `the field moved here from ${was}` }];
  });
};
