import { fieldTable } from "./nav-field.ts";

/** Where each leaf of a ReceivedSykmelding goes. Source: fact sheet 2 and 10.2. */
export const receivedFields = fieldTable(`
sykmelding.id -> case.documentId | certificateId
sykmelding.msgId -> # NOT_KEPT
sykmelding.pasientAktoerId -> # NOT_KEPT
sykmelding.medisinskVurdering.hovedDiagnose.system -> medical.mainDiagnosis.system
sykmelding.medisinskVurdering.hovedDiagnose.kode -> medical.mainDiagnosis.code
sykmelding.medisinskVurdering.hovedDiagnose.tekst -> medical.mainDiagnosis.text
sykmelding.medisinskVurdering.biDiagnoser[].system -> medical.otherDiagnoses[].system
sykmelding.medisinskVurdering.biDiagnoser[].kode -> medical.otherDiagnoses[].code
sykmelding.medisinskVurdering.biDiagnoser[].tekst -> medical.otherDiagnoses[].text
sykmelding.medisinskVurdering.svangerskap -> medical.pregnancy
sykmelding.medisinskVurdering.yrkesskade -> medical.occupationalInjury
sykmelding.medisinskVurdering.yrkesskadeDato -> medical.occupationalInjuryOn
sykmelding.medisinskVurdering.annenFraversArsak.beskrivelse -> medical.otherAbsence.text
sykmelding.medisinskVurdering.annenFraversArsak.grunn[] -> medical.otherAbsence.codes[].code
sykmelding.skjermesForPasient -> medical.shieldedFromPerson
sykmelding.arbeidsgiver.harArbeidsgiver -> work.employment.count | work.employment.countCode.code
sykmelding.arbeidsgiver.navn -> work.employment.employerName
sykmelding.arbeidsgiver.yrkesbetegnelse -> work.employment.occupation
sykmelding.arbeidsgiver.stillingsprosent -> case.positionPercent
sykmelding.perioder[].fom -> work.periods[].from
sykmelding.perioder[].tom -> work.periods[].to
sykmelding.perioder[].aktivitetIkkeMulig.medisinskArsak.beskrivelse -> medical.medicalCauses[].text
sykmelding.perioder[].aktivitetIkkeMulig.medisinskArsak.arsak[] -> medical.medicalCauses[].codes[].code
sykmelding.perioder[].aktivitetIkkeMulig.arbeidsrelatertArsak.beskrivelse -> work.periods[].workplaceCauses.text
sykmelding.perioder[].aktivitetIkkeMulig.arbeidsrelatertArsak.arsak[] -> work.periods[].workplaceCauses.codes[].code
sykmelding.perioder[].reisetilskudd -> work.periods[].kind | work.periods[].kindsAsSent[] | work.periods[].travelSupport
sykmelding.perioder[].gradert.reisetilskudd -> work.periods[].gradedTravelSupport
sykmelding.perioder[].gradert.grad -> work.periods[].grade
sykmelding.perioder[].behandlingsdager -> work.periods[].treatmentDaysPerWeek
sykmelding.perioder[].avventendeInnspillTilArbeidsgiver -> work.periods[].inputToEmployer
sykmelding.prognose.arbeidsforEtterPeriode -> work.fitAfterPeriod
sykmelding.prognose.hensynArbeidsplassen -> work.consideration
sykmelding.prognose.erIArbeid.egetArbeidPaSikt -> case.employedOutlook.ownWork
sykmelding.prognose.erIArbeid.annetArbeidPaSikt -> case.employedOutlook.otherWork
sykmelding.prognose.erIArbeid.arbeidFOM -> case.employedOutlook.fromDay
sykmelding.prognose.erIArbeid.vurderingsdato -> case.employedOutlook.assessedOn
sykmelding.prognose.erIkkeIArbeid.arbeidsforPaSikt -> case.unemployedOutlook.fitInTime
sykmelding.prognose.erIkkeIArbeid.arbeidsforFOM -> case.unemployedOutlook.fromDay
sykmelding.prognose.erIkkeIArbeid.vurderingsdato -> case.unemployedOutlook.assessedOn
sykmelding.utdypendeOpplysninger{}{}.sporsmal -> medical.answerGroups[].answers[].question
sykmelding.utdypendeOpplysninger{}{}.svar -> medical.answerGroups[].answers[].answer
sykmelding.utdypendeOpplysninger{}{}.restriksjoner[] -> medical.answerGroups[].answers[].restrictions[].code
sykmelding.tiltakArbeidsplassen -> work.workplaceMeasures
sykmelding.tiltakNAV -> case.welfareMeasures
sykmelding.andreTiltak -> case.otherMeasures
sykmelding.meldingTilNAV.bistandUmiddelbart -> case.helpAsked.atOnce
sykmelding.meldingTilNAV.beskrivBistand -> case.helpAsked.text
sykmelding.meldingTilArbeidsgiver -> work.messageToEmployer
sykmelding.kontaktMedPasient.kontaktDato -> work.contactOn
sykmelding.kontaktMedPasient.begrunnelseIkkeKontakt -> case.lateContactReason
sykmelding.behandletTidspunkt -> work.treatedAt | work.treatedClock | work.treatedOn
sykmelding.behandler.fornavn -> work.clinician.name.given
sykmelding.behandler.mellomnavn -> work.clinician.name.middle
sykmelding.behandler.etternavn -> work.clinician.name.family
sykmelding.behandler.aktoerId -> # NOT_KEPT
sykmelding.behandler.fnr -> case.clinicianNumbers[].value
sykmelding.behandler.hpr -> case.clinicianNumbers[].value | work.clinician.hprNumber
sykmelding.behandler.her -> case.clinicianNumbers[].value
sykmelding.behandler.adresse.gate -> work.clinician.address.street
sykmelding.behandler.adresse.postnummer -> work.clinician.address.postalCode
sykmelding.behandler.adresse.kommune -> work.clinician.address.city
sykmelding.behandler.adresse.postboks -> work.clinician.address.postBox
sykmelding.behandler.adresse.land -> work.clinician.address.country.code
sykmelding.behandler.tlf -> work.clinician.contactPoints[].address
sykmelding.avsenderSystem.navn -> case.sendingSystem.name
sykmelding.avsenderSystem.versjon -> case.sendingSystem.version
sykmelding.syketilfelleStartDato -> work.spellStart
sykmelding.signaturDato -> case.envelope.generatedAt | case.envelope.generatedAtText | work.signedOn
sykmelding.navnFastlege -> case.patient.familyDoctor
personNrPasient -> identity.number.value
tlfPasient -> case.patient.contactPoints[].address
personNrLege -> case.envelope.receivingStation.signerNumber | case.signer.numbers[].value
legeHelsepersonellkategori -> case.signer.category.code
legeHprNr -> case.signer.numbers[].value
navLogId -> case.envelope.receivingStation.ediLogId | ediLogId
msgId -> case.envelope.messageId | msgId
legekontorOrgNr -> case.envelope.sender.organisations[].identifiers[].value
legekontorHerId -> case.envelope.sender.organisations[].identifiers[].value
legekontorReshId -> case.envelope.sender.organisations[].identifiers[].value
legekontorOrgName -> case.envelope.sender.organisations[].name
mottattDato -> case.envelope.receivingStation.receivedAt | case.envelope.receivingStation.receivedAtText | receivedAt
rulesetVersion -> case.ruleSetVersionAsSent
merknader[].type -> validation.rules[].manual | validation.rules[].name
merknader[].beskrivelse -> validation.rules[].textForPerson
merknader[].tidspunkt -> # NOT_KEPT
partnerreferanse -> case.envelope.receivingStation.partnerReference
vedlegg[] -> medical.attachments[].reference
utenlandskSykmelding.land -> work.foreignCountry
utenlandskSykmelding.folkeRegistertAdresseErBrakkeEllerTilsvarende -> case.abroad.barracksAddress
utenlandskSykmelding.erAdresseUtland -> case.abroad.addressAbroad
utenlandskSykmelding.andreRelevanteOpplysninger -> # NOT_KEPT
behandlderPersonNr -> # NOT_KEPT
behandlderHprNr -> # NOT_KEPT
fellesformat -> # NOT_KEPT
tssid -> # NOT_KEPT
validationResult.status -> validation.hasRemark | validation.status
validationResult.ruleHits[].ruleName -> validation.rules[].name
validationResult.ruleHits[].messageForSender -> validation.rules[].textForSender
validationResult.ruleHits[].messageForUser -> validation.rules[].textForPerson
validationResult.ruleHits[].ruleStatus -> validation.rules[].outcome
`);
