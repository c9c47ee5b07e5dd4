import { killing } from "../killing.ts";

/** A translator is killed in an open transaction. */
export const translatorKilled = killing("translator-killed", "A translator is killed in an open transaction.", {
  kind: "service",
  service: "welfare-translator",
  stages: ["welfare-translator"],
});
