import type { DialogueMessageSent } from "@samvirke/contracts";
import { parseDialogue, printDialogmeldingForKafka, printDialogueSample } from "@samvirke/formats";
import type { DialogueSample } from "@samvirke/formats";
import { E } from "@samvirke/kernel";
import type { Message, World } from "../model.ts";
import {
  clinician,
  earlier,
  hospital,
  idOf,
  json,
  minutesAgo,
  nameOf,
  numberOf,
  practice,
  record,
  today,
  xml,
} from "./ground.ts";

const sampleOf = (world: World, name: string, changes: Partial<DialogueSample>): DialogueSample => ({
  kind: "NOTE",
  code: "1",
  text: "Det trengs et møte om tilrettelegging.",
  wrapping: "fellesformat2",
  messageId: idOf(world, name),
  generatedAt: minutesAgo(2),
  receivedAt: minutesAgo(1),
  ediLogId: `edi-${idOf(world, name)}`,
  datedOn: today,
  documentId: "notat-1",
  person: { number: numberOf(world), name: nameOf(world) },
  clinician,
  unit: practice,
  ...changes,
});

/** What a clinician writes to welfare. */
export const written =
  (name: string, changes: Partial<DialogueSample> = {}) =>
  (world: World): Message => {
    const sample = sampleOf(world, name, changes);
    // The practice sends itself, so that what is written back comes to its own mailbox.
    return { ...xml("health", printDialogueSample(sample), sample.messageId), party: "local-practice" };
  };

const letterOf = (world: World) => idOf(world, "order");

/** A conversation goes by the first message in it. */
const conversationOf = (world: World): string => world.sent[0]?.message.wireId ?? letterOf(world);

/** An answer to what welfare asked by our order. */
export const answered =
  (kind: "ANSWER" | "MEETING_ANSWER", code: string, repeats: DialogueSample["repeats"]) =>
  (world: World): Message =>
    written("answer", {
      kind,
      code,
      text: "Svar fra legen.",
      parentReference: letterOf(world),
      conversationReference: conversationOf(world),
      ...(repeats ? { repeats } : {}),
    })(world);

/** Between two houses within health; ours is the sender unless it is turned. */
export const clinical =
  (name: string, changes: Partial<DialogueSample> = {}) =>
  (world: World): Message =>
    written(name, { kind: "CLINICAL_QUESTION", code: "6", wrapping: "msghead", receiver: hospital, ...changes })(world);

/** The hospital's word on a referral that our practice sent first. */
export const referralStatus =
  (code: string) =>
  (world: World): Message => {
    const referral = earlier(world).message.wireId ?? "";
    return clinical("status", {
      kind: "REFERRAL_STATUS",
      version: "1.1",
      code,
      unit: hospital,
      receiver: practice,
      parentReference: referral,
      conversationReference: referral,
    })(world);
  };

interface Order {
  readonly type: "DIALOG_FORESPORSEL" | "DIALOG_NOTAT" | "OPPFOLGINGSPLAN";
  readonly list: "DIALOGMOTE" | "HENVENDELSE" | "FORESPORSEL";
  readonly code: number;
  readonly name?: string;
  readonly pdf?: boolean;
}

const pdf = Buffer.from("%PDF-1.4\n% prøve\n%%EOF\n").toString("base64");

/** Welfare's order to write to our clinician. */
export const ordered =
  ({ type, list, code, name = "order", pdf: withPdf = false }: Order) =>
  (world: World): Message => {
    const id = idOf(world, name);
    const value = {
      behandlerRef: "0a9a4d7e-52c6-4f1b-9d3e-8140021a0001",
      personIdent: numberOf(world),
      dialogmeldingUuid: id,
      dialogmeldingRefParent: name === "order" ? (world.sent[0]?.message.wireId ?? null) : letterOf(world),
      dialogmeldingRefConversation: conversationOf(world),
      dialogmeldingType: type,
      dialogmeldingKodeverk: list,
      dialogmeldingKode: code,
      dialogmeldingTekst: "Tekst fra saksbehandler.",
      dialogmeldingVedlegg: withPdf ? pdf : null,
      kilde: "PROVE",
    };
    return { ...json("welfare", value, id), topic: "teamsykefravr.isdialogmelding-behandler-dialogmelding-bestilling" };
  };

/** A clinician's note as welfare's own receiver tells of it. */
export const toldByWelfare =
  (name: string) =>
  (world: World): Message => {
    const bytes = printDialogueSample(sampleOf(world, name, {}));
    const parsed = parseDialogue(bytes);
    if (E.isLeft(parsed)) throw new Error("the matrix's own note cannot be read");
    const { kind: _kind, from, refusals: _refusals, meetingAnswer: _answer, ...rest } = parsed.right;
    const id = idOf(world, `${name} event`);
    const source: DialogueMessageSent = {
      ...rest,
      archiveId: id,
      aliases: [],
      conversationAlias: null,
      parentId: null,
      parentAlias: null,
      receivedAt: Date.now(),
      conversationId: id,
      messageId: id,
      kind: "NOTE",
      fromSide: from,
      warnings: 0,
    };
    const told = printDialogmeldingForKafka(source, { fellesformatXML: Buffer.from(bytes).toString("utf8") });
    if (E.isLeft(told)) throw new Error("the matrix's own note cannot be told");
    const wireId = idOf(world, name);
    return { ...record("teamsykefravr.dialogmelding", wireId, told.right.json), wireId };
  };
