import * as t from "io-ts/lib/index.js";

/** The environment of the receipt translator beside the hub's own. */
export const ReceiptConfig = t.strict(
  {
    /** Which edition of AppRec each party is registered with. */
    SAMVIRKE_PARTIES_FILE: t.union([t.string, t.undefined]),
  },
  "ReceiptConfig",
);
