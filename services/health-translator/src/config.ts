import * as t from "io-ts/lib/index.js";

/** The environment of the health translator beside the hub's own. */
export const HealthConfig = t.strict(
  {
    SAMVIRKE_PEPPER_FILE: t.string,
    /** HER-ids, with commas between, of units that are registered as taking referrals from welfare; none where unset. */
    SAMVIRKE_WELFARE_REFERRAL_UNITS: t.union([t.string, t.undefined]),
  },
  "HealthConfig",
);
