import type {
  SickLeaveConfirmed,
  SickLeaveDeleted,
  SickLeaveReopened,
  SickLeaveSentToEmployer,
  SickLeaveSetAside,
  StatusEmployer,
} from "@samvirke/contracts";
import type { Json, JsonObject } from "../sykmelding-record/json.ts";
import { printInstant } from "../xml/print-time.ts";
import { answersJson } from "./answers.ts";

/** An event about the use of a certificate, as a printer takes it. */
export type PrintedUse =
  | { readonly type: "SickLeaveSentToEmployer"; readonly value: SickLeaveSentToEmployer }
  | { readonly type: "SickLeaveConfirmed"; readonly value: SickLeaveConfirmed }
  | { readonly type: "SickLeaveSetAside"; readonly value: SickLeaveSetAside }
  | { readonly type: "SickLeaveReopened"; readonly value: SickLeaveReopened }
  | { readonly type: "SickLeaveDeleted"; readonly value: SickLeaveDeleted };

/** Whose certificate it is, and by which id the reader knows it. */
export interface StatusAddress {
  readonly certificateId: string;
  readonly personNumber: string;
}

const words: Readonly<Record<PrintedUse["type"], string>> = {
  SickLeaveSentToEmployer: "SENDT",
  SickLeaveConfirmed: "BEKREFTET",
  SickLeaveSetAside: "AVBRUTT",
  SickLeaveReopened: "APEN",
  SickLeaveDeleted: "SLETTET",
};

const wordOf = (use: PrintedUse): string =>
  use.type === "SickLeaveSetAside" && use.value.by === "EXPIRY" ? "UTGATT" : words[use.type];

/** An employer as statuses name one. */
export const employerJson = (employer: StatusEmployer | null): JsonObject | null =>
  employer && {
    orgnummer: employer.organisationNumber,
    juridiskOrgnummer: employer.legalUnit,
    orgNavn: employer.name ?? "",
  };

const previousJson = (use: PrintedUse): JsonObject | null => {
  const previous = use.type === "SickLeaveSentToEmployer" ? use.value.work.previousEmployer : null;
  return (
    previous && {
      orgNavn: previous.name ?? "",
      orgnummer: previous.organisationNumber,
      sykmeldingsId: previous.certificateId ?? "",
    }
  );
};

const timeOf = ({ value }: PrintedUse): string => value.case.atText ?? printInstant(value.case.at ?? value.receivedAt);

const answersOf = (use: PrintedUse): Json => {
  const { answers } = use.value.case;
  return answersJson(use.type === "SickLeaveSentToEmployer" ? [...use.value.work.answers, ...answers] : answers);
};

/**
 * A SykmeldingStatusKafkaMessageDTO for welfare's readers.
 *
 * Unit:   the time is printed as it was written.
 * Source: fact sheet 10.2, SykmeldingStatusKafkaMessageDTO.
 */
export const printStatus = (use: PrintedUse, { certificateId, personNumber }: StatusAddress): JsonObject => ({
  kafkaMetadata: {
    sykmeldingId: certificateId,
    timestamp: timeOf(use),
    fnr: personNumber,
    source: use.value.case.source ?? "samvirke",
  },
  event: {
    sykmeldingId: certificateId,
    timestamp: timeOf(use),
    statusEvent: wordOf(use),
    arbeidsgiver: use.type === "SickLeaveSentToEmployer" ? employerJson(use.value.work.employer) : null,
    tidligereArbeidsgiver: previousJson(use),
    erSvarOppdatering: use.value.case.answersUpdated,
    ...(answersOf(use) as JsonObject),
  },
});

/** A removal: the certificate's id as key, and no value. Source: fact sheet 6.4. */
export interface PrintedRemoval {
  readonly key: string;
  readonly value: null;
}

/** What tells a reader that a certificate is not theirs any more. */
export const printRemoval = (certificateId: string): PrintedRemoval => ({ key: certificateId, value: null });
