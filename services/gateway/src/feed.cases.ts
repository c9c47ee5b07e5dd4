import { request } from "node:http";
import type { IncomingMessage } from "node:http";
import { newRecord, topics } from "@samvirke/contracts";
import { dialogueRow, grants, removed, shown } from "@samvirke/domain";
import { uuid5 } from "@samvirke/kernel";
import type { PersonId } from "@samvirke/kernel";
import { bearer } from "./rig.cases.ts";
import type { Rig } from "./rig.cases.ts";
import { eventAbout } from "./subjects.cases.ts";

/** One event of a stream. */
export interface Heard {
  readonly id: string;
  readonly event: string;
  readonly row: string;
}

const fieldOf = (block: string, name: string): string => new RegExp(`^${name}: (.*)$`, "m").exec(block)?.[1] ?? "";

const heardIn = (block: string): Heard => {
  const data = fieldOf(block, "data");
  const row = data === "" ? "" : (JSON.parse(data) as { readonly id: string }).id;
  return { id: fieldOf(block, "id"), event: fieldOf(block, "event"), row };
};

const opened = (port: number, who: string, path: string, last: string): Promise<IncomingMessage> =>
  new Promise((resolve, reject) => {
    const headers = { ...bearer(who), ...(last === "" ? {} : { "last-event-id": last }) };
    request({ port, host: "127.0.0.1", path, headers }, resolve).on("error", reject).end();
  });

/** A subscriber that remembers what it heard, and can be cut off and come back, or stop taking anything. */
export const subscriber = (who: string, path = "/v1/views/dialogues/feed") => {
  const heard: Array<Heard> = [];
  let last = "";
  let line: IncomingMessage | undefined;
  const take = (block: string): void => {
    const one = heardIn(block);
    if (one.id !== "") last = one.id;
    if (one.event !== "") heard.push(one);
  };
  return {
    heard,
    status: () => line?.statusCode,
    last: () => last,
    open: async (port: number): Promise<void> => {
      let rest = "";
      const own = await opened(port, who, path, last);
      line = own;
      own.setEncoding("utf8").on("data", (text: string) => {
        const blocks = `${rest}${text}`.split("\n\n");
        rest = blocks.pop() ?? "";
        blocks.forEach(take);
      });
      own.on("error", () => undefined);
    },
    pause: () => line?.pause(),
    resume: () => line?.resume(),
    cut: () => line?.destroy(),
  };
};

/** Tells of changes of the health side's dialogues as its projector does: row and record in one transaction. */
export const dialoguesOf = (rig: Rig, person: PersonId) => {
  const sample = rig.sampleOf("DialogueMessageSent");
  const idOf = (name: string): string => uuid5("feed", person, name);
  const record = async (name: string, value: Parameters<typeof newRecord<"ViewChanged">>[1]["value"]) =>
    newRecord(rig.codec, {
      topic: topics.healthChanges,
      person,
      name: "ViewChanged",
      value,
      eventId: uuid5("feed-change", person, name) as never,
      secret: (await rig.keys.secrets([person])).get(person),
      audience: "health",
      meta: { source: "/samvirke/test", time: 0, correlationId: idOf(name) },
    });
  const aliasOf = (who: string): string => rig.pepper.party("party", who);
  return {
    idOf,
    put: async (name: string, who: string): Promise<void> => {
      const id = idOf(name);
      const fact = await eventAbout(rig, person, {
        name: "DialogueMessageSent",
        value: { ...sample, messageId: id, archiveId: id },
      });
      const told = await record(name, shown(fact, { view: "dialogues", keyId: id, parties: [aliasOf(who)] }));
      await rig.store.transact(async (transaction) => {
        const rows = [dialogueRow(fact as never), ...grants("dialogue_party", { message_id: id }, [aliasOf(who)])];
        await transaction.change("view_health", rows, "guarded");
        await transaction.append([told]);
      });
      rig.store.wake();
    },
    remove: async (name: string, who: string): Promise<void> => {
      const id = idOf(name);
      const told = await record(
        `${name} removed`,
        removed({ id: id as never }, { view: "dialogues", keyId: id, parties: [aliasOf(who)] }),
      );
      await rig.store.transact((transaction) => transaction.append([told]));
      rig.store.wake();
    },
  };
};
