import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { bridgeEnv } from "./bridge.ts";
import { prepareSecrets } from "./secrets.ts";
import { hubPorts } from "./settings.ts";

const folder = mkdtempSync(join(tmpdir(), "bridge-"));
prepareSecrets(folder);
afterAll(() => rmSync(folder, { recursive: true }));

const addresses = {
  postgresUrl: "postgres://x",
  kafkaBrokers: ["127.0.0.1:1"],
  registryUrl: "http://127.0.0.1:2",
  ports: hubPorts({}),
  folder,
};

test("without more it tries every topic on the hub's own broker, and makes those that lack", () => {
  const env = bridgeEnv(addresses, {});
  expect(env).toMatchObject({
    SAMVIRKE_BRIDGE_TOPICS: "all",
    SAMVIRKE_BRIDGE_BROKERS: "127.0.0.1:1",
    SAMVIRKE_BRIDGE_CREATE_TOPICS: "yes",
    SAMVIRKE_GATEWAY_URL: `http://127.0.0.1:${addresses.ports.gatewayWelfare}`,
  });
  expect(env["SAMVIRKE_GATEWAY_TOKEN"]).toMatch(/^[\w-]{32}$/);
});

test("with brokers of somebody else's it makes nothing there, and takes what else it is told", () => {
  const given = {
    SAMVIRKE_BRIDGE_BROKERS: "welfare:9093",
    SAMVIRKE_BRIDGE_REGISTRY_URL: "https://registry",
    SAMVIRKE_BRIDGE_TOPICS: "tsm.sykmeldinger",
    SAMVIRKE_BRIDGE_TLS: "yes",
    OTHER: "thing",
  };
  const env = bridgeEnv(addresses, given);
  const { OTHER: _other, ...told } = given;
  expect(env).toMatchObject(told);
  expect(env["OTHER"]).toBeUndefined();
  expect(env["SAMVIRKE_BRIDGE_CREATE_TOPICS"]).toBeUndefined();
});
