import { readFile } from "node:fs/promises";
import { E } from "@samvirke/kernel";
import * as t from "io-ts/lib/index.js";

/** The environment of the receipt translator beside the hub's own. */
export const ReceiptConfig = t.strict(
  {
    /** Which edition of AppRec each party is registered with. */
    SAMVIRKE_PARTIES_FILE: t.union([t.string, t.undefined]),
  },
  "ReceiptConfig",
);

const Edition = t.keyof({ "1.0": null, "1.1": null }, "AppRecEdition");

const PartyFile = t.array(t.strict({ id: t.string, appRec: t.union([Edition, t.undefined]) }, "Party"), "PartyFile");

/** The edition of AppRec that a party is registered with; 1.0, NAV's own, where it declares none. */
export type Editions = (party: string) => t.TypeOf<typeof Edition>;

/** The editions that a party file declares. */
export const editionsOf = (file: unknown): Editions => {
  const parties = PartyFile.decode(file);
  if (E.isLeft(parties)) throw new Error("the party file is not as expected");
  const declared = new Map(parties.right.map(({ id, appRec }) => [id, appRec]));
  return (party) => declared.get(party) ?? "1.0";
};

/** Reads the party file; without one everybody gets 1.0. Rejects when it does not read. */
export const readEditions = async (path: string | undefined): Promise<Editions> =>
  path === undefined ? () => "1.0" : editionsOf(JSON.parse(await readFile(path, "utf8")));
