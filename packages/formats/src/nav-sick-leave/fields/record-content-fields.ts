import { fieldTable } from "./nav-field.ts";

/** Where each leaf of the record's `sykmelding` and `validation` goes. Source: SykmeldingRecord v27, fact sheet 10.3. */
export const recordContentFields = fieldTable(`
sykmelding.type -> # SHAPE
sykmelding.id -> case.documentId | certificateId
sykmelding.metadata.mottattDato -> receivedAt
sykmelding.metadata.genDate -> case.envelope.generatedAt | case.envelope.generatedAtText | work.signedOn
sykmelding.metadata.avsenderSystem.navn -> case.sendingSystem.name
sykmelding.metadata.avsenderSystem.versjon -> case.sendingSystem.version
sykmelding.metadata.behandletTidspunkt -> work.treatedAt | work.treatedClock | work.treatedOn
sykmelding.metadata.regelsettVersjon -> case.ruleSetVersionAsSent
sykmelding.metadata.strekkode -> case.barcode
sykmelding.pasient.navn.fornavn -> identity.name.given
sykmelding.pasient.navn.mellomnavn -> identity.name.middle
sykmelding.pasient.navn.etternavn -> identity.name.family
sykmelding.pasient.navKontor -> case.patient.welfareOffice
sykmelding.pasient.navnFastlege -> case.patient.familyDoctor
sykmelding.pasient.fnr -> identity.number.value
sykmelding.pasient.kontaktinfo[].type -> case.patient.contactPoints[].type.code
sykmelding.pasient.kontaktinfo[].value -> case.patient.contactPoints[].address
sykmelding.medisinskVurdering.hovedDiagnose.system -> medical.mainDiagnosis.system
sykmelding.medisinskVurdering.hovedDiagnose.kode -> medical.mainDiagnosis.code
sykmelding.medisinskVurdering.hovedDiagnose.tekst -> medical.mainDiagnosis.text
sykmelding.medisinskVurdering.biDiagnoser[].system -> medical.otherDiagnoses[].system
sykmelding.medisinskVurdering.biDiagnoser[].kode -> medical.otherDiagnoses[].code
sykmelding.medisinskVurdering.biDiagnoser[].tekst -> medical.otherDiagnoses[].text
sykmelding.medisinskVurdering.svangerskap -> medical.pregnancy
sykmelding.medisinskVurdering.yrkesskade.yrkesskadeDato -> medical.occupationalInjuryOn
sykmelding.medisinskVurdering.skjermetForPasient -> medical.shieldedFromPerson
sykmelding.medisinskVurdering.syketilfelletStartDato -> work.spellStart
sykmelding.medisinskVurdering.annenFraversArsak.beskrivelse -> medical.otherAbsence.text
sykmelding.medisinskVurdering.annenFraversArsak.arsak[] -> medical.otherAbsence.codes[].code
sykmelding.aktivitet[].fom -> work.periods[].from
sykmelding.aktivitet[].tom -> work.periods[].to
sykmelding.aktivitet[].type -> # SHAPE
sykmelding.aktivitet[].medisinskArsak.beskrivelse -> medical.medicalCauses[].text
sykmelding.aktivitet[].medisinskArsak.arsak[] -> medical.medicalCauses[].codes[].code
sykmelding.aktivitet[].arbeidsrelatertArsak.beskrivelse -> work.periods[].workplaceCauses.text
sykmelding.aktivitet[].arbeidsrelatertArsak.arsak[] -> work.periods[].workplaceCauses.codes[].code
sykmelding.aktivitet[].grad -> work.periods[].grade
sykmelding.aktivitet[].reisetilskudd -> work.periods[].gradedTravelSupport
sykmelding.aktivitet[].innspillTilArbeidsgiver -> work.periods[].inputToEmployer
sykmelding.aktivitet[].antallBehandlingsdager -> work.periods[].treatmentDaysPerWeek
sykmelding.arbeidsgiver.type -> work.employment.count | work.employment.countCode.code
sykmelding.arbeidsgiver.navn -> work.employment.employerName
sykmelding.arbeidsgiver.yrkesbetegnelse -> work.employment.occupation
sykmelding.arbeidsgiver.stillingsprosent -> case.positionPercent
sykmelding.arbeidsgiver.meldingTilArbeidsgiver -> work.messageToEmployer
sykmelding.arbeidsgiver.tiltakArbeidsplassen -> work.workplaceMeasures
sykmelding.behandler.navn.fornavn -> work.clinician.name.given
sykmelding.behandler.navn.mellomnavn -> work.clinician.name.middle
sykmelding.behandler.navn.etternavn -> work.clinician.name.family
sykmelding.behandler.adresse.type -> work.clinician.address.type.code
sykmelding.behandler.adresse.gateadresse -> work.clinician.address.street
sykmelding.behandler.adresse.postnummer -> work.clinician.address.postalCode
sykmelding.behandler.adresse.poststed -> work.clinician.address.city
sykmelding.behandler.adresse.postboks -> work.clinician.address.postBox
sykmelding.behandler.adresse.kommune -> work.clinician.address.county.code
sykmelding.behandler.adresse.land -> work.clinician.address.country.code
sykmelding.behandler.ids[].id -> case.clinicianNumbers[].value | work.clinician.hprNumber
sykmelding.behandler.ids[].type -> case.clinicianNumbers[].type.code | work.clinician.hprNumber
sykmelding.behandler.kontaktinfo[].type -> work.clinician.contactPoints[].type.code
sykmelding.behandler.kontaktinfo[].value -> work.clinician.contactPoints[].address
sykmelding.sykmelder.ids[].id -> case.signer.numbers[].value
sykmelding.sykmelder.ids[].type -> case.signer.numbers[].type.code
sykmelding.sykmelder.helsepersonellKategori -> case.signer.category.code
sykmelding.prognose.arbeidsforEtterPeriode -> work.fitAfterPeriod
sykmelding.prognose.hensynArbeidsplassen -> work.consideration
sykmelding.prognose.arbeid.type -> # SHAPE
sykmelding.prognose.arbeid.egetArbeidPaSikt -> case.employedOutlook.ownWork
sykmelding.prognose.arbeid.annetArbeidPaSikt -> case.employedOutlook.otherWork
sykmelding.prognose.arbeid.arbeidFOM -> case.employedOutlook.fromDay
sykmelding.prognose.arbeid.vurderingsdato -> case.employedOutlook.assessedOn | case.unemployedOutlook.assessedOn
sykmelding.tiltak.tiltakNav -> case.welfareMeasures
sykmelding.tiltak.andreTiltak -> case.otherMeasures
sykmelding.bistandNav.bistandUmiddelbart -> case.helpAsked.atOnce
sykmelding.bistandNav.beskrivBistand -> case.helpAsked.text
sykmelding.tilbakedatering.kontaktDato -> work.contactOn
sykmelding.tilbakedatering.begrunnelse -> case.lateContactReason
sykmelding.utdypendeOpplysninger{}{}.sporsmal -> medical.answerGroups[].answers[].question
sykmelding.utdypendeOpplysninger{}{}.svar -> medical.answerGroups[].answers[].answer
sykmelding.utdypendeOpplysninger{}{}.restriksjoner[] -> medical.answerGroups[].answers[].restrictions[].code
validation.status -> validation.hasRemark | validation.status
validation.timestamp -> validation.at
validation.rules[].type -> # SHAPE
validation.rules[].name -> validation.rules[].name
validation.rules[].timestamp -> validation.rules[].at
validation.rules[].validationType -> validation.rules[].manual
validation.rules[].reason.sykmeldt -> validation.rules[].textForPerson
validation.rules[].reason.sykmelder -> validation.rules[].textForSender
sykmelding.prognose.arbeid.arbeidsforPaSikt -> case.unemployedOutlook.fitInTime
sykmelding.prognose.arbeid.arbeidsforFOM -> case.unemployedOutlook.fromDay
sykmelding.medisinskVurdering.annenFravarsgrunn -> medical.otherAbsence.codes[].code
sykmelding.utdypendeSporsmal[].type -> medical.answerGroups[].answers[].questionId
sykmelding.utdypendeSporsmal[].svar -> medical.answerGroups[].answers[].answer
sykmelding.utdypendeSporsmal[].skjermetForArbeidsgiver -> medical.answerGroups[].answers[].restrictions[].code | medical.answerGroups[].answers[].restrictions[].originalText | medical.answerGroups[].answers[].restrictions[].system | medical.answerGroups[].answers[].restrictions[].text
sykmelding.utdypendeSporsmal[].sporsmal -> medical.answerGroups[].answers[].question
sykmelding.utenlandskInfo.land -> work.foreignCountry
sykmelding.utenlandskInfo.folkeRegistertAdresseErBrakkeEllerTilsvarende -> case.abroad.barracksAddress
sykmelding.utenlandskInfo.erAdresseUtland -> case.abroad.addressAbroad
`);
