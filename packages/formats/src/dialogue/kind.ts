import type { Code, DialogueKind, MeetingAnswer } from "@samvirke/contracts";
import { entryOf, listOf } from "./codes.ts";

/** What a message is: one of the event's kinds, an answer to a meeting call, or the status of a referral. */
export type MessageShape = Exclude<DialogueKind, "UNKNOWN"> | "MEETING_ANSWER" | "REFERRAL_STATUS";

/** What tells the kind. */
export interface KindSigns {
  readonly theme: Code | null;
  /** Whether the theme stands in a note; else it stands in a question. */
  readonly inNote: boolean;
  /** MsgInfo/Type. */
  readonly messageType: string | null;
}

const byCode: Readonly<Record<string, Readonly<Record<string, MessageShape>>>> = {
  "8127": { "1": "PLAN_LETTER", "3": "RETURN" },
  "8129": { "2": "REMINDER" },
};

const byList: Readonly<Record<string, MessageShape>> = {
  "8125": "MEETING_LETTER",
  "8126": "MEETING_ANSWER",
  "8127": "NOTE",
  "8128": "NOTE",
  "8129": "QUESTION",
  "9069": "ANSWER",
  "9148": "REFERRAL_STATUS",
};

const byType: Readonly<Record<string, MessageShape>> = {
  DIALOG_FORESPORSEL: "QUESTION",
  DIALOG_SVAR: "ANSWER",
  DIALOG_STATUS_HENVISNING: "REFERRAL_STATUS",
};

const byTheme = (list: string, code: string | null): MessageShape | undefined =>
  entryOf(entryOf(byCode, list) ?? {}, code) ?? entryOf(byList, list);

const byMessageType = ({ inNote, messageType }: KindSigns): MessageShape =>
  entryOf(byType, messageType?.trim().toUpperCase()) ?? (inNote ? "NOTE" : "QUESTION");

/** Source: fact sheet 5.5 for the lists; list 8279 where health's own lists say nothing of the kind. */
export const kindOf = (signs: KindSigns): MessageShape => {
  const list = listOf(signs.theme) ?? "";
  // The question's code on a note: the note answers it.
  if (list === "8129" && signs.inNote) return "ANSWER";
  return byTheme(list, signs.theme?.code ?? null) ?? byMessageType(signs);
};

/** Whether it is about a sick leave; null where the theme does not say. */
export const isAboutSickLeave = (theme: Code | null): boolean | null => {
  const list = listOf(theme);
  if (list === "8128") return entryOf({ "1": true, "2": false }, theme?.code) ?? null;
  return list !== undefined && ["8125", "8126", "8127", "8129"].includes(list) ? true : null;
};

const answers: Readonly<Record<string, MeetingAnswer>> = { "1": "COMING", "2": "NEW_TIME", "3": "NOT_COMING" };

/** The answer to a meeting call, list 8126. */
export const meetingAnswerOf = (theme: Code | null): MeetingAnswer => entryOf(answers, theme?.code) ?? "UNKNOWN";

/** What became of a referral. */
export type StatusOutcome = "UNKNOWN" | "CALLED_IN" | "RIGHT_GRANTED" | "FORWARDED" | "DECLINED";

const outcomes: Readonly<Record<string, StatusOutcome>> = {
  "1": "CALLED_IN",
  "2": "RIGHT_GRANTED",
  "3": "FORWARDED",
  "4": "DECLINED",
};

/** Source: list 9148. */
export const statusOutcomeOf = (theme: Code | null): StatusOutcome => entryOf(outcomes, theme?.code) ?? "UNKNOWN";
