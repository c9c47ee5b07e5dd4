import type {
  DialogueMedical,
  DialogueMeetingAnswered,
  DialogueMessageSent,
  DialogueNoteHead,
  DialogueRole,
  Name,
} from "@samvirke/contracts";
import type { JsonObject } from "../sykmelding-record/json.ts";
import { localMidnight } from "./local-time.ts";
import { said, themeJson } from "./themes.ts";

/** What a record can be printed from: a message or an answer from a clinician, every part open. */
export type KafkaSource =
  | DialogueMessageSent
  | (Omit<DialogueMeetingAnswered, "medical"> & { readonly medical: DialogueMedical });

/** The three parts of which a record has one. */
export type Part =
  | "innkallingMoterespons"
  | "foresporselFraSaksbehandlerForesporselSvar"
  | "henvendelseFraLegeHenvendelse";

/** The part that a message is. */
export const partOf = (source: KafkaSource): Part => {
  if ("answerId" in source) return "innkallingMoterespons";
  return source.kind === "ANSWER" ? "foresporselFraSaksbehandlerForesporselSvar" : "henvendelseFraLegeHenvendelse";
};

const shortName = (name: Name | null): JsonObject => ({ givenName: name?.given ?? "", familyName: name?.family ?? "" });

const roleJson = (role: DialogueRole | undefined): JsonObject | null => {
  if (role === undefined) return null;
  const { system: s, code: v } = said(role.role);
  return {
    rolleNotat: role.role && { s, v },
    person: role.person && shortName(role.person.name),
    helsepersonell: role.professional && shortName(role.professional.name),
  };
};

interface FirstNote {
  readonly head: DialogueNoteHead;
  readonly text: string | null;
  readonly asked: string | null;
}

const nothingSaid: DialogueNoteHead = { theme: null, documentId: null, datedOn: null, roles: [], question: null };

const firstNote = ({ case: shared, medical }: KafkaSource): FirstNote => {
  const [content] = medical.notes;
  return {
    head: shared.notes[0] ?? nothingSaid,
    text: content?.text ?? null,
    asked: content?.question?.text ?? null,
  };
};

const questionJson = ({ head: { question }, asked }: FirstNote): JsonObject | null => {
  if (question === null) return null;
  const { system: s, code: v, text: dn } = said(question.theme);
  return {
    typeForesp: { dn, s, v },
    sporsmal: asked ?? "",
    dokIdForesp: question.documentId,
    rollerRelatertNotat: roleJson(question.roles[0]),
  };
};

const shared = ({ head }: FirstNote): JsonObject => ({ temaKode: themeJson(head.theme), dokIdNotat: head.documentId });

const printers: Readonly<Record<Part, (note: FirstNote) => JsonObject>> = {
  innkallingMoterespons: (note) => ({
    ...shared(note),
    tekstNotatInnhold: note.text,
    foresporsel: questionJson(note),
  }),
  foresporselFraSaksbehandlerForesporselSvar: (note) => ({
    ...shared(note),
    tekstNotatInnhold: note.text ?? "",
    datoNotat: note.head.datedOn === null ? null : localMidnight(note.head.datedOn),
  }),
  henvendelseFraLegeHenvendelse: (note) => ({
    ...shared(note),
    tekstNotatInnhold: note.text ?? "",
    foresporsel: questionJson(note),
    rollerRelatertNotat: roleJson(note.head.roles[0]),
  }),
};

/** One part of a record, from the first note of the message. */
export const partJson = (source: KafkaSource, part: Part): JsonObject => printers[part](firstNote(source));
