import type { Either } from "@samvirke/kernel";
import { E } from "@samvirke/kernel";
import * as t from "io-ts/lib/index.js";
import { ValidationStatus, ValidationType } from "./read-enums.ts";
import {
  Aktivitet,
  Arbeidsgiver,
  Behandler,
  BistandNav,
  DigitalMedisinskVurdering,
  DigitalSykmeldingMetadata,
  MedisinskVurdering,
  Pasient,
  Prognose,
  Sykmelder,
  SykmeldingMetadata,
  Tilbakedatering,
  Tiltak,
  UtdypendeOpplysninger,
  UtdypendeSporsmal,
} from "./read-parts.ts";
import { Metadata } from "./read-parties.ts";
import { OffsetDateTime, byType, exactly, list, orNull } from "./read-primitives.ts";
import type { JsonObject } from "./json.ts";

const everywhere = { type: t.string, id: t.string, pasient: Pasient, aktivitet: list(Aktivitet) };
const treated = { arbeidsgiver: Arbeidsgiver, behandler: Behandler, sykmelder: Sykmelder };

const written = {
  ...everywhere,
  ...treated,
  metadata: SykmeldingMetadata,
  medisinskVurdering: MedisinskVurdering,
  prognose: orNull(Prognose),
  tiltak: orNull(Tiltak),
  bistandNav: orNull(BistandNav),
  tilbakedatering: orNull(Tilbakedatering),
  utdypendeOpplysninger: orNull(UtdypendeOpplysninger),
};

const UtenlandskInfo = exactly("UtenlandskInfo", {
  land: t.string,
  folkeRegistertAdresseErBrakkeEllerTilsvarende: t.boolean,
  erAdresseUtland: orNull(t.boolean),
});

const Sykmelding = byType("Sykmelding", {
  XML: exactly("XmlSykmelding", written),
  PAPIR: exactly("PapirSykmelding", written),
  DIGITAL: exactly("DigitalSykmelding", {
    ...everywhere,
    ...treated,
    metadata: DigitalSykmeldingMetadata,
    medisinskVurdering: DigitalMedisinskVurdering,
    tilbakedatering: orNull(Tilbakedatering),
    bistandNav: orNull(BistandNav),
    utdypendeSporsmal: orNull(list(UtdypendeSporsmal)),
  }),
  UTENLANDSK: exactly("UtenlandskSykmelding", {
    ...everywhere,
    metadata: SykmeldingMetadata,
    medisinskVurdering: MedisinskVurdering,
    utenlandskInfo: UtenlandskInfo,
  }),
});

const rule = { type: t.string, name: t.string, timestamp: OffsetDateTime, validationType: ValidationType };
const Rule = byType("Rule", {
  OK: exactly("OkRule", rule),
  PENDING: exactly("PendingRule", rule),
  INVALID: exactly("InvalidRule", {
    ...rule,
    reason: exactly("Reason", { sykmeldt: t.string, sykmelder: t.string }),
  }),
});
const Validation = exactly("Validation", { status: ValidationStatus, timestamp: OffsetDateTime, rules: list(Rule) });

const SykmeldingRecord = exactly("SykmeldingRecord", {
  metadata: Metadata,
  sykmelding: Sykmelding,
  validation: Validation,
});

// Which kind of metadata may stand with which kind of certificate.
const pairs: Readonly<Record<string, ReadonlyArray<string>>> = {
  DIGITAL: ["DIGITAL"],
  XML: ["ENKEL", "EMOTTAK", "EGENMELDT"],
  PAPIR: ["PAPIRSYKMELDING"],
  UTENLANDSK: ["UTENLANDSK_SYKMELDING"],
};

/** Where a record is not what version 27 demands: paths and expected names, never a value. */
export interface RecordMismatch {
  readonly _tag: "RecordMismatch";
  readonly paths: ReadonlyArray<string>;
}

const mismatch = (paths: ReadonlyArray<string>): Either<RecordMismatch, never> =>
  E.left({ _tag: "RecordMismatch", paths });

const explain = (errors: t.Errors): ReadonlyArray<string> =>
  errors.map(({ context }) => {
    const path = context.map(({ key }) => key).filter((key) => key !== "");
    return `${path.join(".")}: ${context.at(-1)?.type.name ?? ""}`;
  });

const typeIn = (json: JsonObject, key: string): string => {
  const part = json[key] as JsonObject;
  return part["type"] as string;
};

/**
 * Reads a SykmeldingRecord v27 strictly: at every level an unknown key, a missing one and an unknown enum value fail, as
 * they do at the receiver. Written from the description of the format, not from the printer.
 *
 * Rejects: RecordMismatch.
 * Source:  SykmeldingRecord v27, fact sheet 10.2 (pairs) and 10.3 (fields).
 */
export const readSykmeldingRecord = (json: unknown): Either<RecordMismatch, JsonObject> => {
  const read = SykmeldingRecord.decode(json);
  if (E.isLeft(read)) return mismatch(explain(read.left));
  const record = json as JsonObject;
  const allowed = pairs[typeIn(record, "sykmelding")] ?? [];
  return allowed.includes(typeIn(record, "metadata")) ? E.right(record) : mismatch(["metadata.type: pair"]);
};
