import { fieldTable } from "../../nav-sick-leave/fields/nav-field.ts";

/** Where each leaf of a line manager's record goes. */
export const lineManagerFields = fieldTable(`
narmesteLederId -> relationId
fnr -> personNumber
orgnummer -> employer
narmesteLederFnr -> managerNumber
narmesteLederTelefonnummer -> phone
narmesteLederEpost -> mail
aktivFom -> from
aktivTom -> to
arbeidsgiverForskutterer -> paysInAdvance
timestamp -> changedAt
status -> status
`);

/** Where each leaf of a person's numbers goes. */
export const personNumbersFields = fieldTable(`
identifikatorer[].idnummer -> identity.numbers[].number.value
identifikatorer[].type -> identity.numbers[].number.type.code | identity.numbers[].issuer | identity.numbers[].kind
identifikatorer[].gjeldende -> identity.numbers[].current
`);

/** Where each leaf of a change in the person register goes, a death and a protection taken together. */
export const personEventFields = fieldTable(`
hendelseId -> content.registerEventId
personidenter[] -> personNumbers[]
master -> master
opprettet -> content.knownSince
opplysningstype -> subject | content | content.kind | content.change | content.protection | content.diedOn | content.knownSince | content.registerEventId | content.replacesRegisterEventId | content.registerAnswerVersion
endringstype -> content.change
tidligereHendelseId -> content.replacesRegisterEventId
adressebeskyttelse.gradering -> content.protection
doedsfall.doedsdato -> content.diedOn
`);
