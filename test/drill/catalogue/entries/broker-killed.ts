import { killing } from "../killing.ts";

/** The broker is killed with records under way to it. */
export const brokerKilled = killing("broker-killed", "The broker is killed with records under way to it.", {
  kind: "broker",
});
