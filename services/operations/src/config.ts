import { readConfig } from "@samvirke/stage";
import type { Environment } from "@samvirke/stage";
import * as t from "io-ts/lib/index.js";

const portForm = /^\d{1,5}$/;

const Port = new t.Type(
  "Port",
  (value: unknown): value is number => typeof value === "number",
  (value: unknown, context) => {
    const read = typeof value === "string" && portForm.test(value) ? Number(value) : Number.NaN;
    return read <= 65_535 ? t.success(read) : t.failure(value, context);
  },
  String,
);

/** The environment of operations, beside the hub's own. */
export const OperationsConfig = t.strict(
  {
    SAMVIRKE_PORT: Port,
    SAMVIRKE_HOST: t.union([t.string, t.undefined]),
    SAMVIRKE_REGISTRY_URL: t.string,
  },
  "OperationsConfig",
);

export interface Settings {
  readonly host: string;
  readonly port: number;
  readonly registryUrl: string;
}

const loopback = /^(127(\.\d{1,3}){3}|::1|localhost)$/;

/** Whether a host name or address reaches this machine only. */
export const isLoopback = (host: string): boolean => loopback.test(host);

/** Reads the settings. There is no sign-in yet, so an address that others reach is refused. */
export const readSettings = (env: Environment): Settings => {
  const config = readConfig(OperationsConfig, env);
  const host = config.SAMVIRKE_HOST ?? "127.0.0.1";
  if (!isLoopback(host)) throw new Error("configuration: SAMVIRKE_HOST of operations is not a loopback address");
  return { host, port: config.SAMVIRKE_PORT, registryUrl: config.SAMVIRKE_REGISTRY_URL };
};
