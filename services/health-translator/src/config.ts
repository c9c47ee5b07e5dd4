import { readFile } from "node:fs/promises";
import { E } from "@samvirke/kernel";
import * as t from "io-ts/lib/index.js";

/** The environment of the health translator beside the hub's own. */
export const HealthConfig = t.strict(
  {
    SAMVIRKE_PEPPER_FILE: t.string,
    /** HER-ids, with commas between, of units that are registered as taking referrals from welfare; none where unset. */
    SAMVIRKE_WELFARE_REFERRAL_UNITS: t.union([t.string, t.undefined]),
    /** Which parties read FHIR, by their records; none where unset. */
    SAMVIRKE_PARTIES_FILE: t.union([t.string, t.undefined]),
  },
  "HealthConfig",
);

const Reads = t.keyof({ "fhir+json": null, "fhir+xml": null }, "Reads");

const PartyFile = t.array(
  t.strict(
    {
      id: t.string,
      identifiers: t.array(t.strict({ type: t.string, value: t.string }, "PartyIdentifier")),
      /** What the party's system reads where the hub can write it; the national XML formats where nothing is said. */
      reads: t.union([Reads, t.undefined]),
    },
    "Party",
  ),
  "PartyFile",
);

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    // The parser quotes what it read, tokens included.
    return undefined;
  }
};

/** The parties of a party file, as far as they say what they read. */
export const partiesIn = (text: string): t.TypeOf<typeof PartyFile> => {
  const parties = PartyFile.decode(parsed(text));
  if (E.isLeft(parties)) throw new Error("the party file is not as expected");
  return parties.right;
};

/** Reads the party file; nobody is known without one. Rejects when it does not read. */
export const readParties = async (path: string | undefined): Promise<t.TypeOf<typeof PartyFile>> =>
  path === undefined ? [] : partiesIn(await readFile(path, "utf8"));
