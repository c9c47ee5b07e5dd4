import { logPortContract } from "@samvirke/testing/log-port-contract";
import { inject } from "vitest";
import { makeKafkaLog } from "./index.ts";

logPortContract("kafkajs on a real broker", () =>
  makeKafkaLog({
    brokers: inject("kafkaBrokers"),
    clientId: "contract",
    sessionTimeout: 2_000,
    heartbeatInterval: 300,
  }),
);
