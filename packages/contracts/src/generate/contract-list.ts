import type { Catalogue, Contract } from "../schema/catalogue.ts";
import { latestContracts } from "../schema/catalogue.ts";
import type { Output } from "./output.ts";
import { generatedNote } from "./output.ts";

const list = (texts: ReadonlyArray<string>): string => `[${texts.map((text) => `"${text}"`).join(", ")}]`;

const entry = (contract: Contract): string =>
  [
    "  {",
    `    name: "${contract.name}",`,
    `    area: "${contract.file.area}",`,
    `    version: ${contract.version},`,
    `    topics: ${list(contract.topics)},`,
    `    compartments: ${list(contract.compartments)},`,
    "  },",
  ].join("\n");

const importsOf = (contracts: ReadonlyArray<Contract>): string =>
  [...Map.groupBy(contracts, (contract) => contract.file.area)]
    .map(
      ([area, own]) =>
        `import type { ${own
          .map((c) => c.name)
          .sort()
          .join(", ")} } from "./${area}.gen.ts";`,
    )
    .join("\n");

/** The map from record names to their types, and what is known of each at run time. */
export const contractList = (catalogue: Catalogue): Output => {
  const contracts = latestContracts(catalogue);
  const lines = contracts.map((contract) => `  readonly ${contract.name}: ${contract.name};`);
  return {
    path: "packages/contracts/src/generated/contracts.gen.ts",
    text: `${generatedNote}${importsOf(contracts)}

/** Every record of the hub by its name, in its authored shape. */
export interface Contracts {
${lines.join("\n")}
}

/** Every record of the hub: where it is found and what of it is sealed. */
export const contractList = [
${contracts.map(entry).join("\n")}
] as const;
`,
  };
};
