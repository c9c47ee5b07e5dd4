import { GenericContainer, type StartedNetwork } from "testcontainers";
import { brokerSettings } from "./broker.ts";
import { asArguments, clusterStatements, serverSettings, type Secrets } from "./cluster.ts";
import { registryStorage } from "./registry.ts";
import { images } from "./settings.ts";

/** The network that the containers share, and the port of this machine that one of them gets. */
export interface ContainerPlace {
  readonly network: StartedNetwork;
  readonly port: number;
}

const startWithin = 180_000;

const container = (image: string, { network, port }: ContainerPlace, inside: number): GenericContainer =>
  new GenericContainer(image)
    .withNetwork(network)
    .withExposedPorts({ container: inside, host: port })
    .withStartupTimeout(startWithin);

/** PostgreSQL with the same databases, roles and settings as without containers. */
export const postgresContainer = (place: ContainerPlace, secrets: Secrets): GenericContainer =>
  container(images.postgres, place, 5432)
    .withNetworkAliases("postgres")
    .withEnvironment({ POSTGRES_USER: "postgres", POSTGRES_PASSWORD: secrets.postgres })
    .withCopyContentToContainer([
      { content: clusterStatements(secrets), target: "/docker-entrypoint-initdb.d/cluster.sql" },
    ])
    .withCommand(["postgres", ...asArguments(serverSettings)]);

// The image reads its settings from variables: dots become underscores.
const asVariable = (name: string): string => `KAFKA_${name.toUpperCase().replaceAll(".", "_")}`;

const asVariables = (settings: Readonly<Record<string, string>>): Record<string, string> =>
  Object.fromEntries(Object.entries(settings).map(([name, value]) => [asVariable(name), value]));

/** The broker with the same settings as without containers. */
export const kafkaContainer = (place: ContainerPlace, host: string): GenericContainer =>
  container(images.kafka, place, 9092).withEnvironment(
    asVariables(
      brokerSettings({
        listen: "0.0.0.0:9092",
        controller: "127.0.0.1:9093",
        advertised: `${host}:${place.port}`,
        data: "/tmp/kraft-combined-logs",
      }),
    ),
  );

/** The registry; with a password it keeps its schemas in the PostgreSQL container. */
export const registryContainer = (place: ContainerPlace, password: string | undefined): GenericContainer =>
  container(images.registry, place, 8080).withEnvironment(
    password === undefined ? {} : { ...registryStorage({ host: "postgres", port: 5432, password }) },
  );
