import { createHash } from "node:crypto";
import type { Avro } from "./avro.ts";
import type { Read } from "./consume.ts";
import type { KeyRing } from "./crypto.ts";
import { open, seal } from "./crypto.ts";
import type { Row } from "./log.ts";

const compartments = ["identity", "work", "case", "medical"] as const;

/** A UUID of text, as version 5 makes it. */
export const uuidOf = (text: string): string => {
  const hex = createHash("sha1").update(text).digest("hex");
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-5${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
};

/** Opens every compartment of an event and seals a document about it for welfare: the translator's work without its mapping. */
export const makeTranslate = async (avro: Avro, ring: KeyRing) => {
  const outer = await avro.latest("samvirke.welfare.outbound-samvirke.outbound.OutboundMessage");
  const shared = await avro.latest("samvirke.welfare.outbound-samvirke.outbound.OutboundCase");
  const medical = await avro.latest("samvirke.welfare.outbound-samvirke.outbound.OutboundMedical");
  return async (record: Read, partition: number): Promise<Row> => {
    const event = await avro.decode(record.value);
    const content: Record<string, unknown> = { ...event };
    for (const purpose of compartments) {
      const sealed = event[purpose];
      if (!Buffer.isBuffer(sealed)) continue;
      const read = avro.decode(
        open(ring.keys(record.key, "hub", purpose), { context: [record.id, record.type], purpose }, sealed),
      );
      content[purpose] = read instanceof Promise ? await read : read;
    }
    const id = uuidOf(`${record.id}/OutboundMessage`);
    const close = (
      purpose: string,
      part: { readonly id: number; readonly encode: (value: unknown) => Buffer },
      value: unknown,
    ): Buffer =>
      seal(
        ring.keys(record.key, "welfare", purpose),
        { context: [id, "OutboundMessage"], purpose, audience: "welfare", schemaId: part.id },
        part.encode(value),
      );
    const value = outer.encode({
      messageId: uuidOf(`${record.id}/document`),
      kind: "SICK_LEAVE",
      contentType: "application/json",
      partyAlias: "welfare",
      inReplyTo: String(event["archiveId"]),
      caseId: String(event["sickLeaveId"]),
      writtenAt: Number(record.headers["samvirke_recorded_at"]),
      case: close("case", shared, { receiver: "welfare", wireMsgId: null, lost: [], body: null }),
      medical: close("medical", medical, { body: Buffer.from(JSON.stringify(content)) }),
    });
    return {
      partition,
      key: record.key,
      id,
      type: "OutboundMessage",
      headers: JSON.stringify(Object.entries(record.headers)),
      value,
    };
  };
};
