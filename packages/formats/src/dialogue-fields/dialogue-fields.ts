import { cs, cv, role } from "./components.ts";
import type { DialogueField } from "./field.ts";
import { because, carried, kept, newer, ruled } from "./field.ts";

interface QuestionPlaces {
  readonly leaf: string;
  readonly head: string;
  readonly content: string;
}

const asked = "dialogmelding.part.foresporsel";

const question = ({ leaf, head, content }: QuestionPlaces): ReadonlyArray<DialogueField> => [
  carried(`${leaf}/TypeForesp/@V`, `${head}.theme.code`, `${asked}.typeForesp.v`),
  carried(`${leaf}/TypeForesp/@S`, `${head}.theme.system`, `${asked}.typeForesp.s`),
  carried(`${leaf}/TypeForesp/@DN`, `${head}.theme.text`, `${asked}.typeForesp.dn`),
  kept(`${leaf}/TypeForesp/@OT`, `${head}.theme.originalText`, "NO_PLACE"),
  ...newer([kept(`${leaf}/EmneSporsmal`, `${content}.subject`, "NO_PLACE")]),
  carried(`${leaf}/Sporsmal`, `${content}.text`, `${asked}.sporsmal`),
  ...cv({ leaf: `${leaf}/Formål`, event: `${content}.purpose` }),
  kept(`${leaf}/Begrunnelse`, `${content}.grounds`, "NO_PLACE"),
  ...cs({ leaf: `${leaf}/Hastegrad`, event: `${head}.urgency` }),
  kept(`${leaf}/FraDato`, `${content}.from`, "NO_PLACE"),
  kept(`${leaf}/TilDato`, `${content}.to`, "NO_PLACE"),
  ...cv({ leaf: `${leaf}/TypeJournalinfo`, event: `${content}.recordParts[]` }),
  ...newer(cv({ leaf: `${leaf}/KodetOpplysning`, event: `${content}.codedContent` })),
  carried(`${leaf}/DokIdForesp`, `${head}.documentId`, `${asked}.dokIdForesp`),
  ...role({
    leaf: `${leaf}/RollerRelatertNotat`,
    event: `${head}.roles[]`,
    record: `${asked}.rollerRelatertNotat`,
  }),
];

// What a code of the whole message says besides itself.
const leading = (field: DialogueField, ...also: ReadonlyArray<string>): DialogueField => ({
  ...field,
  event: [...field.event, ...also],
});

const ownQuestions = (): ReadonlyArray<DialogueField> =>
  because("OTHER_WAY", question({ leaf: "Foresporsel", head: "case.questions[]", content: "medical.questions[]" })).map(
    (field) => (field.leaf === "Foresporsel/TypeForesp/@V" ? leading(field, "kind", "theme.code") : field),
  );

const repeatedQuestion = (): ReadonlyArray<DialogueField> =>
  question({ leaf: "Notat/Foresporsel", head: "case.notes[].question", content: "medical.notes[].question" }).map(
    (field) => (field.record.length > 0 && field.rule === undefined ? ruled("NOT_IN_ANSWER", field) : field),
  );

const theme = "dialogmelding.part.temaKode";

const noteTheme: ReadonlyArray<DialogueField> = [
  ruled(
    "WITH_CODE",
    leading(
      carried("Notat/TemaKodet/@V", "case.notes[].theme.code", [
        `${theme}.v`,
        `${theme}.dn`,
        `${theme}.arenaNotatKode`,
        `${theme}.arenaNotatTittel`,
      ]),
      "theme.code",
      "aboutSickLeave",
      "case.answerCode.code",
      "meetingAnswer",
    ),
  ),
  kept("Notat/TemaKodet/@S", ["case.notes[].theme.system", "case.answerCode.system"], "DECIDES_PART"),
  kept("Notat/TemaKodet/@DN", ["case.notes[].theme.text", "case.answerCode.text"], "LIST_TEXT"),
  kept("Notat/TemaKodet/@OT", ["case.notes[].theme.originalText", "case.answerCode.originalText"], "NO_PLACE"),
];

const note: ReadonlyArray<DialogueField> = [
  ...noteTheme,
  kept("Notat/Tema", "medical.notes[].heading", "NO_PLACE"),
  carried("Notat/TekstNotatInnhold", "medical.notes[].text", "dialogmelding.part.tekstNotatInnhold"),
  kept("Notat/Merknad", "medical.notes[].remark", "NO_PLACE"),
  carried("Notat/DokIdNotat", "case.notes[].documentId", "dialogmelding.part.dokIdNotat"),
  ruled("ANSWER_ONLY", carried("Notat/DatoNotat", "case.notes[].datedOn", "dialogmelding.part.datoNotat")),
  ...repeatedQuestion(),
  ...role({
    leaf: "Notat/RollerRelatertNotat",
    event: "case.notes[].roles[]",
    record: "dialogmelding.part.rollerRelatertNotat",
  }).map((field) => (field.record.length > 0 ? ruled("NOTE_ONLY", field) : field)),
];

/**
 * Every leaf of the dialogue message's schemas and where it goes. The parser and the printers are held to it by a test
 * that changes each leaf in turn; the document of the same name is printed from it.
 *
 * Shape:  in a path of the record `part` is innkallingMoterespons, foresporselFraSaksbehandlerForesporselSvar or
 *         henvendelseFraLegeHenvendelse, whichever the message is. A unit inside a unit is listed one level deep.
 * Source: Dialogmelding 1.0 (2006-10-11) and 1.1 (2013-01-23, with 2017), with felleskomponent1 and kith.
 */
export const dialogueFieldTable: ReadonlyArray<DialogueField> = [
  ...cv({ leaf: "SakstypeKodet", event: "medical.caseType" }),
  kept("Sakstype", "medical.caseTypeText", "NO_PLACE"),
  ...ownQuestions(),
  ...note,
];
