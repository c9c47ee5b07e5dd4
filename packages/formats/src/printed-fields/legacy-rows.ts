/** Where welfare's older JSON has a certificate. */
export const legacyRows = `
sickLeaveId -> sykmelding.id
archiveId -> msgId | navLogId | sykmelding.msgId | vedlegg[] # FORM
receivedAt -> mottattDato | sykmelding.behandletTidspunkt | sykmelding.signaturDato # FORM
assessment -> merknader | merknader[].beskrivelse | merknader[].tidspunkt | merknader[].type | validationResult.status # WORD
identity.number.value -> personNrPasient
identity.currentNumber.value -> personNrPasient
work.periods[].index -> sykmelding.perioder[].aktivitetIkkeMulig.medisinskArsak | sykmelding.perioder[].aktivitetIkkeMulig.medisinskArsak.arsak[] | sykmelding.perioder[].aktivitetIkkeMulig.medisinskArsak.beskrivelse # CHOOSES
work.periods[].from -> sykmelding.perioder[].fom # FORM
work.periods[].to -> sykmelding.perioder[].tom # FORM
work.periods[].kindsAsSent[] -> sykmelding.perioder[].aktivitetIkkeMulig | sykmelding.perioder[].aktivitetIkkeMulig.arbeidsrelatertArsak | sykmelding.perioder[].aktivitetIkkeMulig.arbeidsrelatertArsak.arsak[] | sykmelding.perioder[].aktivitetIkkeMulig.arbeidsrelatertArsak.beskrivelse | sykmelding.perioder[].aktivitetIkkeMulig.medisinskArsak | sykmelding.perioder[].aktivitetIkkeMulig.medisinskArsak.arsak[] | sykmelding.perioder[].aktivitetIkkeMulig.medisinskArsak.beskrivelse | sykmelding.perioder[].gradert | sykmelding.perioder[].gradert.grad | sykmelding.perioder[].gradert.reisetilskudd # CHOOSES
work.periods[].grade -> sykmelding.perioder[].gradert.grad
work.periods[].gradedTravelSupport -> sykmelding.perioder[].gradert.reisetilskudd
work.periods[].travelSupport -> sykmelding.perioder[].reisetilskudd
work.periods[].treatmentDaysPerWeek -> sykmelding.perioder[].behandlingsdager
work.periods[].inputToEmployer -> sykmelding.perioder[].avventendeInnspillTilArbeidsgiver
work.periods[].workplaceCauses.codes[].code -> sykmelding.perioder[].aktivitetIkkeMulig.arbeidsrelatertArsak.arsak[] # WORD
work.periods[].workplaceCauses.text -> sykmelding.perioder[].aktivitetIkkeMulig.arbeidsrelatertArsak.beskrivelse
work.spellStart -> sykmelding.syketilfelleStartDato # FORM
work.employment.count -> sykmelding.arbeidsgiver.harArbeidsgiver # WORD
work.employment.employerName -> sykmelding.arbeidsgiver.navn
work.employment.occupation -> sykmelding.arbeidsgiver.yrkesbetegnelse
work.fitAfterPeriod -> sykmelding.prognose.arbeidsforEtterPeriode
work.consideration -> sykmelding.prognose.hensynArbeidsplassen
work.workplaceMeasures -> sykmelding.tiltakArbeidsplassen
work.messageToEmployer -> sykmelding.meldingTilArbeidsgiver
work.contactOn -> sykmelding.kontaktMedPasient.kontaktDato # FORM
work.treatedClock -> sykmelding.behandletTidspunkt # FORM
work.clinician.name.given -> sykmelding.behandler.fornavn
work.clinician.name.middle -> sykmelding.behandler.mellomnavn
work.clinician.name.family -> sykmelding.behandler.etternavn
work.clinician.hprNumber -> sykmelding.behandler.hpr
work.clinician.address.street -> sykmelding.behandler.adresse.gate
work.clinician.address.postalCode -> sykmelding.behandler.adresse.postnummer # FORM
work.clinician.address.city -> sykmelding.behandler.adresse.kommune
work.clinician.address.postBox -> sykmelding.behandler.adresse.postboks
work.clinician.address.country.code -> sykmelding.behandler.adresse.land
work.clinician.contactPoints[].address -> sykmelding.behandler.tlf # CHOOSES
work.foreignCountry -> utenlandskSykmelding.land
case.envelope.generatedAt -> sykmelding.behandletTidspunkt | sykmelding.signaturDato # FORM
case.envelope.messageId -> msgId | sykmelding.msgId
case.envelope.sender.organisations[].name -> legekontorOrgName
case.envelope.sender.organisations[].identifiers[].value -> legekontorHerId | legekontorOrgNr | legekontorReshId
case.envelope.sender.organisations[].identifiers[].type.code -> legekontorHerId | legekontorOrgNr | legekontorReshId # CHOOSES
case.envelope.receivingStation.ediLogId -> navLogId
case.envelope.receivingStation.receivedAt -> mottattDato # FORM
case.envelope.receivingStation.partnerReference -> partnerreferanse
case.patient.contactPoints[].address -> tlfPasient # CHOOSES
case.patient.familyDoctor -> sykmelding.navnFastlege
case.clinicianNumbers[].value -> sykmelding.behandler.fnr | sykmelding.behandler.her
case.clinicianNumbers[].type.code -> sykmelding.behandler.fnr | sykmelding.behandler.her # CHOOSES
case.signer.numbers[].value -> legeHprNr | personNrLege # CHOOSES
case.signer.numbers[].type.code -> legeHprNr | personNrLege # CHOOSES
case.signer.category.code -> legeHelsepersonellkategori
case.positionPercent -> sykmelding.arbeidsgiver.stillingsprosent
case.employedOutlook.ownWork -> sykmelding.prognose.erIArbeid.egetArbeidPaSikt
case.employedOutlook.fromDay -> sykmelding.prognose.erIArbeid.arbeidFOM # FORM
case.employedOutlook.otherWork -> sykmelding.prognose.erIArbeid.annetArbeidPaSikt
case.employedOutlook.assessedOn -> sykmelding.prognose.erIArbeid.vurderingsdato # FORM
case.unemployedOutlook.fitInTime -> sykmelding.prognose.erIkkeIArbeid.arbeidsforPaSikt
case.unemployedOutlook.fromDay -> sykmelding.prognose.erIkkeIArbeid.arbeidsforFOM # FORM
case.unemployedOutlook.assessedOn -> sykmelding.prognose.erIkkeIArbeid.vurderingsdato # FORM
case.forecastGiven -> sykmelding.prognose | sykmelding.prognose.arbeidsforEtterPeriode | sykmelding.prognose.erIArbeid | sykmelding.prognose.erIArbeid.annetArbeidPaSikt | sykmelding.prognose.erIArbeid.arbeidFOM | sykmelding.prognose.erIArbeid.egetArbeidPaSikt | sykmelding.prognose.erIArbeid.vurderingsdato | sykmelding.prognose.erIkkeIArbeid | sykmelding.prognose.erIkkeIArbeid.arbeidsforFOM | sykmelding.prognose.erIkkeIArbeid.arbeidsforPaSikt | sykmelding.prognose.erIkkeIArbeid.vurderingsdato | sykmelding.prognose.hensynArbeidsplassen # CHOOSES
case.helpAsked.atOnce -> sykmelding.meldingTilNAV.bistandUmiddelbart
case.helpAsked.text -> sykmelding.meldingTilNAV.beskrivBistand
case.welfareMeasures -> sykmelding.tiltakNAV
case.otherMeasures -> sykmelding.andreTiltak
case.lateContactReason -> sykmelding.kontaktMedPasient.begrunnelseIkkeKontakt
case.sendingSystem.name -> sykmelding.avsenderSystem.navn
case.sendingSystem.version -> sykmelding.avsenderSystem.versjon
case.ruleSetVersionAsSent -> rulesetVersion | sykmelding.meldingTilNAV.bistandUmiddelbart # CHOOSES
case.ruleHits[].rule -> validationResult.ruleHits[].ruleName
case.ruleHits[].outcome -> validationResult.ruleHits[].ruleStatus # WORD
case.ruleHits[].textForSender -> validationResult.ruleHits[].messageForSender
case.ruleHits[].textForPerson -> validationResult.ruleHits[].messageForUser
case.registryAnswers.clinicianNumber.value -> sykmelding.behandler.fnr
case.abroad.barracksAddress -> utenlandskSykmelding.folkeRegistertAdresseErBrakkeEllerTilsvarende
case.abroad.addressAbroad -> utenlandskSykmelding.erAdresseUtland
medical.mainDiagnosis.system -> sykmelding.medisinskVurdering.hovedDiagnose.system
medical.mainDiagnosis.code -> sykmelding.medisinskVurdering.hovedDiagnose.kode
medical.mainDiagnosis.text -> sykmelding.medisinskVurdering.hovedDiagnose.tekst
medical.otherDiagnoses[].system -> sykmelding.medisinskVurdering.biDiagnoser[].system
medical.otherDiagnoses[].code -> sykmelding.medisinskVurdering.biDiagnoser[].kode
medical.otherDiagnoses[].text -> sykmelding.medisinskVurdering.biDiagnoser[].tekst
medical.otherAbsence.codes[].code -> sykmelding.medisinskVurdering.annenFraversArsak.grunn[] # WORD
medical.otherAbsence.text -> sykmelding.medisinskVurdering.annenFraversArsak.beskrivelse
medical.pregnancy -> sykmelding.medisinskVurdering.svangerskap
medical.occupationalInjury -> sykmelding.medisinskVurdering.yrkesskade
medical.occupationalInjuryOn -> sykmelding.medisinskVurdering.yrkesskadeDato # FORM
medical.shieldedFromPerson -> sykmelding.skjermesForPasient
medical.medicalCauses[].periodIndex -> sykmelding.perioder[].aktivitetIkkeMulig.medisinskArsak | sykmelding.perioder[].aktivitetIkkeMulig.medisinskArsak.arsak[] | sykmelding.perioder[].aktivitetIkkeMulig.medisinskArsak.beskrivelse # CHOOSES
medical.medicalCauses[].codes[].code -> sykmelding.perioder[].aktivitetIkkeMulig.medisinskArsak.arsak[] # WORD
medical.medicalCauses[].text -> sykmelding.perioder[].aktivitetIkkeMulig.medisinskArsak.beskrivelse
medical.answerGroups[].groupId -> sykmelding.utdypendeOpplysninger{}{}.restriksjoner[] | sykmelding.utdypendeOpplysninger{}{}.sporsmal | sykmelding.utdypendeOpplysninger{}{}.svar # KEY
medical.answerGroups[].answers[].questionId -> sykmelding.utdypendeOpplysninger{}{}.restriksjoner[] | sykmelding.utdypendeOpplysninger{}{}.sporsmal | sykmelding.utdypendeOpplysninger{}{}.svar # KEY
medical.answerGroups[].answers[].question -> sykmelding.utdypendeOpplysninger{}{}.sporsmal
medical.answerGroups[].answers[].answer -> sykmelding.utdypendeOpplysninger{}{}.svar
medical.answerGroups[].answers[].restrictions[].code -> sykmelding.utdypendeOpplysninger{}{}.restriksjoner[] # WORD
medical.attachments[].index -> vedlegg[] # CHOOSES
medical.attachments[].kind -> vedlegg[] # CHOOSES
medical.attachments[].reference -> vedlegg[]
`;
