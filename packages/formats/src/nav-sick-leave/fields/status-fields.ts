import { fieldTable } from "./nav-field.ts";

/** Where each leaf of a SykmeldingStatusKafkaMessageDTO goes. Source: fact sheet 10.2. */
export const statusFields = fieldTable(`
kafkaMetadata.sykmeldingId -> findings[].path | findings[].rule
kafkaMetadata.timestamp -> # NOT_KEPT
kafkaMetadata.fnr -> personNumber
kafkaMetadata.source -> source
event.sykmeldingId -> certificateId | findings[].path | findings[].rule
event.timestamp -> at | atText
event.statusEvent -> kind
event.arbeidsgiver.orgnummer -> employer.organisationNumber
event.arbeidsgiver.juridiskOrgnummer -> employer.legalUnit
event.arbeidsgiver.orgNavn -> employer.name
event.tidligereArbeidsgiver.orgNavn -> previousEmployer.name
event.tidligereArbeidsgiver.orgnummer -> previousEmployer.organisationNumber
event.tidligereArbeidsgiver.sykmeldingsId -> previousEmployer.certificateId
event.erSvarOppdatering -> answersUpdated
event.sporsmals[].tekst -> forEmployer[].question | others[].question
event.sporsmals[].shortName -> forEmployer[].answer | forEmployer[].kind | forEmployer[].name | forEmployer[].question | others[].answer | others[].kind | others[].name | others[].question | workSituation
event.sporsmals[].svartype -> forEmployer[].kind | others[].kind
event.sporsmals[].svar -> forEmployer[].answer | others[].answer | workSituation
event.brukerSvar.riktigNarmesteLeder.sporsmaltekst -> forEmployer[].question
event.brukerSvar.riktigNarmesteLeder.svar -> forEmployer[].answer
event.brukerSvar.harForsikring.sporsmaltekst -> others[].question
event.brukerSvar.harForsikring.svar -> others[].answer
event.brukerSvar.uriktigeOpplysninger.sporsmaltekst -> others[].question
event.brukerSvar.uriktigeOpplysninger.svar[] -> others[].answer
`);
