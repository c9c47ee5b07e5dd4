import { killing } from "../killing.ts";

/** The health gateway is killed while messages wait for their answer. */
export const gatewayKilled = killing(
  "gateway-killed",
  "The health gateway is killed while messages wait for their answer.",
  { kind: "gateway" },
);
