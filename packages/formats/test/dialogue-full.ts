import type { Code, DialogueRole, HealthcareProfessional, Organisation, WirePerson } from "@samvirke/contracts";
import type { DialogueDocument } from "../src/index.ts";
import { dialogueDocumentOf, printDialogue } from "../src/index.ts";
import { answer, dayOf, meetingAnswer, note, textOf } from "./dialogue-documents.ts";

const cv = (code: string, list = "9034"): Code => ({
  system: `2.16.578.1.12.4.1.1.${list}`,
  code,
  text: `tekst ${code}`,
  originalText: `egne ord ${code}`,
});
const cs = (code: string): Code => ({ system: null, code, text: `tekst ${code}`, originalText: null });

const person: WirePerson = {
  name: { given: "Signe", middle: "Berg", family: "Prøvedal" },
  bornOn: dayOf("1980-05-14"),
  sex: cs("1"),
  nationality: cs("NO"),
  identifiers: [{ value: "14858030057", type: cv("FNR", "8116") }],
  address: {
    type: cs("H"),
    street: "Prøvegata 1",
    postalCode: "0001",
    city: "Prøvestad",
    postBox: "Boks A",
    county: cs("0301"),
    country: cs("NO"),
  },
  contactPoints: [{ type: cs("HP"), address: "tel:55501003" }],
};

const professional: HealthcareProfessional = { category: cs("LE"), roleToPatient: cv("6"), ...person };

const unit = (name: string): Organisation => ({
  name,
  type: cv("10", "9041"),
  identifiers: [{ value: "8094870", type: cv("HER", "9051") }],
  address: person.address,
  contactPoints: person.contactPoints,
  healthcareProfessional: null,
});

const linked = (who: Pick<DialogueRole, "professional" | "person">): DialogueRole["unit"] => ({
  organisations: [unit("Poliklinikken"), unit("Team A")],
  remark: "ring først",
  ...who,
});

const role = (who: Pick<DialogueRole, "professional" | "person">): DialogueRole => ({
  role: cv("1", "9057"),
  roleToPatient: cv("6"),
  unit: linked(who),
  ...who,
});

const byProfessional = role({ professional, person: null });
const byPerson = role({ professional: null, person });

type Roles = ReadonlyArray<DialogueRole>;

const question = (roles: Roles) => ({
  head: { theme: cv("1", "8129"), documentId: "spørsmål A", urgency: cs("2"), roles },
  content: {
    subject: "Om arbeid",
    text: "Hvordan går det?",
    purpose: cv("4", "9066"),
    grounds: "Til oppfølging",
    from: dayOf("2026-01-02"),
    to: dayOf("2026-02-03"),
    recordParts: [cv("5", "9058")],
    codedContent: cv("7", "9151"),
  },
});

const full = (base: DialogueDocument, theme: Code, roles: Roles): DialogueDocument => ({
  ...base,
  caseType: cv("3", "9064"),
  caseTypeText: "Sykefravær",
  notes: [
    {
      head: {
        theme: { ...theme, text: "tekst", originalText: "egne ord" },
        documentId: "notat A",
        datedOn: dayOf("2026-03-02"),
        roles,
        question: question(roles).head,
      },
      content: { heading: "Tema", text: "Innhold", remark: "Merknad", question: question(roles).content },
    },
  ],
});

const orders: ReadonlyArray<Roles> = [
  [byProfessional, byPerson],
  [byPerson, byProfessional],
];
const kinds = [
  [note, cv("1", "8128")],
  [answer, cv("1", "9069")],
  [meetingAnswer, cv("1", "8126")],
] as const;

const questions = (version: DialogueDocument["version"], roles: Roles): DialogueDocument => ({
  ...full(dialogueDocumentOf({ ...note, kind: "CLINICAL_QUESTION", version, wrapping: "msghead" }), cv("1"), roles),
  notes: [],
  questions: [question(roles)],
});

/** Documents of an edition that together have every leaf of its schema, as notes, answers, answers to calls and questions. */
export const fullDialogues = (version: DialogueDocument["version"]): ReadonlyArray<string> =>
  orders.flatMap((roles) => [
    ...kinds.map(([sample, theme]) =>
      textOf(printDialogue(full(dialogueDocumentOf({ ...sample, version }), theme, roles))),
    ),
    textOf(printDialogue(questions(version, roles))),
  ]);
