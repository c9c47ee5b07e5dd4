import type { Finding, SpellBit } from "@samvirke/contracts";
import type { Day, Either, Instant } from "@samvirke/kernel";
import { E } from "@samvirke/kernel";
import type { JsonSource } from "../nav-sick-leave/json-source.ts";
import { day, flag, items, maybeDay, maybeFlag, maybeWhole, texts } from "../nav-sick-leave/json-source.ts";
import type { Malformed } from "../nav-sick-leave/malformed.ts";
import { readLenient } from "../nav-sick-leave/malformed.ts";
import { instant, maybeToken, personNumber, token } from "./values.ts";

/** One spell as welfare determined it; both days inclusive. */
export interface WelfareSpellRecord {
  readonly start: Day;
  readonly end: Day;
  readonly days: number | null;
  readonly employers: ReadonlyArray<string>;
  readonly gradedAtEnd: boolean;
  readonly employedAtEnd: boolean;
}

/** All spells of a person: what the command TakeWelfareSpells takes. */
export interface WelfareSpells {
  readonly personNumber: string;
  readonly spells: ReadonlyArray<WelfareSpellRecord>;
  readonly repeatedAbsence: boolean | null;
  readonly told: {
    readonly determinedAt: Instant;
    readonly sourceId: string;
    readonly referenceBitId: string;
    readonly referenceBitAt: Instant;
    readonly diedOn: Day | null;
  };
  readonly findings: ReadonlyArray<Finding>;
}

// A number as a text, or as an object that holds one.
const employersOf = (source: JsonSource): ReadonlyArray<string> => {
  const list = source.value["virksomhetsnummerList"];
  const isObjects = Array.isArray(list) && list.some((one: unknown) => typeof one === "object");
  return isObjects
    ? items(source, "virksomhetsnummerList", (inner) => token(inner, "value"))
    : texts(source, "virksomhetsnummerList");
};

const spellOf = (source: JsonSource): WelfareSpellRecord => ({
  start: day(source, "start"),
  end: day(source, "end"),
  days: maybeWhole(source, "antallSykedager"),
  employers: employersOf(source),
  gradedAtEnd: flag(source, "gradertAtTilfelleEnd"),
  employedAtEnd: flag(source, "arbeidstakerAtTilfelleEnd"),
});

/**
 * KafkaOppfolgingstilfellePerson: the follow-up spells of a person; each record replaces the former.
 *
 * Unit:    times carry an offset, one without is UTC; days are literal and inclusive.
 * Rejects: Malformed: no id, no person, no time, a spell without its days.
 * Source:  isoppfolgingstilfelle; domain fact sheet 4.3, 10.2.
 */
export const readFollowUpSpells = (json: unknown): Either<Malformed, WelfareSpells> => {
  const read = readLenient(json, (source) => ({
    personNumber: personNumber(source, "personIdentNumber"),
    spells: items(source, "oppfolgingstilfelleList", spellOf),
    repeatedAbsence: maybeFlag(source, "hasGjentakendeSykefravar"),
    told: {
      determinedAt: instant(source, "createdAt"),
      sourceId: token(source, "uuid"),
      referenceBitId: token(source, "referanseTilfelleBitUuid"),
      referenceBitAt: instant(source, "referanseTilfelleBitInntruffet"),
      diedOn: maybeDay(source, "dodsdato"),
    },
  }));
  return E.isLeft(read) ? read : E.right({ ...read.right.value, findings: read.right.findings });
};

/** One piece of a spell: what the command TakeSpellBits takes. */
export interface SpellBitRecord {
  readonly personNumber: string;
  readonly bit: SpellBit;
  readonly findings: ReadonlyArray<Finding>;
}

const bitOf = (source: JsonSource): SpellBit => ({
  id: token(source, "id"),
  employer: maybeToken(source, "orgnummer"),
  createdAt: instant(source, "opprettet"),
  happenedAt: instant(source, "inntruffet"),
  tags: texts(source, "tags"),
  resourceId: token(source, "ressursId"),
  resourceKey: null,
  from: day(source, "fom"),
  to: day(source, "tom"),
  corrects: maybeToken(source, "korrigererSendtSoknad"),
});

/**
 * KafkaSyketilfellebit: one piece of a spell. Tags are kept as sent; those that nobody knows say nothing about a day.
 *
 * Unit:    times carry an offset, one without is UTC; days are literal and inclusive.
 * Rejects: Malformed: no id, no person, no time, no days.
 * Source:  flex-syketilfelle; domain fact sheet 4.3, 10.2.
 */
export const readSpellBit = (json: unknown): Either<Malformed, SpellBitRecord> => {
  const read = readLenient(json, (source) => ({ personNumber: personNumber(source, "fnr"), bit: bitOf(source) }));
  return E.isLeft(read) ? read : E.right({ ...read.right.value, findings: read.right.findings });
};
