import type { Finding, PreviousEmployer, StatusEmployer } from "@samvirke/contracts";
import type { Either, Instant } from "@samvirke/kernel";
import { E } from "@samvirke/kernel";
import type { PartedAnswers } from "./answers.ts";
import { answersIn } from "./answers.ts";
import type { JsonSource, WrittenTime } from "./json-source.ts";
import { inner, maybeFlag, maybeInner, maybeText, text, time } from "./json-source.ts";
import type { Malformed } from "./malformed.ts";
import { malformed, readLenient } from "./malformed.ts";

/** What a status says has become of a certificate. */
export type StatusKind = "SENT" | "CONFIRMED" | "SET_ASIDE" | "EXPIRED" | "OPEN" | "DELETED";

/** A status of a certificate. */
export interface StatusMessage extends PartedAnswers {
  readonly kind: StatusKind;
  /** Welfare's id of the certificate; where the hub wrote the certificate to welfare, the hub's. */
  readonly certificateId: string;
  /** The person's national number, by which the person is found. */
  readonly personNumber: string;
  readonly source: string;
  /** UTC. */
  readonly at: Instant;
  /** The same exactly as written. */
  readonly atText: string;
  readonly employer: StatusEmployer | null;
  readonly previousEmployer: PreviousEmployer | null;
  readonly answersUpdated: boolean | null;
  readonly findings: ReadonlyArray<Finding>;
}

const kinds: Readonly<Record<string, StatusKind>> = {
  SENDT: "SENT",
  BEKREFTET: "CONFIRMED",
  AVBRUTT: "SET_ASIDE",
  UTGATT: "EXPIRED",
  APEN: "OPEN",
  SLETTET: "DELETED",
};

const employerOf = (source: JsonSource): StatusEmployer => ({
  organisationNumber: text(source, "orgnummer"),
  legalUnit: maybeText(source, "juridiskOrgnummer"),
  name: maybeText(source, "orgNavn"),
});

const previousOf = (source: JsonSource): PreviousEmployer => ({
  organisationNumber: text(source, "orgnummer"),
  name: maybeText(source, "orgNavn"),
  certificateId: maybeText(source, "sykmeldingsId"),
});

interface Metadata {
  readonly certificateId: string;
  readonly personNumber: string;
  readonly source: string;
}

const metadataOf = (source: JsonSource): Metadata => {
  time(source, "timestamp");
  return {
    certificateId: text(source, "sykmeldingId"),
    personNumber: text(source, "fnr"),
    source: text(source, "source"),
  };
};

const kindIn = (source: JsonSource): StatusKind => {
  const word = text(source, "statusEvent");
  const kind = Object.hasOwn(kinds, word) ? kinds[word] : undefined;
  if (kind === undefined && word !== "") source.report.wrong.push({ path: "event.statusEvent", rule: "UNLISTED_CODE" });
  return kind ?? "OPEN";
};

const eventOf = (source: JsonSource) => {
  const at: WrittenTime = time(source, "timestamp");
  return {
    kind: kindIn(source),
    certificateId: text(source, "sykmeldingId"),
    at: at.at,
    atText: at.text,
    employer: maybeInner(source, "arbeidsgiver", employerOf),
    previousEmployer: maybeInner(source, "tidligereArbeidsgiver", previousOf),
    answersUpdated: maybeFlag(source, "erSvarOppdatering"),
    ...answersIn(source),
  };
};

type Content = Omit<StatusMessage, "findings"> & { readonly named: string };

const statusOf = (source: JsonSource): Content => {
  const { certificateId, ...metadata } = inner(source, "kafkaMetadata", metadataOf);
  return { ...metadata, ...inner(source, "event", eventOf), named: certificateId };
};

const oddities = ({ named, certificateId, kind, employer }: Content): ReadonlyArray<Finding> => [
  ...(named === certificateId ? [] : [{ path: "kafkaMetadata.sykmeldingId", rule: "IDS_DIFFER" }]),
  ...(kind === "SENT" && employer === null ? [{ path: "event.arbeidsgiver", rule: "EMPLOYER_MISSING" }] : []),
];

/**
 * A SykmeldingStatusKafkaMessageDTO.
 *
 * Unit:    timestamps are instants with offset, to the nanosecond; one without a zone is UTC. The written text is kept.
 * Rejects: Malformed: no id, no person, no time, or a status that nobody knows. Unknown properties are only noted.
 * Source:  fact sheet 10.2, SykmeldingStatusKafkaMessageDTO.
 */
export const readStatus = (json: unknown): Either<Malformed, StatusMessage> => {
  const read = readLenient(json, statusOf);
  if (E.isLeft(read)) return read;
  const { named, ...message } = read.right.value;
  if (message.certificateId === "") return malformed([{ path: "event.sykmeldingId", rule: "MISSING" }]);
  return E.right({ ...message, findings: [...read.right.findings, ...oddities({ named, ...message })] });
};

/** A null value under a key: the certificate is gone at its source. Source: fact sheet 6.4. */
export interface Tombstone {
  readonly certificateId: string;
}

/** Reads a record whose value is null; only its key says anything. */
export const readTombstone = (key: string): Either<Malformed, Tombstone> =>
  key.trim() === "" ? malformed([{ path: "", rule: "MISSING" }]) : E.right({ certificateId: key.trim() });
