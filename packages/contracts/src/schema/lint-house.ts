import { existsSync } from "node:fs";
import type { AvroNamed } from "./avro.ts";
import { fullName } from "./avro.ts";
import type { Catalogue, Contract } from "./catalogue.ts";
import { latestContracts } from "./catalogue.ts";
import { samplePath } from "./files.ts";
import type { SchemaFinding } from "./finding.ts";
import { namedTypes } from "./named.ts";
import { topics } from "./topics.ts";

const knownTopics: ReadonlySet<string> = new Set(Object.values(topics));

interface Use {
  readonly path: string;
  readonly named: AvroNamed;
}

const usesOf = (contract: Contract): ReadonlyArray<Use> =>
  namedTypes(contract.record).map((named) => ({ path: contract.file.path, named }));

/** Two definitions of one name would be one TypeScript type and one registry name. */
const lintNames = (uses: ReadonlyArray<Use>): ReadonlyArray<SchemaFinding> =>
  [...Map.groupBy(uses, ({ named }) => named.name)].flatMap(([name, same]) => {
    const definitions = new Set(same.map(({ named }) => `${fullName(named)}${JSON.stringify(named)}`));
    return definitions.size > 1 ? [{ path: same.at(-1)?.path ?? "", rule: `${name} is defined more than once` }] : [];
  });

const lintSamples = (catalogue: Catalogue, contract: Contract): ReadonlyArray<SchemaFinding> =>
  (["min", "full"] as const)
    .filter((name) => !existsSync(samplePath(catalogue.folder, contract.file, name)))
    .map((name) => ({ path: contract.file.path, rule: `the sample ${name}.json exists` }));

const lintTopics = (contract: Contract): ReadonlyArray<SchemaFinding> =>
  contract.topics.length > 0 && contract.topics.every((topic) => knownTopics.has(topic))
    ? []
    : [{ path: contract.file.path, rule: "a contract is found on known topics" }];

/** Versions are 1, 2, 3, …: a gap would be a file that was lost. */
const lintVersions = (catalogue: Catalogue): ReadonlyArray<SchemaFinding> =>
  [...Map.groupBy(catalogue.files, (file) => `${file.area}/${file.stem}`)].flatMap(([path, files]) =>
    files.every((file, index) => file.version === index + 1)
      ? []
      : [{ path, rule: "versions count from 1 without gaps" }],
  );

/** What only the whole of the schemas shows: names, samples, topics, versions. */
export const lintHouse = (catalogue: Catalogue): ReadonlyArray<SchemaFinding> => [
  ...lintNames(latestContracts(catalogue).flatMap(usesOf)),
  ...catalogue.contracts.flatMap((contract) => lintSamples(catalogue, contract)),
  ...catalogue.contracts.flatMap(lintTopics),
  ...lintVersions(catalogue),
];
