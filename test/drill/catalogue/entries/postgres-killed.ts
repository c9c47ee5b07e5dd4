import { killing } from "../killing.ts";

/** PostgreSQL is killed with rows written and not committed. */
export const postgresKilled = killing("postgres-killed", "PostgreSQL is killed with rows written and not committed.", {
  kind: "database",
});
