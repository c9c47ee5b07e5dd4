import { loadSample, newRecord, topics } from "@samvirke/contracts";
import type { ContractName, Contracts, Fact } from "@samvirke/contracts";
import { deriveEventId, E, uuid5 } from "@samvirke/kernel";
import type { Audience, Compartment, LogRecord, PersonId, Projected, Topic } from "@samvirke/kernel";
import type { Rig } from "./rig.cases.ts";
import { projectDecided, projectReceived, projectSickLeave, projectWritten } from "./views.cases.ts";

export interface Taken {
  readonly messageId: string;
  readonly personId: PersonId;
}

interface Written<N extends ContractName> {
  readonly topic: Topic;
  readonly name: N;
  readonly value: Contracts[N];
  readonly audience?: Audience;
}

/** What the stages behind a gateway would do with one message, by their own folds, one step at a time. */
export const playedBy = (rig: Rig, { messageId, personId }: Taken) => {
  const { store, codec, keys, catalogue } = rig;

  const last = async (topic: Topic): Promise<LogRecord> => (await store.readPerson(topic, personId)).at(-1)!;

  const write = async <N extends ContractName>({
    topic,
    name,
    value,
    audience = "hub",
  }: Written<N>): Promise<LogRecord> => {
    const secret = (await keys.secrets([personId])).get(personId);
    const eventId = deriveEventId(messageId, `${name}/${topic}`);
    const meta = { source: "/samvirke/test", time: 0, correlationId: messageId };
    const record = newRecord(codec, { topic, person: personId, name, value, eventId, secret, audience, meta });
    await store.transact((transaction) => transaction.append([record]));
    return last(topic);
  };

  const factOf = async (record: LogRecord): Promise<Fact<ContractName, Compartment>> => {
    const event = codec.decode(record);
    if (E.isLeft(event)) throw new Error("does not decode");
    const secret = (await keys.secrets([personId])).get(personId);
    const opened = codec.open(event.right, { secret, audience: "hub" }, ["case"] as never);
    const content = E.isRight(opened) ? opened.right : undefined;
    return { ...record, personId, wire: event.right.value, bytes: record.value, content } as never;
  };

  const handled = async (stage: string, record: LogRecord): Promise<void> => {
    const { topic, partition, position } = record;
    const { position: from } = await store.checkpoint(stage, topic, partition);
    await store.transact(async (transaction) => {
      if (position > from) await transaction.advance([{ stage, topic, partition, from, to: position, hint: 0n }]);
    });
    store.wake();
  };

  const projected = async (
    stage: string,
    schema: string,
    record: LogRecord,
    fold: (fact: never) => Projected<unknown>,
  ): Promise<void> => {
    const { rows } = fold((await factOf(record)) as never);
    await store.transact((transaction) => transaction.change(schema, rows, "guarded"));
    await handled(stage, record);
  };

  const sample = loadSample(catalogue, "SickLeaveCertified", "full");
  const sickLeaveId = uuid5("sick-leave", messageId);

  return {
    sickLeaveId,
    handled,
    last,
    received: async () => projected("case-messages", "view_case", await last(topics.messages), projectReceived),
    /** The intake decides; answers the decision's record. */
    certified: async (more: Partial<Contracts["SickLeaveCertified"]> = {}): Promise<LogRecord> => {
      const value = { ...sample, archiveId: messageId, sickLeaveId, ...more };
      const record = await write({ topic: topics.events, name: "SickLeaveCertified", value });
      await handled("intake", await last(topics.messages));
      return record;
    },
    decided: (record: LogRecord) => projected("case-events", "view_case", record, projectDecided),
    seenByHealth: (record: LogRecord) => projected("health-projector", "view_health", record, projectSickLeave(true)),
    seenByWelfare: (record: LogRecord) =>
      projected("welfare-projector", "view_welfare", record, projectSickLeave(false)),
    /** A translator writes a document to a party. */
    document: async (leg: "receipt" | "welfare", body: string, partyAlias: string): Promise<LogRecord> => {
      const topic = leg === "receipt" ? topics.receiptOutbound : topics.welfareOutbound;
      const value: Contracts["OutboundMessage"] = {
        ...loadSample(catalogue, "OutboundMessage", "full"),
        messageId: uuid5(leg, messageId),
        inReplyTo: messageId,
        kind: leg === "receipt" ? "RECEIPT" : "SICK_LEAVE",
        contentType: leg === "receipt" ? "application/xml; charset=utf-8" : "application/json",
        partyAlias,
        case: { receiver: "x", wireMsgId: null, lost: [], body: leg === "receipt" ? Buffer.from(body) : null },
        medical: leg === "receipt" ? null : { body: Buffer.from(body) },
        work: null,
      };
      return write({ topic, name: "OutboundMessage", value, audience: leg === "receipt" ? "health" : "welfare" });
    },
    delivered: (leg: "receipt" | "welfare", record: LogRecord) =>
      projected(leg === "receipt" ? "case-receipts" : "case-welfare", "view_case", record, projectWritten(leg)),
  };
};

export type Played = ReturnType<typeof playedBy>;
