import { killing } from "../killing.ts";

/** A projector is killed in an open transaction. */
export const projectorKilled = killing("projector-killed", "A projector is killed in an open transaction.", {
  kind: "service",
  service: "health-projector",
  stages: ["health-projector"],
});
