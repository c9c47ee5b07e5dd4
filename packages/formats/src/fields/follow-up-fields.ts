import { address, contactPoint, name, namedType } from "./composite.ts";
import type { CertificateField } from "./field.ts";
import { carried, changed, kept } from "./field.ts";

/** Measures, messages, contact, clinician and sending system. */
export const followUpFields: ReadonlyArray<CertificateField> = [
  carried("Tiltak/TiltakArbeidsplassen", "work.workplaceMeasures", "sykmelding.arbeidsgiver.tiltakArbeidsplassen"),
  carried("Tiltak/TiltakNAV", "case.welfareMeasures", "sykmelding.tiltak.tiltakNav"),
  carried("Tiltak/AndreTiltak", "case.otherMeasures", "sykmelding.tiltak.andreTiltak"),
  kept("Oppfolgingsplan/MottattOppfolgingsplan", "case.planDialogue.planReceived", "NO_PLACE"),
  kept("Oppfolgingsplan/InnkaltDialogmote1", "case.planDialogue.calledToMeeting", "NO_PLACE"),
  kept("Oppfolgingsplan/DeltattDialogmote1", "case.planDialogue.tookPart", "NO_PLACE"),
  kept("Oppfolgingsplan/ArsakIkkeDeltatt", "case.planDialogue.reasonNotTakingPart", "NO_PLACE"),
  carried("MeldingTilNav/BistandNAVUmiddelbart", "case.helpAsked.atOnce", "sykmelding.bistandNav.bistandUmiddelbart"),
  carried("MeldingTilNav/BeskrivBistandNAV", "case.helpAsked.text", "sykmelding.bistandNav.beskrivBistand"),
  carried("MeldingTilArbeidsgiver", "work.messageToEmployer", "sykmelding.arbeidsgiver.meldingTilArbeidsgiver"),
  changed(
    "WRITTEN_CLOCK",
    carried(
      "KontaktMedPasient/BehandletDato",
      ["work.treatedAt", "work.treatedOn", "work.treatedClock"],
      "sykmelding.metadata.behandletTidspunkt",
    ),
  ),
  carried("KontaktMedPasient/KontaktDato", "work.contactOn", "sykmelding.tilbakedatering.kontaktDato"),
  carried("KontaktMedPasient/BegrunnIkkeKontakt", "case.lateContactReason", "sykmelding.tilbakedatering.begrunnelse"),
  ...name({ leaf: "Behandler/Navn", event: "work.clinician.name", record: "sykmelding.behandler.navn" }),
  carried(
    "Behandler/Id/Id",
    ["case.clinicianNumbers[].value", "work.clinician.hprNumber"],
    "sykmelding.behandler.ids[].id",
  ),
  ...namedType(
    { leaf: "Behandler/Id/TypeId", event: "case.clinicianNumbers[].type", record: "sykmelding.behandler.ids[].type" },
    ["work.clinician.hprNumber"],
  ),
  ...address({ leaf: "Behandler/Adresse", event: "work.clinician.address", record: "sykmelding.behandler.adresse" }),
  ...contactPoint({
    leaf: "Behandler/KontaktInfo",
    event: "work.clinician.contactPoints[]",
    record: "sykmelding.behandler.kontaktinfo[]",
  }),
  carried("AvsenderSystem/SystemNavn", "case.sendingSystem.name", "sykmelding.metadata.avsenderSystem.navn"),
  carried("AvsenderSystem/SystemVersjon", "case.sendingSystem.version", "sykmelding.metadata.avsenderSystem.versjon"),
  carried("Strekkode", "case.barcode", "sykmelding.metadata.strekkode"),
];
