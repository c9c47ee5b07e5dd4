import type { Catalogue } from "../schema/catalogue.ts";
import { contractList } from "./contract-list.ts";
import { dataDictionary } from "./dictionary.ts";
import type { Output } from "./output.ts";
import { typeFiles } from "./types.ts";

/** Everything that follows from the authored schemas. */
export const generate = (catalogue: Catalogue): ReadonlyArray<Output> => [
  ...typeFiles(catalogue),
  contractList(catalogue),
  dataDictionary(catalogue),
];
