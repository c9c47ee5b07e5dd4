import type { DialogueNote, DialogueNoteHead, DialogueQuestion, DialogueQuestionHead } from "@samvirke/contracts";
import { codeIn, codeOf } from "../envelope/elements.ts";
import type { Findings } from "../xml/findings.ts";
import { dayIn, textIn } from "../xml/read.ts";
import type { XmlNode } from "../xml/tree.ts";
import { child, children } from "../xml/tree.ts";
import { rolesIn } from "./roles.ts";
import { openTextIn } from "./text.ts";

/** A question in its two parts: what it is, and what it asks. */
export interface QuestionParts {
  readonly head: DialogueQuestionHead;
  readonly content: DialogueQuestion;
}

/** A note in its two parts: what it is, and what it says. */
export interface NoteParts {
  readonly head: DialogueNoteHead;
  readonly content: DialogueNote;
}

/** A Foresporsel. */
export const questionOf = (node: XmlNode, findings: Findings): QuestionParts => ({
  head: {
    theme: codeIn(node, "TypeForesp", findings),
    documentId: textIn(node, "DokIdForesp"),
    urgency: codeIn(node, "Hastegrad", findings),
    roles: rolesIn(node, findings),
  },
  content: {
    subject: textIn(node, "EmneSporsmal"),
    text: openTextIn(node, "Sporsmal", findings),
    purpose: codeIn(node, "Formål", findings),
    grounds: textIn(node, "Begrunnelse"),
    from: dayIn(node, "FraDato", findings),
    to: dayIn(node, "TilDato", findings),
    recordParts: children(node, "TypeJournalinfo").map((code) => codeOf(code, findings)),
    codedContent: codeIn(node, "KodetOpplysning", findings),
  },
});

/** A Notat, with the question that it repeats. */
export const noteOf = (node: XmlNode, findings: Findings): NoteParts => {
  const repeated = child(node, "Foresporsel");
  const question = repeated ? questionOf(repeated, findings) : null;
  return {
    head: {
      theme: codeIn(node, "TemaKodet", findings),
      documentId: textIn(node, "DokIdNotat"),
      datedOn: dayIn(node, "DatoNotat", findings),
      roles: rolesIn(node, findings),
      question: question?.head ?? null,
    },
    content: {
      heading: textIn(node, "Tema"),
      text: openTextIn(node, "TekstNotatInnhold", findings),
      remark: textIn(node, "Merknad"),
      question: question?.content ?? null,
    },
  };
};
