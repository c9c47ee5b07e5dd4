import type { Identifier, Signer, WireEnvelope } from "@samvirke/contracts";
import { hprNumber, lists, nationalNumber, plainCode } from "./codes.ts";
import type { JsonSource } from "./json-source.ts";
import { maybeText, text } from "./json-source.ts";

const organisationIds = (source: JsonSource): ReadonlyArray<Identifier> =>
  (
    [
      ["legekontorOrgNr", "ENH"],
      ["legekontorHerId", "HER"],
      ["legekontorReshId", "RSH"],
    ] as const
  ).flatMap(([key, type]) => {
    const value = maybeText(source, key);
    return value === null ? [] : [{ value, type: plainCode(type, lists.organisationIds) }];
  });

export const officeIn = (source: JsonSource): WireEnvelope["sender"] => ({
  comMethod: null,
  organisations: [
    {
      name: maybeText(source, "legekontorOrgName"),
      type: null,
      identifiers: organisationIds(source),
      address: null,
      contactPoints: [],
      healthcareProfessional: null,
    },
  ],
});

export const legacySignerIn = (source: JsonSource): Signer => {
  const hpr = maybeText(source, "legeHprNr");
  const category = maybeText(source, "legeHelsepersonellkategori");
  return {
    numbers: [nationalNumber(text(source, "personNrLege")), ...(hpr === null ? [] : [hprNumber(hpr)])],
    name: null,
    category: category === null ? null : plainCode(category),
  };
};
