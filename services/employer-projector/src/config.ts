import * as t from "io-ts/lib/index.js";

/** What the projector is told besides the hub's own settings. */
export const ProjectorConfig = t.strict({ SAMVIRKE_PEPPER_FILE: t.string }, "ProjectorConfig");
