import type { DialogueContent, RegisterDialogue } from "@samvirke/domain";
import type { ParsedDialogue } from "@samvirke/formats";
import { partyAliases } from "./party-aliases.ts";
import type { Pepper } from "./pepper.ts";
import type { Arrived } from "./read/inbound.ts";

/** A dialogue message that was read; the registers are still to be asked, unless it comes from welfare. */
export type ReadDialogue = Omit<RegisterDialogue, "type" | "replies" | "basis">;

const isText = (text: string | null): text is string => text !== null && text !== "";

const receiversOf = ({ case: { envelope } }: ParsedDialogue, pepper: Pepper): ReadonlyArray<string> => {
  const parties = [envelope.receiver, ...envelope.otherReceivers];
  return partyAliases(
    parties.flatMap((party) => party?.organisations ?? []),
    pepper,
  );
};

const contentOf = (parsed: ParsedDialogue, pepper: Pepper): DialogueContent => {
  const { kind, from, toWelfare, theme, aboutSickLeave, meetingAnswer, refusals, identity, medical } = parsed;
  const shared = { ...parsed.case, receiverAliases: receiversOf(parsed, pepper) };
  return { kind, from, toWelfare, theme, aboutSickLeave, meetingAnswer, refusals, identity, case: shared, medical };
};

const referencesOf = ({ references }: ParsedDialogue, pepper: Pepper): ReadDialogue["references"] => {
  // Not scoped by sender: whoever answers names an id that somebody else made.
  const alias = (reference: string | null) => (reference === null ? null : pepper("reference", reference));
  return {
    message: alias(references.message),
    parent: alias(references.parent),
    conversation: alias(references.conversation),
  };
};

const documentIdsOf = ({ case: { documentId, notes, questions } }: ParsedDialogue): ReadonlyArray<string> =>
  [documentId, ...notes.map((note) => note.documentId), ...questions.map((one) => one.documentId)].filter(isText);

const aliasesOf = ({ message }: Arrived, parsed: ParsedDialogue, pepper: Pepper): ReadonlyArray<string> => {
  const { sender, wireMsgId } = message.case;
  return [
    ...(wireMsgId === null ? [] : [pepper("wire", sender, wireMsgId)]),
    ...documentIdsOf(parsed).map((id) => pepper("document", sender, id)),
  ];
};

/** Whether welfare tells of what a clinician wrote: its door says who tells, the message who wrote. */
const isRetold = ({ message }: Arrived, { from }: ParsedDialogue): boolean =>
  message.door === "WELFARE" && from === "HEALTH";

// What a clinician wrote is the clinician's to see, whoever brought it.
const writersOf = (arrived: Arrived, parsed: ParsedDialogue, pepper: Pepper): ReadonlyArray<string> =>
  isRetold(arrived, parsed)
    ? partyAliases(parsed.case.envelope.sender?.organisations ?? [], pepper)
    : arrived.message.case.senderAliases;

/** A parsed dialogue message, of whatever format, as the decider takes it. */
export const readDialogue = (arrived: Arrived, parsed: ParsedDialogue, pepper: Pepper): ReadDialogue => {
  const { message } = arrived;
  return {
    received: {
      archiveId: message.archiveId,
      receivedAt: message.stationReceivedAt ?? message.receivedAt,
      conflictsWith: message.conflictsWith,
      sender: message.case.sender,
      senderAliases: writersOf(arrived, parsed, pepper),
      wireMsgId: message.case.wireMsgId,
      envelope: parsed.case.envelope,
    },
    content: contentOf(parsed, pepper),
    references: referencesOf(parsed, pepper),
    aliases: aliasesOf(arrived, parsed, pepper),
    contentKey: parsed.from === "HEALTH" ? pepper("content", parsed.content) : null,
  };
};
