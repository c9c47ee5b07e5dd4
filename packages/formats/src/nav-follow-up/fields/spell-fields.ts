import { fieldTable } from "../../nav-sick-leave/fields/nav-field.ts";

/** Where each leaf of a person's spells goes. */
export const followUpSpellsFields = fieldTable(`
uuid -> told.sourceId
createdAt -> told.determinedAt
personIdentNumber -> personNumber
oppfolgingstilfelleList[].gradertAtTilfelleEnd -> spells[].gradedAtEnd
oppfolgingstilfelleList[].arbeidstakerAtTilfelleEnd -> spells[].employedAtEnd
oppfolgingstilfelleList[].start -> spells[].start
oppfolgingstilfelleList[].end -> spells[].end
oppfolgingstilfelleList[].antallSykedager -> spells[].days
oppfolgingstilfelleList[].virksomhetsnummerList[] -> spells[].employers[]
referanseTilfelleBitUuid -> told.referenceBitId
referanseTilfelleBitInntruffet -> told.referenceBitAt
dodsdato -> told.diedOn
hasGjentakendeSykefravar -> repeatedAbsence
`);

/** Where each leaf of a piece goes. */
export const spellBitFields = fieldTable(`
id -> bit.id
fnr -> personNumber
orgnummer -> bit.employer
opprettet -> bit.createdAt
inntruffet -> bit.happenedAt
tags[] -> bit.tags[]
ressursId -> bit.resourceId
fom -> bit.from
tom -> bit.to
korrigererSendtSoknad -> bit.corrects
`);
