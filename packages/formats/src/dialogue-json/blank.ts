import type { WireEnvelope } from "@samvirke/contracts";
import type { ParsedDialogue } from "../dialogue/parsed.ts";
import { undecided } from "../dialogue/undecided.ts";
import { identityOf, patientOf } from "../dialogue/person.ts";
import { nobody, personNumber } from "../dialogue/wire-parts.ts";

// A D-number begins with the day of birth plus 40.
const typeOf = (value: string): string => (/^[4-7]/.test(value) ? "DNR" : "FNR");

/** A message about a person that says nothing yet; for formats that are no Dialogmelding. */
export const blankDialogue = (number: string, envelope: WireEnvelope): ParsedDialogue => ({
  kind: "NOTE",
  from: "HEALTH",
  toWelfare: false,
  welfareIsMain: false,
  theme: null,
  aboutSickLeave: null,
  meetingAnswer: null,
  status: null,
  references: { message: null, parent: null, conversation: null },
  refusals: [],
  identity: identityOf({ ...nobody, identifiers: personNumber(typeOf(number), number) }),
  case: {
    envelope,
    ...undecided,
    documentId: null,
    version: null,
    patient: patientOf(null),
    questions: [],
    notes: [],
    answerCode: null,
    signerNumbers: [],
    warnings: [],
  },
  medical: { caseType: null, caseTypeText: null, questions: [], notes: [], attachments: [] },
  warnings: [],
  content: "",
});
