import type { WorkAbilityAssessed } from "@samvirke/contracts";
import { statementFieldTable } from "../fields/statement-fields.ts";
import { unprinted } from "../fields/unprinted.ts";
import type { JsonObject } from "../sykmelding-record/json.ts";
import type { Loss } from "../sykmelding-record/losses.ts";
import {
  abilityJson,
  contactJson,
  illnessJson,
  measuresJson,
  outlookJson,
  personJson,
  planJson,
  signatureJson,
  signedAt,
  unitJson,
} from "./body-parts.ts";
import { localUtc } from "./welfare-times.ts";

/** What only whoever delivers a statement knows. */
export interface StatementDelivery {
  /** Id under which the body lies where the message says; also the id of the statement in the body. */
  readonly objectId: string;
  /** Ids of the attachments where they lie. */
  readonly attachmentIds: ReadonlyArray<string>;
  /** Welfare's own number of the person; "" where the register gave none. */
  readonly personKey: string;
  /** The whole wire document as text; "" where it is not passed on. */
  readonly wire: string;
}

export interface PrintedStatement {
  /** The record of the topic. */
  readonly message: JsonObject;
  /** The object that the record points to. */
  readonly body: JsonObject;
  /** What the statement said and the body cannot say. */
  readonly losses: ReadonlyArray<Loss>;
}

const occasionJson = ({ occasions }: WorkAbilityAssessed): JsonObject => ({
  arbeidsvurderingVedSykefravaer: occasions.includes("LONG_SICK_LEAVE"),
  arbeidsavklaringspenger: occasions.includes("REHABILITATION_BENEFIT"),
  yrkesrettetAttforing: occasions.includes("VOCATIONAL_REHABILITATION"),
  uforepensjon: occasions.includes("DISABILITY_PENSION"),
});

const statementJson = (statement: WorkAbilityAssessed, { objectId }: StatementDelivery): JsonObject => ({
  id: objectId,
  ...occasionJson(statement),
  pasient: personJson(statement),
  sykdomsopplysninger: illnessJson(statement),
  plan: planJson(statement),
  forslagTilTiltak: measuresJson(statement),
  funksjonsOgArbeidsevne: abilityJson(statement),
  prognose: outlookJson(statement),
  arsakssammenheng: statement.medical.functionWeight,
  andreOpplysninger: statement.medical.otherInformation,
  kontakt: contactJson(statement),
  tilbakeholdInnhold: statement.medical.withheldFromPerson === true,
  pasientenBurdeIkkeVite: statement.medical.withheldContent,
  signatur: signatureJson(statement),
  signaturDato: signedAt(statement),
});

const personNumber = ({ identity }: WorkAbilityAssessed): string =>
  identity.currentNumber?.value ?? identity.number?.value ?? "";

const idsJson = ({ case: { envelope, signerNumbers } }: WorkAbilityAssessed): JsonObject => ({
  personNrLege: signerNumbers[0]?.value ?? "",
  navLogId: envelope.receivingStation?.ediLogId ?? "",
  msgId: envelope.messageId ?? "",
});

const bodyJson = (statement: WorkAbilityAssessed, delivery: StatementDelivery): JsonObject => ({
  legeerklaering: statementJson(statement, delivery),
  personNrPasient: personNumber(statement),
  pasientAktoerId: delivery.personKey,
  ...idsJson(statement),
  ...unitJson(statement),
  mottattDato: localUtc(statement.receivedAt),
  fellesformat: delivery.wire,
  tssid: null,
});

interface Worded {
  readonly kind: string;
  readonly words: string | null;
}

// Only the words of the first OTHER are printed; a code outside its list has no place at all.
const lostWords = (list: string, items: ReadonlyArray<Worded>): ReadonlyArray<Loss> => {
  const printed = items.findIndex(({ kind }) => kind === "OTHER");
  return items.flatMap(({ words }, index) =>
    words === null || words === "" || index === printed ? [] : [{ path: `${list}[${index}]`, reason: "NO_PLACE" }],
  );
};

const lossesOf = (statement: WorkAbilityAssessed): ReadonlyArray<Loss> => {
  const { case: shared, medical } = statement;
  const unlisted = [...shared.unlistedCodes, ...medical.unlistedCodes];
  return [
    ...unprinted(statementFieldTable, statement),
    ...shared.personAddresses.slice(1).map((_, index): Loss => ({
      path: `case.personAddresses[${index + 1}]`,
      reason: "NO_PLACE",
    })),
    ...lostWords(
      "case.measures",
      shared.measures.map(({ kind, text }) => ({ kind, words: text })),
    ),
    ...lostWords(
      "case.workSituations",
      shared.workSituations.map(({ kind, other }) => ({ kind, words: other })),
    ),
    ...lostWords(
      "case.contacts",
      shared.contacts.map(({ kind, other }) => ({ kind, words: other })),
    ),
    ...unlisted.map(({ path }): Loss => ({ path, reason: "UNLISTED_CODE" })),
  ];
};

/**
 * A medical statement as welfare's systems take it: the record of the topic, and the object beside it.
 *
 * Shape:  keys are always printed, with null where there is nothing; every occasion is told, where welfare's own mapping
 *         tells the first; a yes to withholding is a yes, where welfare's own mapping turns it around.
 * Source: LegeerklaeringKafkaMessage and ReceivedLegeerklaering; fact sheet 10.1.
 */
export const printStatementMessage = (
  statement: WorkAbilityAssessed,
  delivery: StatementDelivery,
): PrintedStatement => ({
  message: {
    legeerklaeringObjectId: delivery.objectId,
    validationResult: { status: "OK", ruleHits: [] },
    vedlegg: delivery.attachmentIds,
  },
  body: bodyJson(statement, delivery),
  losses: lossesOf(statement),
});
