import { afterEach, expect, test } from "vitest";
import { readUp, UsageError } from "./arguments.ts";
import { portSettings } from "./settings.ts";

afterEach(() => {
  delete process.env["SAMVIRKE_KAFKA_PORT"];
});

test("a flag wins over the environment, which wins over the settings", () => {
  process.env["SAMVIRKE_KAFKA_PORT"] = "31000";
  expect(readUp([]).ports.kafka).toBe(31000);
  expect(readUp(["--kafka-port=31001"]).ports.kafka).toBe(31001);
  expect(readUp([]).ports.postgres).toBe(portSettings.postgres.port);
});

test("up says how the services run and passes the rest on to the launcher", () => {
  const order = readUp(["--detach", "--services=separate", "--registry-port", "31002"]);
  expect(order).toMatchObject({ detach: true, services: "separate" });
  expect(readUp([]).bridge).toBe(false);
  expect(readUp(["--bridge"])).toMatchObject({ bridge: true, args: ["--bridge"] });
  expect(readUp(order.args)).toMatchObject({ detach: false, services: "separate", ports: { registry: 31002 } });
});

test.each([["--services=many"], ["--kafka-port=many"], ["--unknown"], ["--kafka-port=70000"]])(
  "%s is wrong usage",
  (argument) => expect(() => readUp([argument])).toThrow(UsageError),
);
