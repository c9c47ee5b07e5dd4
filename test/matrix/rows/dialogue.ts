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

const note = "dialogues note";
const question = "dialogues question";
const answer = "dialogues answer";

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

// Whoever wrote first is who welfare's order is for.
const first = [written("note")] as const;
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
    before: [...first, asks],
    own: [answered("ANSWER", "5", { code: "1", text: "Hvordan går det?" })],
    expected: fromHealth(
      [note, question, answer],
      "DialogueMessageSent",
      toWelfare(/"foresporselFraSaksbehandlerForesporselSvar":\{/),
    ),
  },
  {
    row: "R16",
    what: "answer that needs the person's consent",
    before: [...first, asks],
    own: [answered("ANSWER", "4", { code: "1", text: "Hvordan går det?" })],
    expected: fromHealth([note, question, answer], "DialogueMessageSent", toWelfare(/"v":"4"/)),
  },
  {
    row: "R17",
    what: "answer to a meeting call",
    before: [...first, calls],
    own: [answered("MEETING_ANSWER", "1", { code: "1", text: "Innkalling" })],
    expected: fromHealth(
      [note, "dialogues meeting-letter", "meeting-answers clinician coming"],
      "DialogueMeetingAnswered",
      toWelfare(/"innkallingMoterespons":\{/),
    ),
  },
  {
    row: "R18",
    what: "meeting call",
    before: first,
    own: [calls],
    expected: fromWelfare([note, "dialogues meeting-letter"], letter(code("8125", "1"))),
  },
  {
    row: "R18",
    what: "meeting moved",
    before: [...first, calls],
    own: [ordered({ type: "DIALOG_FORESPORSEL", list: "DIALOGMOTE", code: 2, name: "moved" })],
    expected: fromWelfare([note, "dialogues meeting-letter", "dialogues meeting-letter"], letter(code("8125", "2"))),
  },
  {
    row: "R19",
    what: "question",
    before: first,
    own: [asks],
    expected: fromWelfare([note, question], letter(code("8129", "1"))),
  },
  {
    row: "R19",
    what: "question to a clinician by welfare's own reference alone",
    own: [asks],
    expected: fromWelfare([question], letter(code("8129", "1"))),
  },
  {
    row: "R20",
    what: "reminder",
    before: [...first, asks],
    own: [ordered({ type: "DIALOG_FORESPORSEL", list: "FORESPORSEL", code: 2, name: "reminder" })],
    expected: fromWelfare([note, question, "dialogues reminder"], letter(code("8129", "2"))),
  },
  {
    row: "R21",
    what: "message from welfare",
    before: first,
    own: [ordered({ type: "DIALOG_NOTAT", list: "HENVENDELSE", code: 8 })],
    expected: fromWelfare([note, note], letter(code("8127", "8"))),
  },
  {
    row: "R22",
    what: "return of a statement",
    before: [...first, stated],
    own: [ordered({ type: "DIALOG_NOTAT", list: "HENVENDELSE", code: 3 })],
    expected: fromWelfare([note, "dialogues return", "statements"], letter(code("8127", "3"))),
  },
  {
    row: "R23",
    what: "plan to the doctor",
    before: first,
    own: [ordered({ type: "OPPFOLGINGSPLAN", list: "HENVENDELSE", code: 1, pdf: true })],
    expected: fromWelfare([note, "dialogues plan-letter"], {
      ...letter(code("8127", "1"), /application\/pdf/),
      kind: "FOLLOW_UP_PLAN",
    }),
  },
  {
    row: "R24",
    what: "question between two houses of health",
    own: [clinical("clinical")],
    expected: {
      outcomes: ["accepted"],
      events: ["MessagePassedOn"],
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
      events: ["MessagePassedOn"],
      health: [note],
      welfare: [note],
      employer: [],
      out: [],
      receipt: "no AppRec",
    },
  },
];
