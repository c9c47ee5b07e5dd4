import { fieldTable } from "./nav-field.ts";

/** Where each leaf of a submission goes. Source: fact sheet 5.2. */
export const submissionFields = fieldTable(`
submitId -> case.envelope.messageId | submitId
meta.source -> case.sendingSystem.name
meta.pasientIdent -> identity.number.value
meta.sykmelderHpr -> case.clinicianNumbers[].value | case.signer.numbers[].value | work.clinician.hprNumber
meta.legekontorOrgnr -> case.envelope.sender.organisations[].identifiers[].value
meta.legekontorTlf -> case.envelope.sender.organisations[].contactPoints[].address | work.clinician.contactPoints[].address
values.pasientenSkalSkjermes -> medical.shieldedFromPerson
values.hoveddiagnose.system -> medical.mainDiagnosis.system
values.hoveddiagnose.code -> medical.mainDiagnosis.code
values.bidiagnoser[].system -> medical.otherDiagnoses[].system
values.bidiagnoser[].code -> medical.otherDiagnoses[].code
values.aktivitet[].type -> # SHAPE
values.aktivitet[].fom -> work.periods[].from
values.aktivitet[].tom -> work.periods[].to
values.aktivitet[].medisinskArsak.isMedisinskArsak -> # NOT_KEPT
values.aktivitet[].arbeidsrelatertArsak.isArbeidsrelatertArsak -> # NOT_KEPT
values.aktivitet[].arbeidsrelatertArsak.arbeidsrelaterteArsaker[] -> work.periods[].workplaceCauses.codes[].code
values.aktivitet[].arbeidsrelatertArsak.annenArbeidsrelatertArsak -> work.periods[].workplaceCauses.text
values.aktivitet[].grad -> work.periods[].grade
values.aktivitet[].reisetilskudd -> work.periods[].gradedTravelSupport
values.aktivitet[].antallBehandlingsdager -> work.periods[].treatmentDaysPerWeek
values.aktivitet[].innspillTilArbeidsgiver -> work.periods[].inputToEmployer
values.svangerskapsrelatert -> medical.pregnancy
values.meldinger.tilNav -> case.helpAsked.text
values.meldinger.tilArbeidsgiver -> work.messageToEmployer
values.yrkesskade.yrkesskade -> medical.occupationalInjury
values.yrkesskade.skadedato -> medical.occupationalInjuryOn
values.arbeidsgiver.harFlere -> work.employment.count | work.employment.countCode.code
values.arbeidsgiver.arbeidsgivernavn -> work.employment.employerName
values.tilbakedatering.startdato -> work.contactOn
values.tilbakedatering.begrunnelse -> case.lateContactReason
values.utdypendeSporsmal.hensynPaArbeidsplassen.sporsmalstekst -> medical.answerGroups[].answers[].question
values.utdypendeSporsmal.hensynPaArbeidsplassen.svar -> medical.answerGroups[].answers[].answer
values.utdypendeSporsmal.medisinskOppsummering.sporsmalstekst -> medical.answerGroups[].answers[].question
values.utdypendeSporsmal.medisinskOppsummering.svar -> medical.answerGroups[].answers[].answer
values.utdypendeSporsmal.utfordringerMedArbeid.sporsmalstekst -> medical.answerGroups[].answers[].question
values.utdypendeSporsmal.utfordringerMedArbeid.svar -> medical.answerGroups[].answers[].answer
values.utdypendeSporsmal.sykdomsutvikling.sporsmalstekst -> medical.answerGroups[].answers[].question
values.utdypendeSporsmal.sykdomsutvikling.svar -> medical.answerGroups[].answers[].answer
values.utdypendeSporsmal.arbeidsrelaterteUtfordringer.sporsmalstekst -> medical.answerGroups[].answers[].question
values.utdypendeSporsmal.arbeidsrelaterteUtfordringer.svar -> medical.answerGroups[].answers[].answer
values.utdypendeSporsmal.behandlingOgFremtidigArbeid.sporsmalstekst -> medical.answerGroups[].answers[].question
values.utdypendeSporsmal.behandlingOgFremtidigArbeid.svar -> medical.answerGroups[].answers[].answer
values.utdypendeSporsmal.uavklarteForhold.sporsmalstekst -> medical.answerGroups[].answers[].question
values.utdypendeSporsmal.uavklarteForhold.svar -> medical.answerGroups[].answers[].answer
values.utdypendeSporsmal.oppdatertMedisinskStatus.sporsmalstekst -> medical.answerGroups[].answers[].question
values.utdypendeSporsmal.oppdatertMedisinskStatus.svar -> medical.answerGroups[].answers[].answer
values.utdypendeSporsmal.realistiskMestringArbeid.sporsmalstekst -> medical.answerGroups[].answers[].question
values.utdypendeSporsmal.realistiskMestringArbeid.svar -> medical.answerGroups[].answers[].answer
values.utdypendeSporsmal.forventetHelsetilstandUtvikling.sporsmalstekst -> medical.answerGroups[].answers[].question
values.utdypendeSporsmal.forventetHelsetilstandUtvikling.svar -> medical.answerGroups[].answers[].answer
values.utdypendeSporsmal.medisinskeHensyn.sporsmalstekst -> medical.answerGroups[].answers[].question
values.utdypendeSporsmal.medisinskeHensyn.svar -> medical.answerGroups[].answers[].answer
values.annenFravarsgrunn -> medical.otherAbsence.codes[].code
`);
