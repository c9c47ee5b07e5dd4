// Who may import whom, as data: the matrix of the house. Each rule carries a violation that `check` plants to see it caught.
const tests = "\\.(test|cases)\\.ts$";
const workspace = "^(packages|services|infra|test|schemas)/";
const pkg = (...names) => names.map((name) => `^packages/${name}/`);
const shells = pkg("kafka", "store", "observe", "stage");

/** Modules under `from` may import workspaces in `may` (and their own), nothing else of ours. */
const only = ({ name, from, may, plant, comment }) => ({
  rule: {
    name,
    severity: "error",
    comment,
    from: { path: from, pathNot: [tests, "^packages/testing/.*contract"] },
    to: { path: workspace, pathNot: [...may, from.replace("(", "(?:").replace(/\(\?:\?:/g, "(?:")] },
  },
  plant,
});

const room = (name, may, { plant, why }) =>
  only({
    name: `packages/${name}`,
    from: `^packages/${name}/`,
    may,
    plant: [`packages/${name}/src`, plant],
    comment: why,
  });

/** Only these places may import a third party. */
const owner = (name, library, { owners, plant }) => ({
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
  room("kernel", [], { plant: "@samvirke/testing", why: "the kernel knows nobody" }),
  room("contracts", [...pkg("kernel"), "^schemas/"], {
    plant: "@samvirke/domain",
    why: "contracts know the kernel only",
  }),
  room("domain", pkg("kernel", "contracts"), { plant: "@samvirke/formats", why: "the domain does not know the wire" }),
  room("formats", pkg("kernel", "contracts", "domain"), {
    plant: "@samvirke/store",
    why: "formats are pure: no database, no broker",
  }),
  room("kafka", pkg("kernel"), { plant: "@samvirke/store", why: "kafka and store meet in stage only" }),
  room("store", pkg("kernel"), { plant: "@samvirke/kafka", why: "kafka and store meet in stage only" }),
  room("observe", pkg("kernel"), { plant: "@samvirke/contracts", why: "observe knows the kernel only" }),
  room("stage", [...pkg("kernel", "contracts"), ...shells], {
    plant: "@samvirke/domain",
    why: "a stage runs any core and knows none",
  }),
  room("testing", pkg("kernel"), {
    plant: "@samvirke/store",
    why: "test ports are written against the kernel's ports",
  }),
  only({
    name: "service-core",
    from: "^services/[^/]+/src/core/",
    may: pkg("kernel", "contracts", "domain"),
    plant: ["services/intake/src/core", "@samvirke/store"],
    comment: "a core is pure: data in, data out",
  }),
  only({
    name: "service-cli",
    from: "^services/cli/",
    may: pkg("kernel", "contracts"),
    plant: ["services/cli/src", "@samvirke/store"],
    comment: "the command is a client over HTTP",
  }),
  only({
    name: "no-tests-in-source",
    from: "^(packages|services)/",
    may: [...pkg(".*"), "^services/", "^schemas/"],
    plant: ["services/relay/src", "../../../test/setup/parts.ts"],
    comment: "what runs does not know how it is tested",
  }),
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
      from: {
        path: "^services/(intake|receipt-translator|welfare-translator|health-translator|employer-translator|health-projector|welfare-projector|case-projector)/src/adapter/",
        pathNot: tests,
      },
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
  owner("kafkajs", lib("kafkajs"), {
    owners: ["^packages/kafka/", independent],
    plant: ["packages/store/src", "kafkajs"],
  }),
  owner("pg", "node_modules/(pg|pg-copy-streams|node-pg-migrate)/", {
    owners: ["^packages/store/", "^test/", "^infra/local/"],
    plant: ["services/gateway/src", "pg"],
  }),
  owner("pino", lib("pino"), { owners: ["^packages/observe/"], plant: ["packages/stage/src", "pino"] }),
  owner("avsc", "node_modules/(avsc|@kafkajs/confluent-schema-registry)/", {
    owners: ["^packages/contracts/", independent],
    plant: ["packages/formats/src", "avsc"],
  }),
  owner("libxml2-wasm", lib("libxml2-wasm"), {
    owners: ["^packages/formats/", "^test/"],
    plant: ["services/gateway/src", "libxml2-wasm"],
  }),
  owner("fastify", lib("fastify"), {
    owners: ["^services/(gateway|operations|console)/"],
    plant: ["services/intake/src", "fastify"],
  }),
  owner("fp-ts", lib("fp-ts"), {
    owners: ["^packages/kernel/src/(fp|decider)\\.ts"],
    plant: ["packages/domain/src", "fp-ts/lib/Either.js"],
  }),
  owner("io-ts", lib("io-ts"), {
    owners: ["^packages/(contracts|formats)/", "/config\\.ts$"],
    plant: ["packages/domain/src", "io-ts"],
  }),
];

/** Every rule with the violation that proves it: [folder of the planted file, what it imports]. */
export const boundaries = [...matrix, ...services, ...owners];
export const rules = boundaries.map(({ rule }) => rule);
