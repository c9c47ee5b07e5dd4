import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { readTls } from "./adapter/tls.ts";
import { readSettings } from "./config.ts";
import { bridgedTopics } from "./core/topics.ts";

const env = {
  SAMVIRKE_BRIDGE_TOPICS: "tsm.sykmeldinger,other=avro",
  SAMVIRKE_BRIDGE_BROKERS: "one:9092,two:9092",
  SAMVIRKE_BRIDGE_REGISTRY_URL: "http://registry",
  SAMVIRKE_GATEWAY_URL: "http://gateway/",
  SAMVIRKE_GATEWAY_TOKEN: "secret-token",
};

const failing = (more: Record<string, string>): string => {
  try {
    readSettings({ ...env, ...more });
  } catch (error) {
    return (error as Error).message;
  }
  return "nothing failed";
};

test("without more, connections are plain and nobody is named", () => {
  const settings = readSettings(env);
  expect(settings).toMatchObject({ brokers: ["one:9092", "two:9092"], createTopics: false, group: "samvirke-bridge" });
  expect([settings.tls, settings.sasl]).toEqual([undefined, undefined]);
  expect(settings.topics.map(({ topic, notation }) => [topic, notation])).toEqual([
    ["tsm.sykmeldinger", "JSON"],
    ["other", "AVRO"],
  ]);
});

test("all is every topic that is known", () =>
  expect(readSettings({ ...env, SAMVIRKE_BRIDGE_TOPICS: "all" }).topics).toEqual(bridgedTopics));

test("TLS with files, and who speaks", () => {
  const settings = readSettings({
    ...env,
    SAMVIRKE_BRIDGE_TLS: "yes",
    SAMVIRKE_BRIDGE_TLS_CA_FILE: "/ca.pem",
    SAMVIRKE_BRIDGE_TLS_CERT_FILE: "/cert.pem",
    SAMVIRKE_BRIDGE_TLS_KEY_FILE: "/key.pem",
    SAMVIRKE_BRIDGE_SASL_MECHANISM: "scram-sha-512",
    SAMVIRKE_BRIDGE_SASL_USERNAME: "bridge",
    SAMVIRKE_BRIDGE_SASL_PASSWORD: "secret-word",
  });
  expect(settings.tls).toEqual({ ca: "/ca.pem", cert: "/cert.pem", key: "/key.pem" });
  expect(settings.sasl).toEqual({ mechanism: "scram-sha-512", username: "bridge", password: "secret-word" });
});

test.each([
  ["SAMVIRKE_BRIDGE_TOPICS", { SAMVIRKE_BRIDGE_TOPICS: "nobody-knows-it" }],
  ["SAMVIRKE_BRIDGE_TLS", { SAMVIRKE_BRIDGE_TLS_CA_FILE: "/secret-ca.pem" }],
  ["SAMVIRKE_BRIDGE_TLS", { SAMVIRKE_BRIDGE_TLS: "secret" }],
  ["SAMVIRKE_BRIDGE_TLS_KEY_FILE", { SAMVIRKE_BRIDGE_TLS: "yes", SAMVIRKE_BRIDGE_TLS_CERT_FILE: "/secret.pem" }],
  ["SAMVIRKE_BRIDGE_TLS_CERT_FILE", { SAMVIRKE_BRIDGE_TLS: "yes", SAMVIRKE_BRIDGE_TLS_KEY_FILE: "/secret.pem" }],
  ["SAMVIRKE_BRIDGE_SASL_MECHANISM", { SAMVIRKE_BRIDGE_SASL_MECHANISM: "secret" }],
  ["SAMVIRKE_BRIDGE_SASL_MECHANISM", { SAMVIRKE_BRIDGE_SASL_USERNAME: "secret" }],
  ["SAMVIRKE_BRIDGE_SASL_USERNAME", { SAMVIRKE_BRIDGE_SASL_MECHANISM: "plain" }],
  [
    "SAMVIRKE_BRIDGE_SASL_PASSWORD",
    { SAMVIRKE_BRIDGE_SASL_MECHANISM: "plain", SAMVIRKE_BRIDGE_SASL_USERNAME: "secret" },
  ],
])("%s is named when it is wrong, and no value", (name, more) => {
  const message = failing(more);
  expect(message).toContain(name);
  expect(message).not.toContain("secret");
});

test("files are read; one that cannot be is named by its setting", () => {
  const folder = mkdtempSync(join(tmpdir(), "bridge-"));
  writeFileSync(join(folder, "ca.pem"), "authority");
  expect(readTls({ ca: join(folder, "ca.pem"), cert: undefined, key: undefined })).toEqual({ ca: "authority" });
  expect(() => readTls({ ca: undefined, cert: join(folder, "secret.pem"), key: undefined })).toThrow(
    "configuration: SAMVIRKE_BRIDGE_TLS_CERT_FILE cannot be read",
  );
  rmSync(folder, { recursive: true });
});
