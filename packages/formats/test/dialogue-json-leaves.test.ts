import { E } from "@samvirke/kernel";
import { describe, expect, test } from "vitest";
import type { JsonField, ParsedDialogue } from "../src/index.ts";
import { kafkaFieldTable, orderFieldTable, readDialogmeldingForKafka, readDialogueOrder } from "../src/index.ts";
import { differences } from "./flatten.ts";

type Doc = Readonly<Record<string, unknown>>;

const order: Doc = {
  behandlerRef: "f0f88210-0111-41e8-8f1a-0800200c9a66",
  personIdent: "01857012026",
  dialogmeldingUuid: "6b0e3f7a-2b1f-4c58-9d83-0d6a5a3c1e02",
  dialogmeldingRefParent: "6b0e3f7a-2b1f-4c58-9d83-0d6a5a3c1e03",
  dialogmeldingRefConversation: "6b0e3f7a-2b1f-4c58-9d83-0d6a5a3c1e00",
  dialogmeldingType: "DIALOG_NOTAT",
  dialogmeldingKodeverk: "HENVENDELSE",
  dialogmeldingKode: 8,
  dialogmeldingTekst: "Hvordan er prognosen?",
  dialogmeldingVedlegg: Buffer.from("%PDF-1.7").toString("base64"),
  kilde: "SYFO",
};

const role = {
  rolleNotat: { s: "2.16.578.1.12.4.1.1.9057", v: "1" },
  person: { givenName: "Signe", familyName: "Prøvedal" },
  helsepersonell: { givenName: "Odd", familyName: "Kvist" },
};
const asked = {
  typeForesp: { dn: "Forespørsel om pasient", s: "2.16.578.1.12.4.1.1.8129", v: "1" },
  sporsmal: "Hvordan går det?",
  dokIdForesp: "spørsmål",
  rollerRelatertNotat: role,
};
const theme = (list: string, v: string) => ({
  kodeverkOID: `2.16.578.1.12.4.1.1.${list}`,
  dn: "tekst",
  v,
  arenaNotatKategori: "3",
  arenaNotatKode: "31",
  arenaNotatTittel: "Tittel",
});
const written = { tekstNotatInnhold: "Innhold", dokIdNotat: "notat" };

const record = (part: string, content: Doc): Doc => ({
  msgId: "6b0e3f7a-2b1f-4c58-9d83-0d6a5a3c1e02",
  msgType: "DIALOG_NOTAT",
  navLogId: "log",
  mottattTidspunkt: "2026-03-02T08:15:33",
  conversationRef: "6b0e3f7a-2b1f-4c58-9d83-0d6a5a3c1e00",
  parentRef: "6b0e3f7a-2b1f-4c58-9d83-0d6a5a3c1e01",
  personIdentPasient: "01857012026",
  personIdentBehandler: "14838110577",
  legekontorOrgNr: "999977773",
  legekontorHerId: "8094866",
  legekontorOrgName: "Legehuset",
  legehpr: "9988776",
  dialogmelding: {
    id: "id",
    innkallingMoterespons: null,
    foresporselFraSaksbehandlerForesporselSvar: null,
    henvendelseFraLegeHenvendelse: null,
    [part]: content,
    navnHelsepersonell: "Odd Kvist",
    signaturDato: "2026-03-02T08:15:30",
  },
  antallVedlegg: 0,
  journalpostId: "1",
  fellesformatXML: "<a/>",
});

const parts = [
  "innkallingMoterespons",
  "foresporselFraSaksbehandlerForesporselSvar",
  "henvendelseFraLegeHenvendelse",
] as const;
const records: ReadonlyArray<Doc> = [
  record(parts[0], { temaKode: theme("8126", "1"), ...written, foresporsel: asked }),
  record(parts[1], { temaKode: theme("9069", "5"), ...written, datoNotat: "2026-03-02T00:00:00" }),
  record(parts[2], { temaKode: theme("8128", "1"), ...written, foresporsel: asked, rollerRelatertNotat: role }),
];

const told = (parsed: ParsedDialogue) => ({
  ...parsed,
  content: "",
  warnings: [],
  case: { ...parsed.case, warnings: [] },
});
const orderOf = (json: unknown) => readDialogueOrder(json);
const recordOf = (json: unknown) => readDialogmeldingForKafka(json);
type Read = typeof orderOf;

const seen = (read: Read, json: unknown) => {
  const result = read(json);
  if (E.isLeft(result)) throw new Error(result.left.paths.join());
  return told(result.right);
};

const changedLeaf = (key: string, value: unknown): unknown => {
  if (typeof value === "number") return value + 1;
  if (key === "dialogmeldingVedlegg") return Buffer.from("%PDF-1.7 og mer").toString("base64");
  const text = value as string;
  if (/^\d{4}-\d{2}-\d{2}T/.test(text)) return text.replace("-02T", "-03T");
  return text.startsWith("6b0e3f7a") ? text.replace("6b0e3f7a", "7b0e3f7a") : `${text}9`;
};

/** The document with one leaf changed; undefined where it has none. */
const withLeaf = (json: unknown, [key, ...rest]: ReadonlyArray<string>): Doc | undefined => {
  const own = json as Doc;
  const name = key === "part" ? parts.find((part) => own[part] !== null) : key;
  if (name === undefined || own[name] === null || own[name] === undefined) return undefined;
  if (rest.length === 0) return { ...own, [name]: changedLeaf(name, own[name]) };
  const below = withLeaf(own[name], rest);
  return below && { ...own, [name]: below };
};

const leavesOf = (value: unknown, path: string): ReadonlyArray<string> => {
  if (value === null) return [];
  if (typeof value !== "object") return [path];
  return Object.entries(value).flatMap(([key, item]) => {
    const name = parts.some((part) => part === key) ? "part" : key;
    return leavesOf(item, path === "" ? name : `${path}.${name}`);
  });
};

const documents: ReadonlyArray<readonly [string, Read, ReadonlyArray<Doc>, ReadonlyArray<JsonField>]> = [
  ["the order", orderOf, [order], orderFieldTable],
  ["DialogmeldingForKafka", recordOf, records, kafkaFieldTable],
];

describe.each(documents)("every leaf of %s", (_, read, given, table) => {
  test("stands in its table once, and nothing else does", () => {
    const leaves = table.map(({ leaf }) => leaf);
    expect(new Set(leaves).size).toBe(leaves.length);
    expect([...leaves].sort()).toEqual([...new Set(given.flatMap((json) => leavesOf(json, "")))].sort());
  });

  // What decides the kind has its own tests; an enum's other values are other kinds.
  test.each(table.filter(({ rule }) => rule !== "DECIDES"))(
    "$leaf changes what is named for it and nothing else",
    ({ leaf, event, rule }) => {
      const changes = given.flatMap((json) => {
        const changed = withLeaf(json, leaf.split("."));
        return changed === undefined ? [] : [differences(seen(read, json), seen(read, changed))];
      });
      expect(changes.length).toBeGreaterThan(0);
      expect([...new Set(changes.flat())].sort()).toEqual([...event].sort());
      expect(event.length > 0 || rule !== undefined).toBe(true);
    },
  );
});
