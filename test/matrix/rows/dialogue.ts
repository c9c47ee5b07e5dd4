import type { Expected, MatrixCase, Output } from "../model.ts";
import { answered, clinical, ordered, toldByWelfare, written } from "../wire/dialogues.ts";
import { stated } from "../wire/follow-ups.ts";

const toWelfare = (pattern: RegExp): Output => ({
  to: "welfare",
  kind: "DIALOGUE",
  contentType: "application/json",
  has: [/"msgId"/, /"personIdentPasient"/, pattern],
});
const letter = (...has: ReadonlyArray<RegExp>): Output => ({
  to: "health",
  kind: "DIALOGUE",
  contentType: "application/xml",
  has: [/xmlstds\/dialog\/2006-10-11/, ...has],
  lacks: [/PROVE/, /Z999999/],
});
const code = (list: string, value: string): RegExp =>
  new RegExp(`V="${value}"[^>]*S="[\\d.]*${list}"|S="[\\d.]*${list}"[^>]*V="${value}"`);

const note = "dialogue NOTE";
const question = "dialogue QUESTION";
const answer = "dialogue ANSWER";

const fromHealth = (rows: ReadonlyArray<string>, event: string, out: Output): Expected => ({
  outcomes: ["accepted"],
  events: [event],
  health: rows,
  welfare: rows,
  employer: [],
  out: [out],
  receipt: "1.0: 1",
});
const fromWelfare = (rows: ReadonlyArray<string>, out: Output): Expected => ({
  outcomes: ["accepted"],
  events: ["DialogueMessageSent"],
  health: rows,
  welfare: rows,
  employer: [],
  out: [out],
  receipt: "no AppRec",
});

const asks = ordered({ type: "DIALOG_FORESPORSEL", list: "FORESPORSEL", code: 1 });
const calls = ordered({ type: "DIALOG_FORESPORSEL", list: "DIALOGMOTE", code: 1 });

/** A2: dialogue between the sectors and within health. */
export const dialogue: ReadonlyArray<MatrixCase> = [
  {
    row: "R14",
    what: "note about follow-up",
    own: [written("note")],
    expected: fromHealth([note], "DialogueMessageSent", toWelfare(/"v":"1"/)),
  },
  {
    row: "R15",
    what: "note about somebody who is not on sick leave",
    own: [written("note", { code: "2" })],
    expected: fromHealth([note], "DialogueMessageSent", toWelfare(/"v":"2"/)),
  },
  {
    row: "R16",
    what: "answer to a question",
    before: [asks],
    own: [answered("ANSWER", "5", { code: "1", text: "Hvordan går det?" })],
    expected: fromHealth(
      [question, answer],
      "DialogueMessageSent",
      toWelfare(/"foresporselFraSaksbehandlerForesporselSvar":\{/),
    ),
  },
  {
    row: "R16",
    what: "answer that needs the person's consent",
    before: [asks],
    own: [answered("ANSWER", "4", { code: "1", text: "Hvordan går det?" })],
    expected: fromHealth([question, answer], "DialogueMessageSent", toWelfare(/"v":"4"/)),
  },
  {
    row: "R17",
    what: "answer to a meeting call",
    before: [calls],
    own: [answered("MEETING_ANSWER", "1", { code: "1", text: "Innkalling" })],
    expected: fromHealth(
      ["dialogue MEETING_LETTER", "meeting_answer CLINICIAN COMING"],
      "DialogueMeetingAnswered",
      toWelfare(/"innkallingMoterespons":\{/),
    ),
  },
  {
    row: "R18",
    what: "meeting call",
    own: [calls],
    expected: fromWelfare(["dialogue MEETING_LETTER"], letter(code("8125", "1"))),
  },
  {
    row: "R18",
    what: "meeting moved",
    before: [calls],
    own: [ordered({ type: "DIALOG_FORESPORSEL", list: "DIALOGMOTE", code: 2, name: "moved" })],
    expected: fromWelfare(["dialogue MEETING_LETTER", "dialogue MEETING_LETTER"], letter(code("8125", "2"))),
  },
  { row: "R19", what: "question", own: [asks], expected: fromWelfare([question], letter(code("8129", "1"))) },
  {
    row: "R20",
    what: "reminder",
    before: [asks],
    own: [ordered({ type: "DIALOG_FORESPORSEL", list: "FORESPORSEL", code: 2, name: "reminder" })],
    expected: fromWelfare([question, "dialogue REMINDER"], letter(code("8129", "2"))),
  },
  {
    row: "R21",
    what: "message from welfare",
    own: [ordered({ type: "DIALOG_NOTAT", list: "HENVENDELSE", code: 8 })],
    expected: fromWelfare([note], letter(code("8127", "8"))),
  },
  {
    row: "R22",
    what: "return of a statement",
    before: [stated],
    own: [ordered({ type: "DIALOG_NOTAT", list: "HENVENDELSE", code: 3 })],
    expected: fromWelfare(["dialogue RETURN", "statement"], letter(code("8127", "3"))),
  },
  {
    row: "R23",
    what: "plan to the doctor",
    own: [ordered({ type: "OPPFOLGINGSPLAN", list: "HENVENDELSE", code: 1, pdf: true })],
    expected: fromWelfare(["dialogue PLAN_LETTER"], letter(code("8127", "1"), /application\/pdf/)),
  },
  {
    row: "R24",
    what: "question between two houses of health",
    own: [clinical("clinical")],
    expected: {
      outcomes: ["accepted"],
      events: [],
      health: [],
      welfare: [],
      employer: [],
      out: [{ to: "health", kind: "DIALOGUE", contentType: "application/xml" }],
      receipt: "no AppRec",
    },
  },
  {
    row: "R25",
    what: "note as welfare's receiver tells of it",
    own: [toldByWelfare("note")],
    expected: {
      outcomes: ["accepted"],
      events: ["DialogueMessageSent"],
      health: [note],
      welfare: [note],
      employer: [],
      out: [],
      receipt: "no AppRec",
    },
  },
  {
    row: "R25",
    what: "note that came by XML, told once more",
    before: [written("note")],
    own: [toldByWelfare("note")],
    expected: {
      outcomes: ["accepted"],
      events: [],
      health: [note],
      welfare: [note],
      employer: [],
      out: [],
      receipt: "no AppRec",
    },
  },
];
