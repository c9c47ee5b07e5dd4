import { entryOf, listOf, oid, textOfTheme } from "../dialogue/codes.ts";
import type { Code } from "@samvirke/contracts";
import type { JsonObject } from "../sykmelding-record/json.ts";

interface ArchiveNote {
  readonly category: string;
  readonly code: string;
  readonly title: string;
}

const noteTitle = "Henvendelse fra lege";

// NAV's own words for its archive. Source: navikt/padm2, its table of dialogue codes.
const archiveNotes: Readonly<Record<string, ArchiveNote>> = {
  "8126/1": { category: "1", code: "11", title: "Svar innkalling dialogmøte:Ja, jeg kommer" },
  "8126/2": { category: "1", code: "12", title: "Svar innkalling dialogmøte:Jeg ønsker nytt møtetidspunkt" },
  "8126/3": { category: "1", code: "13", title: "Svar innkalling dialogmøte:Jeg kan ikke komme, se begrunnelse" },
  "9069/5": { category: "2", code: "25", title: "Svar på forespørsel om pasient" },
  "8128/1": { category: "3", code: "31", title: noteTitle },
  "8128/2": { category: "3", code: "32", title: noteTitle },
};

const nothing: ArchiveNote = { category: "", code: "", title: "" };

/** A code with empty texts where it says nothing. */
export const said = (code: Code | null): { readonly system: string; readonly code: string; readonly text: string } => ({
  system: code?.system ?? "",
  code: code?.code ?? "",
  text: code?.text ?? "",
});

/** A theme as NAV's consumers read it: the list's own text, and what NAV's archive calls it. */
export const themeJson = (theme: Code | null): JsonObject => {
  const { system, code, text } = said(theme);
  const list = listOf(theme);
  const archived = entryOf(archiveNotes, `${list}/${code}`) ?? nothing;
  return {
    kodeverkOID: list === undefined ? system : oid(list),
    dn: textOfTheme(list ?? "", code) ?? text,
    v: code,
    arenaNotatKategori: archived.category,
    arenaNotatKode: archived.code,
    arenaNotatTittel: archived.title,
  };
};
