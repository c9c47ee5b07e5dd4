import type { ArchiveId, EventId, Headers, Instant } from "@samvirke/kernel";
import { header } from "@samvirke/kernel";

/** What goes with an event beside its content. */
export interface EventMeta {
  /** Who wrote it: `/samvirke/intake`. */
  readonly source: string;
  /** When its cause was recorded. */
  readonly time: Instant;
  /** The first cause of everything that follows: the archive id, or the id of a command. */
  readonly correlationId: string;
  /** The event that led to this one. */
  readonly causationId?: EventId | undefined;
  readonly traceparent?: string | undefined;
  readonly archiveId?: ArchiveId | undefined;
  /** The aggregate's stream, `sick-leave/{id}`, and the event's number in it from 0. */
  readonly stream?: string | undefined;
  readonly sequence?: number | undefined;
}

const headerNames = {
  specVersion: "ce_specversion",
  source: "ce_source",
  time: "ce_time",
  dataSchema: "ce_dataschema",
  correlationId: "correlationid",
  causationId: "causationid",
  traceparent: "traceparent",
  archiveId: "samvirke_archive_id",
  stream: "samvirke_stream",
  sequence: "samvirke_sequence",
} as const;

type Named = readonly [name: string, value: string | undefined];

const present = (pair: Named): pair is readonly [string, string] => pair[1] !== undefined;

/**
 * CloudEvents 1.0 headers of a record, in binary mode.
 *
 * Shape:  `ce_id`, `ce_type`, `ce_subject` and the position are the relay's, which has them from the log's columns.
 * Source: CloudEvents 1.0.2, Kafka protocol binding 3.2.
 */
export const eventHeaders = (meta: EventMeta & { readonly dataSchema: string }): Headers => {
  const all: ReadonlyArray<Named> = [
    [headerNames.specVersion, "1.0"],
    [headerNames.source, meta.source],
    [headerNames.time, new Date(meta.time).toISOString()],
    [headerNames.dataSchema, meta.dataSchema],
    [headerNames.correlationId, meta.correlationId],
    [headerNames.causationId, meta.causationId],
    [headerNames.traceparent, meta.traceparent],
    [headerNames.archiveId, meta.archiveId],
    [headerNames.stream, meta.stream],
    [headerNames.sequence, meta.sequence?.toString()],
  ];
  return all.filter(present);
};

/** What follows an event over to the records it causes. */
export interface Lineage {
  readonly correlationId: string | undefined;
  readonly traceparent: string | undefined;
  readonly archiveId: string | undefined;
}

/** The lineage that a record's headers tell. */
export const lineageOf = (headers: Headers): Lineage => ({
  correlationId: header(headers, headerNames.correlationId),
  traceparent: header(headers, headerNames.traceparent),
  archiveId: header(headers, headerNames.archiveId),
});

/** Who wrote a record, `/samvirke/STAGE`, and the record that led to it, as its headers tell. */
export const originOf = (
  headers: Headers,
): { readonly source: string | undefined; readonly causationId: string | undefined } => ({
  source: header(headers, headerNames.source),
  causationId: header(headers, headerNames.causationId),
});

/** When a record's cause was recorded, by its headers. */
export const timeOf = (headers: Headers): Instant | undefined => {
  const time = Date.parse(header(headers, headerNames.time) ?? "");
  return Number.isNaN(time) ? undefined : time;
};
