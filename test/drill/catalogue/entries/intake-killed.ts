import { killing } from "../killing.ts";

/** The intake is killed in an open transaction. */
export const intakeKilled = killing("intake-killed", "The intake is killed in an open transaction.", {
  kind: "service",
  service: "intake",
  stages: ["intake"],
});
