// Who may import whom, as data: the matrix of the house. Each rule carries a violation that `check` plants to see it caught.
const tests = "\\.(test|cases)\\.ts$";
const workspace = "^(packages|services|infra|test|schemas)/";
const pkg = (...names) => names.map((name) => `^packages/${name}/`);
const shells = pkg("kafka", "store", "observe", "stage");

/** Modules under `from` may import workspaces in `may` (and their own), nothing else of ours. */
const only = (name, from, may, plant, comment) => ({
  rule: {
    name,
    severity: "error",
    comment,
    from: { path: from, pathNot: [tests, "^packages/testing/.*contract"] },
    to: { path: workspace, pathNot: [...may, from.replace("(", "(?:").replace(/\(\?:\?:/g, "(?:")] },
  },
  plant,
});

const package_ = (name, may, planted, comment) =>
  only(`packages/${name}`, `^packages/${name}/`, may, [`packages/${name}/src`, planted], comment);

/** Only these places may import a third party. */
const owner = (name, library, owners, plant) => ({
  rule: {
    name: `owner-of-${name}`,
    severity: "error",
    comment: `${name} has one owner, so that it can be repaired or replaced in one place`,
    from: { path: "^(packages|services|infra/local/src|test)/", pathNot: [tests, ...owners] },
    to: { path: library },
  },
  plant,
});

const lib = (name) => `node_modules/${name}/`;
const independent = "^test/(drill|bench)/";

const matrix = [
  package_("kernel", [], "@samvirke/testing", "the kernel knows nobody"),
  package_("contracts", [...pkg("kernel"), "^schemas/"], "@samvirke/domain", "contracts know the kernel only"),
  package_("domain", pkg("kernel", "contracts"), "@samvirke/formats", "the domain does not know the wire"),
  package_("formats", pkg("kernel", "contracts", "domain"), "@samvirke/store", "formats are pure: no database, no broker"),
  package_("kafka", pkg("kernel"), "@samvirke/store", "kafka and store meet in stage only"),
  package_("store", pkg("kernel"), "@samvirke/kafka", "kafka and store meet in stage only"),
  package_("observe", pkg("kernel"), "@samvirke/contracts", "observe knows the kernel only"),
  package_("stage", [...pkg("kernel", "contracts"), ...shells], "@samvirke/domain", "a stage runs any core and knows none"),
  package_("testing", pkg("kernel"), "@samvirke/store", "test ports are written against the kernel's ports"),
  only("service-core", "^services/[^/]+/src/core/", pkg("kernel", "contracts", "domain"), ["services/intake/src/core", "@samvirke/store"], "a core is pure: data in, data out"),
  only("service-cli", "^services/cli/", pkg("kernel", "contracts"), ["services/cli/src", "@samvirke/store"], "the command is a client over HTTP"),
  only("no-tests-in-source", "^(packages|services)/", [...pkg(".*"), "^services/", "^schemas/"], ["services/relay/src", "../../../test/setup/parts.ts"], "what runs does not know how it is tested"),
];

const services = [
  {
    rule: {
      name: "services-are-islands",
      severity: "error",
      comment: "nothing imports a service; they meet in the log (the local host composes their make)",
      from: { path: "^(packages|services/([^/]+)|infra|test)/", pathNot: [tests, "^infra/local/src/", "^test/"] },
      to: { path: "^services/", pathNot: "^services/$2/" },
    },
    plant: ["services/relay/src", "@samvirke/intake"],
  },
  {
    rule: {
      name: "adapter-knows-types-of-shells",
      severity: "error",
      comment: "an adapter turns records into commands; it does no I/O of its own beyond ports handed in",
      from: { path: "^services/(intake|receipt-translator|welfare-translator|health-projector|welfare-projector|case-projector)/src/adapter/", pathNot: tests },
      to: { path: "^packages/(kafka|store)/", dependencyTypesNot: ["type-only"] },
    },
    plant: ["services/intake/src/adapter", "@samvirke/store"],
  },
  {
    rule: {
      name: "no-faults-in-source",
      severity: "error",
      comment: "faults wrap ports in test compositions only; no entry point can reach them",
      from: { path: "^(packages|services|infra)/", pathNot: [tests, "^packages/testing/", "^infra/check/"] },
      to: { path: "^(packages/testing/|test/)" },
    },
    plant: ["services/relay/src", "@samvirke/testing"],
  },
  {
    rule: {
      name: "checkers-are-independent",
      severity: "error",
      comment: "the drill's checker and the bench's references judge us, so they import nothing of ours",
      from: { path: "^test/(drill/checker|bench/reference)/" },
      to: { path: "^(packages|services|infra)/" },
    },
    plant: ["test/drill/checker", "@samvirke/store"],
  },
  {
    rule: {
      name: "no-cycles",
      severity: "error",
      comment: "a cycle has no beginning to read from",
      from: { path: "^(packages|services|infra|test)/" },
      to: { circular: true },
    },
    plant: ["packages/kernel/src", "./zz-planted-no-cycles.ts"],
  },
];

const owners = [
  owner("kafkajs", lib("kafkajs"), ["^packages/kafka/", independent], ["packages/store/src", "kafkajs"]),
  owner("pg", "node_modules/(pg|pg-copy-streams|node-pg-migrate)/", ["^packages/store/", independent, "^infra/local/"], ["services/gateway/src", "pg"]),
  owner("pino", lib("pino"), ["^packages/observe/"], ["packages/stage/src", "pino"]),
  owner("avsc", "node_modules/(avsc|@kafkajs/confluent-schema-registry)/", ["^packages/contracts/", independent], ["packages/formats/src", "avsc"]),
  owner("libxml2-wasm", lib("libxml2-wasm"), ["^packages/formats/", "^test/"], ["services/gateway/src", "libxml2-wasm"]),
  owner("fastify", lib("fastify"), ["^services/(gateway|operations|console)/"], ["services/intake/src", "fastify"]),
  owner("fp-ts", lib("fp-ts"), ["^packages/kernel/src/(fp|decider)\\.ts"], ["packages/domain/src", "fp-ts/lib/Either.js"]),
  owner("io-ts", lib("io-ts"), ["^packages/(contracts|formats)/", "/config\\.ts$"], ["packages/domain/src", "io-ts"]),
];

/** Every rule with the violation that proves it: [folder of the planted file, what it imports]. */
export const boundaries = [...matrix, ...services, ...owners];
export const rules = boundaries.map(({ rule }) => rule);
