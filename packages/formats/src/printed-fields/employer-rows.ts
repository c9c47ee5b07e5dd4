/** Where the copy has what stands in the parts of a certificate that an employer's key opens. */
export const employerPartRows = `
identity.number.value -> kafkaMetadata.fnr
identity.currentNumber.value -> kafkaMetadata.fnr
work.periods[].from -> sykmelding.sykmeldingsperioder[].fom # FORM
work.periods[].to -> sykmelding.sykmeldingsperioder[].tom # FORM
work.periods[].kind -> sykmelding.sykmeldingsperioder[].aktivitetIkkeMulig | sykmelding.sykmeldingsperioder[].aktivitetIkkeMulig.arbeidsrelatertArsak.arsak[] | sykmelding.sykmeldingsperioder[].aktivitetIkkeMulig.arbeidsrelatertArsak.beskrivelse | sykmelding.sykmeldingsperioder[].behandlingsdager | sykmelding.sykmeldingsperioder[].fom | sykmelding.sykmeldingsperioder[].gradert | sykmelding.sykmeldingsperioder[].gradert.grad | sykmelding.sykmeldingsperioder[].gradert.reisetilskudd | sykmelding.sykmeldingsperioder[].innspillTilArbeidsgiver | sykmelding.sykmeldingsperioder[].reisetilskudd | sykmelding.sykmeldingsperioder[].tom | sykmelding.sykmeldingsperioder[].type # CHOOSES
work.periods[].grade -> sykmelding.sykmeldingsperioder[].gradert.grad
work.periods[].gradedTravelSupport -> sykmelding.sykmeldingsperioder[].gradert.reisetilskudd
work.periods[].treatmentDaysPerWeek -> sykmelding.sykmeldingsperioder[].behandlingsdager
work.periods[].inputToEmployer -> sykmelding.sykmeldingsperioder[].innspillTilArbeidsgiver
work.periods[].workplaceCauses.codes[].code -> sykmelding.sykmeldingsperioder[].aktivitetIkkeMulig.arbeidsrelatertArsak.arsak[] # WORD
work.periods[].workplaceCauses.text -> sykmelding.sykmeldingsperioder[].aktivitetIkkeMulig.arbeidsrelatertArsak.beskrivelse
work.spellStart -> sykmelding.syketilfelleStartDato # FORM
work.employment.employerName -> sykmelding.arbeidsgiver.navn
work.employment.occupation -> sykmelding.arbeidsgiver.yrkesbetegnelse
work.fitAfterPeriod -> sykmelding.prognose.arbeidsforEtterPeriode
work.consideration -> sykmelding.prognose.hensynArbeidsplassen
work.workplaceMeasures -> sykmelding.tiltakArbeidsplassen
work.messageToEmployer -> sykmelding.meldingTilArbeidsgiver
work.contactOn -> sykmelding.kontaktMedPasient.kontaktDato # FORM
work.treatedClock -> sykmelding.behandletTidspunkt # FORM
work.signedOn -> sykmelding.signaturDato # FORM
work.clinician.name.given -> sykmelding.behandler.fornavn
work.clinician.name.middle -> sykmelding.behandler.mellomnavn
work.clinician.name.family -> sykmelding.behandler.etternavn
work.clinician.hprNumber -> sykmelding.behandler.hpr
work.clinician.address.street -> sykmelding.behandler.adresse.gate
work.clinician.address.postalCode -> sykmelding.behandler.adresse.postnummer # FORM
work.clinician.address.city -> sykmelding.behandler.adresse.kommune
work.clinician.address.postBox -> sykmelding.behandler.adresse.postboks
work.clinician.address.country.code -> sykmelding.behandler.adresse.land
work.clinician.contactPoints[].type.code -> sykmelding.behandler.tlf # CHOOSES
work.clinician.contactPoints[].type.text -> sykmelding.behandler.tlf # CHOOSES
work.clinician.contactPoints[].address -> sykmelding.behandler.tlf # CHOOSES
work.foreignCountry -> sykmelding.utenlandskSykmelding.land
`;

/** Where it has the rest of a certificate; of what is sealed, only kinds of remarks. */
export const employerCertifiedRows = `
sickLeaveId -> event.sykmeldingId | kafkaMetadata.sykmeldingId | sykmelding.id
channel -> document | sykmelding.papirsykmelding # CHOOSES
receivedAt -> sykmelding.behandletTidspunkt | sykmelding.mottattTidspunkt # FORM
assessment -> sykmelding.merknader[].beskrivelse | sykmelding.merknader[].type # WORD
case.ruleHits[].rule -> sykmelding.merknader | sykmelding.merknader[].beskrivelse | sykmelding.merknader[].type # WORD
`;

/** Where it has a later version of the certificate. */
export const employerRevisedRows = `
sickLeaveId -> document # CHOOSES
channel -> sykmelding.egenmeldt | sykmelding.papirsykmelding # CHOOSES
`;

/** Where it has what the person sent. */
export const employerSentRows = `
sickLeaveId -> document # CHOOSES
standing -> document # CHOOSES
work.employer.organisationNumber -> event.arbeidsgiver.orgnummer
work.employer.legalUnit -> event.arbeidsgiver.juridiskOrgnummer
work.employer.name -> event.arbeidsgiver.orgNavn
work.answers[].name -> event.brukerSvar | event.brukerSvar{}.sporsmaltekst | event.brukerSvar{}.svar | event.sporsmals | event.sporsmals[].shortName | event.sporsmals[].svar | event.sporsmals[].svartype | event.sporsmals[].tekst # CHOOSES
work.answers[].kind -> event.brukerSvar{}.sporsmaltekst | event.sporsmals | event.sporsmals[].shortName | event.sporsmals[].svar | event.sporsmals[].svartype | event.sporsmals[].tekst # CHOOSES
work.answers[].question -> event.brukerSvar{}.sporsmaltekst | event.sporsmals[].tekst
work.answers[].answer -> event.brukerSvar{}.svar | event.sporsmals[].svar
work.sentAtText -> event.timestamp | kafkaMetadata.timestamp
`;

/** Where it has what welfare decided. */
export const employerReviewedRows = `
sickLeaveId -> document # CHOOSES
standing -> document # CHOOSES
outcome -> document # WORD
case.rules[].name -> sykmelding.merknader | sykmelding.merknader[].beskrivelse | sykmelding.merknader[].type # WORD
`;
