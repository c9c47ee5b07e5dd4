import { inLines, textLines } from "../page.ts";
import type { Paint } from "../tell.ts";
import type { Letter, Lived } from "./play.ts";
import type { Turn } from "./turns.ts";
import type { Change } from "./views.ts";

const margin = 14;

const words = (text: string): string => text.replaceAll("-", " ");

const listed = (label: string, parts: ReadonlyArray<string>): ReadonlyArray<string> =>
  inLines(label, parts, { margin, separator: "; " });

const one: Readonly<Record<string, string>> = {
  "sick-leaves": "sick leave",
  spells: "spell",
  plans: "plan",
  dialogues: "dialogue",
  deliveries: "delivery",
  referrals: "referral",
  meetings: "meeting",
  "meeting-answers": "answer to the call",
  decisions: "decision",
  duties: "deadline",
};

const changeText = ({ view, how, isNew }: Change): string => {
  const name = `${isNew ? "new " : ""}${one[view] ?? view}`;
  return how === "" ? name : `${name}: ${words(how)}`;
};

const sideLines = (label: string, changes: ReadonlyArray<Change>): ReadonlyArray<string> =>
  listed(label, changes.length === 0 ? ["sees nothing new"] : changes.map(changeText));

const kinds: Readonly<Record<string, string>> = {
  "application/xml": "XML",
  "application/json": "JSON",
  "application/vnd.apache.avro": "Avro",
};

const letterText = ({ to, contentType, bytes }: Letter): string =>
  `${to}: ${kinds[contentType.split(";")[0] ?? ""] ?? contentType}, ${bytes} bytes`;

const holders: Readonly<Record<string, string>> = { welfare: "NAV", clinician: "doctor" };

const turnText = ({ holder, kinds: why, due }: Turn): string =>
  `${holders[holder] ?? words(holder)} (${why.map(words).join(", ")}${due === null ? "" : `, by ${due}`})`;

const ballLines = (turns: ReadonlyArray<Turn>, paint: Paint): ReadonlyArray<string> =>
  listed(paint("yellow", "Ball"), turns.length === 0 ? ["nobody: no duty is open"] : turns.map(turnText));

/** One step of the timeline. */
export const livedLines = ({ step, date, letters, changes, turns }: Lived, paint: Paint): ReadonlyArray<string> => [
  `${date}  ${paint("bold", step.title)}  (day ${step.day})`,
  ...textLines("", step.told, 3),
  ...sideLines("Health", changes.health),
  ...sideLines("NAV", changes.welfare),
  ...sideLines("Employer", changes.employer),
  ...(letters.length === 0 ? [] : listed("Mailboxes", letters.map(letterText))),
  ...ballLines(turns, paint),
  "",
];

/** What the chapter is about. */
export const caseOpening = (count: number, paint: Paint): ReadonlyArray<string> => [
  paint("bold", "One case over seven months"),
  `${count} days out of one invented person's case. Each message says when it was received, so that`,
  "months pass in seconds. Each side is asked at its own door; who has the ball stands in NAV's view.",
  "",
];

/** One step as a JSON line. */
export const livedJson = ({ step, date, sent, letters, changes, turns }: Lived): string =>
  JSON.stringify({
    step: step.title,
    day: step.day,
    date,
    messages: sent.map(({ http, ms, status }) => ({
      http,
      ms,
      messageId: status.messageId,
      caseId: status.caseId,
      outcome: status.outcome,
      hops: status.hops,
    })),
    ...changes,
    letters,
    turns,
  });
