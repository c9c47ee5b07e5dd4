import type { Contracts } from "../generated/contracts.gen.ts";
import type { ContractName } from "../codec/types.ts";
import type { Catalogue, Contract } from "../schema/catalogue.ts";
import { latestContracts } from "../schema/catalogue.ts";
import { readSample } from "../schema/files.ts";
import { sampleValue } from "./sample.ts";

/** A golden sample of one version of a contract. */
export const contractSample = (catalogue: Catalogue, contract: Contract, name: "min" | "full"): unknown =>
  sampleValue(contract.record, readSample(catalogue.folder, contract.file, name));

/** A golden sample of a contract's newest version, for tests. */
export const loadSample = <N extends ContractName>(
  catalogue: Catalogue,
  contract: N,
  name: "min" | "full",
): Contracts[N] => {
  const found = latestContracts(catalogue).find((candidate) => candidate.name === contract);
  if (!found) throw new Error(`no contract ${contract}`);
  return contractSample(catalogue, found, name) as Contracts[N];
};
