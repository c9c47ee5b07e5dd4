import * as t from "io-ts/lib/index.js";

/** The environment of the employer translator beside the hub's own. */
export const EmployerConfig = t.strict({ SAMVIRKE_PEPPER_FILE: t.string }, "EmployerConfig");
