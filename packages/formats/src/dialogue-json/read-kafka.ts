import type { Either } from "@samvirke/kernel";
import { E } from "@samvirke/kernel";
import * as t from "io-ts/lib/index.js";
import { Whole, exactly, orNull } from "../sykmelding-record/read-primitives.ts";

const text = t.string;
const maybe = orNull(t.string);

const localForm = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?$/;
const isLocal = (value: unknown): value is string => typeof value === "string" && localForm.test(value);
const LocalDateTime = new t.Type<string>(
  "LocalDateTime",
  isLocal,
  (value, context) => (isLocal(value) ? t.success(value) : t.failure(value, context)),
  t.identity,
);

const TemaKode = exactly("TemaKode", {
  kodeverkOID: text,
  dn: text,
  v: text,
  arenaNotatKategori: text,
  arenaNotatKode: text,
  arenaNotatTittel: text,
});
const Navn = exactly("Navn", { givenName: text, familyName: text });
const Roller = exactly("RollerRelatertNotat", {
  rolleNotat: orNull(exactly("RolleNotat", { s: text, v: text })),
  person: orNull(Navn),
  helsepersonell: orNull(Navn),
});
const Foresporsel = exactly("Foresporsel", {
  typeForesp: exactly("TypeForesp", { dn: text, s: text, v: text }),
  sporsmal: text,
  dokIdForesp: maybe,
  rollerRelatertNotat: orNull(Roller),
});

const Dialogmelding = exactly("Dialogmelding", {
  id: text,
  innkallingMoterespons: orNull(
    exactly("InnkallingMoterespons", {
      temaKode: TemaKode,
      tekstNotatInnhold: maybe,
      dokIdNotat: maybe,
      foresporsel: orNull(Foresporsel),
    }),
  ),
  foresporselFraSaksbehandlerForesporselSvar: orNull(
    exactly("ForesporselSvar", {
      temaKode: TemaKode,
      tekstNotatInnhold: text,
      dokIdNotat: maybe,
      datoNotat: orNull(LocalDateTime),
    }),
  ),
  henvendelseFraLegeHenvendelse: orNull(
    exactly("Henvendelse", {
      temaKode: TemaKode,
      tekstNotatInnhold: text,
      dokIdNotat: maybe,
      foresporsel: orNull(Foresporsel),
      rollerRelatertNotat: orNull(Roller),
    }),
  ),
  navnHelsepersonell: text,
  signaturDato: LocalDateTime,
});

const Record = exactly("DialogmeldingForKafka", {
  msgId: text,
  msgType: text,
  navLogId: text,
  mottattTidspunkt: LocalDateTime,
  conversationRef: maybe,
  parentRef: maybe,
  personIdentPasient: text,
  personIdentBehandler: text,
  legekontorOrgNr: maybe,
  legekontorHerId: maybe,
  legekontorOrgName: text,
  legehpr: maybe,
  dialogmelding: Dialogmelding,
  antallVedlegg: Whole,
  journalpostId: text,
  fellesformatXML: text,
});

export type KafkaRecord = t.TypeOf<typeof Record>;

/** Where a document is not what its format demands: paths and expected names, never a value. */
export interface DialogueMismatch {
  readonly _tag: "DialogueMismatch";
  readonly paths: ReadonlyArray<string>;
}

export const mismatch = (paths: ReadonlyArray<string>): Either<DialogueMismatch, never> =>
  E.left({ _tag: "DialogueMismatch", paths });

// A key that the format does not know is the sender's own word, and is not repeated.
const step = (context: t.Context, index: number): string => {
  const { key, type } = context[index] ?? { key: "", type: t.unknown };
  const parent = context[index - 1]?.actual;
  const isUnknownKey =
    type.name === "never" && typeof parent === "object" && parent !== null && Object.hasOwn(parent, key);
  return isUnknownKey ? "*" : key;
};

export const explain = (errors: t.Errors): ReadonlyArray<string> =>
  errors.map(({ context }) => {
    const path = context.map((_, index) => step(context, index)).filter((key) => key !== "");
    return `${path.join(".")}: ${context.at(-1)?.type.name ?? ""}`;
  });

// Fields that the producer still writes and nobody reads.
const deprecated: ReadonlySet<string> = new Set(["pasientAktoerId", "behandlerAktoerId", "legekontorReshId"]);

const withoutDeprecated = (json: unknown): unknown =>
  typeof json === "object" && json !== null && !Array.isArray(json)
    ? Object.fromEntries(Object.entries(json).filter(([key]) => !deprecated.has(key)))
    : json;

const parts = [
  "innkallingMoterespons",
  "foresporselFraSaksbehandlerForesporselSvar",
  "henvendelseFraLegeHenvendelse",
] as const;

/**
 * Reads DialogmeldingForKafka strictly: a missing key, an unknown one and a value of another form fail alike, and so do
 * two parts or none. Written from the description of the format, not from the printer.
 *
 * Rejects: DialogueMismatch.
 * Source:  fact sheet 10.2.
 */
export const readKafkaRecord = (json: unknown): Either<DialogueMismatch, KafkaRecord> => {
  const read = Record.decode(withoutDeprecated(json));
  if (E.isLeft(read)) return mismatch(explain(read.left));
  const present = parts.filter((part) => read.right.dialogmelding[part] !== null);
  return present.length === 1 ? E.right(read.right) : mismatch(["dialogmelding: one part"]);
};
