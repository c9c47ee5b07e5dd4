import { conversationsOf, dialogue } from "@samvirke/domain";
import type { Conversation, DialogueEvent } from "@samvirke/domain";
import { apiName } from "../core/acceptance.ts";
import type { Reader } from "../core/party.ts";
import { viewOf } from "../core/views.ts";
import type { OpenedEvent } from "./view-events.ts";
import type { ViewReadingDeps } from "./view-reading.ts";
import { openedEvents, rowsOf, showRows } from "./view-reading.ts";

const standing = (events: ReadonlyArray<OpenedEvent>): Conversation | undefined => {
  const open = events.filter(({ shown }) => shown.sealed === "open");
  const state = open.reduce(
    (before, { shown, value }) => dialogue.evolve(before, { type: shown.eventType, value } as unknown as DialogueEvent),
    dialogue.initial,
  );
  return conversationsOf(state)[0];
};

/** A thread: how it stands by what this reader sees of it, and its messages. Undefined where the reader sees none. */
export const readThread = async (deps: ViewReadingDeps, reader: Reader, id: string): Promise<unknown> => {
  const view = viewOf(reader.sector, "dialogues");
  if (!view) return undefined;
  const asked = { reader, name: "dialogues", view };
  const rows = await rowsOf(deps, asked, { asking: { by: "conversation_id" }, value: id });
  if (rows.length === 0) return undefined;
  const found = standing(await openedEvents(deps, asked, rows));
  return {
    conversationId: id,
    status: found ? apiName(found.status) : null,
    ball: found ? apiName(found.ball) : null,
    messages: await showRows(deps, asked, rows),
  };
};
