import type { DeliverySettled } from "@samvirke/contracts";
import type { Either } from "@samvirke/kernel";
import { E } from "@samvirke/kernel";
import * as t from "io-ts/lib/index.js";
import type { JsonObject } from "../sykmelding-record/json.ts";
import { OffsetDateTime, exactly, orNull } from "../sykmelding-record/read-primitives.ts";
import type { RecordMismatch } from "../sykmelding-record/read-record.ts";
import { printInstant } from "../xml/print-time.ts";

/** What only whoever delivers the status knows. */
export interface StatusDelivery {
  /** Id of this status. */
  readonly uuid: string;
  /** Welfare's own id of the order that the message was sent for. */
  readonly orderId: string;
}

// Welfare's list has no word for a receipt in part; the message stands, so it is OK with the reasons beside it.
const statuses: Partial<Record<DeliverySettled["outcome"], "OK" | "AVVIST">> = {
  OK: "OK",
  PARTIAL: "OK",
  REFUSED: "AVVIST",
};

const words = ({ case: { errors } }: DeliverySettled): string | null => {
  const told = errors.map(({ code, text }) => [code, text].filter((part) => part).join(": "));
  return told.length === 0 ? null : told.join("; ");
};

/**
 * What became of a message that welfare ordered; undefined for a receipt that did not come, which its list has no word for.
 *
 * Shape:  {uuid, createdAt, status OK or AVVIST, tekst?, bestillingUuid}; code and text of every reason in `tekst`.
 * Source: behandler-dialogmelding-status; fact sheet 8.2.
 */
export const printDeliveryStatus = (
  settled: DeliverySettled,
  { uuid, orderId }: StatusDelivery,
): JsonObject | undefined => {
  const status = statuses[settled.outcome];
  return status === undefined
    ? undefined
    : { uuid, createdAt: printInstant(settled.settledAt), status, tekst: words(settled), bestillingUuid: orderId };
};

const KafkaDialogmeldingStatusDTO = exactly("KafkaDialogmeldingStatusDTO", {
  uuid: t.string,
  createdAt: OffsetDateTime,
  status: t.keyof({ BESTILT: null, SENDT: null, OK: null, AVVIST: null }),
  tekst: orNull(t.string),
  bestillingUuid: t.string,
});

/** Reads such a status strictly, as its consumers do. Rejects: RecordMismatch, with paths and never a value. */
export const readDeliveryStatus = (json: unknown): Either<RecordMismatch, JsonObject> => {
  const read = KafkaDialogmeldingStatusDTO.decode(json);
  if (E.isRight(read)) return E.right(json as JsonObject);
  const paths = read.left.map(({ context }) => {
    const path = context.map(({ key }) => key).filter((key) => key !== "");
    return `${path.join(".")}: ${context.at(-1)?.type.name ?? ""}`;
  });
  return E.left({ _tag: "RecordMismatch", paths });
};
