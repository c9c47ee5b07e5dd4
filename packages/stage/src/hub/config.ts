import { E } from "@samvirke/kernel";
import * as t from "io-ts/lib/index.js";

/** The environment of a process; only declared names are read. */
export type Environment = Readonly<Record<string, string | undefined>>;

export const HubConfig = t.strict(
  {
    SAMVIRKE_POSTGRES_URL: t.string,
    SAMVIRKE_KAFKA_BROKERS: t.string,
    SAMVIRKE_REGISTRY_URL: t.string,
    SAMVIRKE_MASTER_KEY_FILE: t.string,
    SAMVIRKE_TOPIC_PREFIX: t.union([t.string, t.undefined]),
    SAMVIRKE_SESSION_TIMEOUT_MS: t.union([t.string, t.undefined]),
    SAMVIRKE_LOG_LEVEL: t.union([t.string, t.undefined]),
  },
  "HubConfig",
);
export type HubConfig = t.TypeOf<typeof HubConfig>;

/** Reads a configuration; fails with the names that are missing or wrong, never their values. */
export const readConfig = <A>(codec: t.Type<A, unknown, unknown>, env: Environment): A => {
  const decoded = codec.decode(env);
  if (E.isRight(decoded)) return decoded.right;
  const names = decoded.left.map((error) => error.context.find(({ key }) => key !== "")?.key ?? codec.name);
  throw new Error(`configuration: ${[...new Set(names)].join(", ")} missing or not as expected`);
};
