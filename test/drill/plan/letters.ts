import { printDialogueSample, printStatement } from "@samvirke/formats";
import type { DialogueSample } from "@samvirke/formats";
import type { Printing } from "./ground.ts";
import { clinicianOf, dayFrom, hospital, personOf, practice, writtenText } from "./ground.ts";
import type { Message } from "./message.ts";
import { printed } from "./printed.ts";
import type { Parcel } from "./printed.ts";

// The letters' clinician signs nothing else.
const signer = "02868198772";

const xml = (bytes: Uint8Array): Parcel => ({ ...printed(bytes), door: "health", contentType: "application/xml" });

const sampleOf = (message: Message, printing: Printing): DialogueSample => ({
  kind: "NOTE",
  code: "1",
  text: message.marker,
  wrapping: "fellesformat2",
  messageId: message.wireMsgId,
  generatedAt: writtenText(message, printing),
  receivedAt: printing.times.received,
  ediLogId: `drill-${message.wireMsgId}`,
  datedOn: dayFrom(printing, 0),
  documentId: "notat-1",
  person: personOf(message),
  clinician: clinicianOf(signer),
  unit: practice,
});

type Print = (message: Message, printing: Printing) => Parcel;

const letter =
  (more: (message: Message) => Partial<DialogueSample>): Print =>
  (message, printing) =>
    xml(printDialogueSample({ ...sampleOf(message, printing), ...more(message) }));

/** A clinician writes to welfare. */
export const note = letter(() => ({}));

/** Refused: it answers nothing and says nothing. */
export const bareAnswer = letter(() => ({ kind: "ANSWER", code: "5", text: "" }));

/** To a question of welfare's, in the conversation that the note began. */
export const answer = letter(({ about }) => ({
  kind: "ANSWER",
  code: "5",
  parentReference: about?.wireMsgId ?? "",
  conversationReference: about?.about?.wireMsgId ?? "",
  repeats: { code: "1", text: "Hvordan går det?" },
}));

/** Between two houses of health. */
export const clinical = letter(() => ({
  kind: "CLINICAL_QUESTION",
  code: "6",
  wrapping: "msghead",
  receiver: hospital,
}));

/** A medical statement. */
export const statement: Print = (message, printing) =>
  xml(
    printStatement({
      wrapping: "fellesformat",
      messageId: message.wireMsgId,
      generatedAt: writtenText(message, printing),
      receivedAt: printing.times.received,
      ediLogId: `drill-${message.wireMsgId}`,
      person: personOf(message),
      clinician: clinicianOf(signer),
      unit: practice,
      occasions: ["1"],
      severalEmployments: "2",
      welfareOffice: "NAV Øvelsen",
      diagnosisSystem: "5",
      diagnoses: [{ code: "L84", text: "Ryggsyndrom" }],
      unfitFrom: dayFrom(printing, -30),
      status: "Noe bedre",
      history: message.marker,
      measures: [{ code: "4", text: "hev- og senkbord" }],
      measuresDetails: "etter opplæring",
      situations: [{ code: "1" }],
      ability: { cannotDo: "løfte tungt", otherWork: "sittende arbeid", canResume: true, resumeWhen: "2" },
      outlook: { better: true, illness: "et halvt år", functionLoss: "tre måneder", workAbility: "to måneder" },
      contacts: [{ code: "2" }],
    }),
  );
