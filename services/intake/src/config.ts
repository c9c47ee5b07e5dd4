import * as t from "io-ts/lib/index.js";

/** What the intake reads of its environment beside the hub's own. */
export const IntakeConfig = t.strict(
  {
    SAMVIRKE_PEPPER_FILE: t.string,
    /** Address of the registers' HTTP interface; without it the data file is asked. */
    SAMVIRKE_REGISTRIES_URL: t.union([t.string, t.undefined]),
    SAMVIRKE_REGISTRIES_FILE: t.union([t.string, t.undefined]),
    /** Policy data that turns differences from NAV; without it the hub's own way. */
    SAMVIRKE_POLICY_FILE: t.union([t.string, t.undefined]),
  },
  "IntakeConfig",
);
export type IntakeConfig = t.TypeOf<typeof IntakeConfig>;

const choice = <A extends string, B extends string>(ours: A, navs: B, name: string) =>
  t.union([t.literal(ours), t.literal(navs), t.undefined], name);

/** Policy data: a version and the settings that differ from the default. */
export const PolicyFile = t.strict(
  {
    version: t.string,
    signingDay: choice("oslo", "utc", "signingDay"),
    treatmentDays: choice("only-hit-automatic", "always-ok", "treatmentDays"),
    icpc2b: choice("by-parent", "refused", "icpc2b"),
    rejectedDuplicate: choice("decided-anew", "refused", "rejectedDuplicate"),
    unansweredByNav: choice("negative-receipt", "no-receipt", "unansweredByNav"),
    unknownCodes: choice("refused", "kept", "unknownCodes"),
    production: t.union([t.boolean, t.undefined], "production"),
    testNumbers: t.union([t.readonlyArray(t.string), t.undefined], "testNumbers"),
  },
  "PolicyFile",
);
export type PolicyFile = t.TypeOf<typeof PolicyFile>;
