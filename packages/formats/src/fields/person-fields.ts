import { contactPoint, name, unnamedType } from "./composite.ts";
import type { CertificateField } from "./field.ts";
import { carried, changed, kept } from "./field.ts";

/** Head of the certificate, person and employment. */
export const personFields: ReadonlyArray<CertificateField> = [
  carried("RegelSettVersjon", "case.ruleSetVersionAsSent", "sykmelding.metadata.regelsettVersjon"),
  carried("SyketilfelleStartDato", "work.spellStart", "sykmelding.medisinskVurdering.syketilfelletStartDato"),
  ...name({ leaf: "Pasient/Navn", event: "identity.name", record: "sykmelding.pasient.navn" }),
  carried("Pasient/Fodselsnummer/Id", "identity.number.value", "sykmelding.pasient.fnr"),
  ...unnamedType("Pasient/Fodselsnummer/TypeId", "identity.number.type"),
  ...contactPoint({
    leaf: "Pasient/KontaktInfo",
    event: "case.patient.contactPoints[]",
    record: "sykmelding.pasient.kontaktinfo[]",
  }),
  carried("Pasient/NavnFastlege", "case.patient.familyDoctor", "sykmelding.pasient.navnFastlege"),
  carried("Pasient/NAVKontor", "case.patient.welfareOffice", "sykmelding.pasient.navKontor"),
  changed(
    "ENUM",
    carried(
      "Arbeidsgiver/HarArbeidsgiver/@V",
      ["work.employment.count", "work.employment.countCode.code"],
      "sykmelding.arbeidsgiver.type",
    ),
  ),
  kept("Arbeidsgiver/HarArbeidsgiver/@DN", "work.employment.countCode.text", "CODE_SAYS_IT"),
  carried("Arbeidsgiver/NavnArbeidsgiver", "work.employment.employerName", "sykmelding.arbeidsgiver.navn"),
  carried("Arbeidsgiver/Yrkesbetegnelse", "work.employment.occupation", "sykmelding.arbeidsgiver.yrkesbetegnelse"),
  carried("Arbeidsgiver/Stillingsprosent", "case.positionPercent", "sykmelding.arbeidsgiver.stillingsprosent"),
];
