import type { FollowUpSampleKind, HubBody } from "@samvirke/formats";
import { printFollowUpSample, printReceivedSykmelding, printSykmeldingRecord } from "@samvirke/formats";
import { addDays, E } from "@samvirke/kernel";
import type { Day } from "@samvirke/kernel";
import type { Command } from "../core/model.ts";
import { commandsFor } from "./commands.ts";
import {
  asked,
  at,
  dialogue,
  first,
  followUp,
  hub,
  json,
  nav,
  order,
  placeOf,
  planForm,
  planNotice,
  receiptFor,
  referralXml,
  statement,
  status,
  validation,
} from "./documents.cases.ts";
import { day, decideAll, depsFor, doctor, factsOf, patient, print } from "./intake.cases.ts";
import type { Sent } from "./intake.cases.ts";

/** A message of a history: what it is, and which stream of the wire it came on. */
export interface Message {
  readonly key: string;
  /** Messages of one stream come in their order; undefined where nothing holds them together. */
  readonly stream: string | undefined;
  /** The message that it speaks of, and by what kind of pair (canonical model C4.1); undefined for a first word. */
  readonly about: { readonly key: string; readonly pair: string } | undefined;
  readonly command: Command;
}

type Unread = Omit<Message, "command"> & { readonly sent: Sent };

const uuid = (kind: number, n: number): string => `9e2f0c52-7a1e-4d4${kind}-9c3a-${String(n).padStart(12, "0")}`;
const minutes = (n: number): number => Date.parse("2026-03-03T09:30:00Z") + n * 60_000;

const said = (key: string, sent: Sent, about?: Message["about"], stream?: string): Unread => ({
  key,
  sent,
  about,
  stream,
});
const speaks = (pair: string, key: string) => ({ pair, key });

const from = (slot: number): Day => addDays(day("2026-03-02"), slot * 14);
const wireOf = (slot: number) => ({ messageId: uuid(0, slot), ediLogId: `log-c${slot}` });

const certificate = async (slot: number): Promise<ReadonlyArray<Unread>> => {
  const bytes = print({ ...wireOf(slot), periods: [{ kind: "FULL", from: from(slot), to: addDays(from(slot), 13) }] });
  const event = first(await decideAll([{ bytes }]), "SickLeaveCertified");
  const id = uuid(1, slot);
  const underId = (whole: object): Uint8Array => {
    const { sykmelding } = whole as { readonly sykmelding: object };
    return json({ ...whole, sykmelding: { ...sykmelding, id } });
  };
  const [xml, record] = [`certificate ${slot}`, `record ${slot}`];
  const statuses = ["APEN", "SENDT", "BEKREFTET", "AVBRUTT", "UTGATT"].map((word) =>
    said(
      `status ${word} ${slot}`,
      nav(status(id, word)),
      speaks("status before certificate", record),
      `status ${slot}`,
    ),
  );
  const reviews = ["OK", "INVALID"].map((word) =>
    said(
      `review ${word} ${slot}`,
      nav(validation(id, word)),
      speaks("review before certificate", record),
      `review ${slot}`,
    ),
  );
  return [
    said(xml, { bytes }),
    said(record, nav(underId(printSykmeldingRecord(event).json)), undefined, `record ${slot}`),
    said(`older ${slot}`, nav(underId(printReceivedSykmelding(event, "<a/>")))),
    ...statuses,
    ...reviews,
    said(
      `status SLETTET ${slot}`,
      nav(status(id, "SLETTET")),
      speaks("deletion before certificate", record),
      `status ${slot}`,
    ),
  ];
};

const letterOf = (slot: number) => uuid(2, slot);
const conversationOf = (slot: number) => uuid(3, slot);
const inConversation = (slot: number) => ({
  parentReference: letterOf(slot),
  conversationReference: conversationOf(slot),
  generatedAt: "2026-03-04T08:15:30+01:00",
});

const conversation = async (slot: number): Promise<ReadonlyArray<Unread>> => {
  const question = `question ${slot}`;
  const ask = { dialogmeldingUuid: letterOf(slot), dialogmeldingRefConversation: conversationOf(slot) };
  const remind = {
    ...ask,
    dialogmeldingUuid: uuid(4, slot),
    dialogmeldingKode: 2,
    dialogmeldingRefParent: letterOf(slot),
    dialogmeldingTekst: `Påminnelse ${slot}`,
  };
  const answer = (n: number, code: string) =>
    at(
      dialogue({
        kind: "ANSWER",
        code,
        text: `Svar ${slot} ${n}`,
        messageId: uuid(5, slot * 10 + n),
        ediLogId: `log-a${slot}${n}`,
        ...inConversation(slot),
      }),
    );
  return [
    said(question, nav(order({ ...ask, dialogmeldingTekst: `Spørsmål ${slot}` })), undefined, "orders"),
    said(`reminder ${slot}`, nav(order(remind)), undefined, "orders"),
    said(`answer ${slot}`, answer(0, "5"), speaks("answer before question", question)),
    said(`needs consent ${slot}`, answer(1, "4"), speaks("answer before question", question)),
    said(`receipt ${slot}`, at(await receiptFor(letterOf(slot))), speaks("receipt before letter", question)),
    said(
      `refusal ${slot}`,
      at(await receiptFor(uuid(4, slot), "REFUSED")),
      speaks("receipt before letter", `reminder ${slot}`),
    ),
  ];
};

const referralOf = (slot: number) => ({ referralId: uuid(6, slot), messageId: uuid(7, slot) });

const stepOf = (slot: number, n: number, body: HubBody): Sent =>
  nav(hub(uuid(8, slot * 10 + n), body, { madeAt: minutes(slot * 10 + n) }));

const referred = async (slot: number): Promise<ReadonlyArray<Unread>> => {
  const [own, first0] = [referralOf(slot), `referral ${slot}`];
  const about = { referral: own.referralId };
  const stated = { declineClass: null, decidedOn: null, appointmentOn: null, latestStart: null, place: null };
  const word = (outcome: string, more: object = {}) =>
    ({ kind: "STATUS", ...about, outcome, ...stated, forwardedTo: null, text: null, ...more }) as HubBody;
  const effort = (closed: boolean) =>
    ({
      kind: "EFFORT",
      ...about,
      sector: "WORK",
      effort: "PROGRAMME",
      from: day("2026-03-10"),
      to: null,
      closed,
    }) as HubBody;
  const part = (lifecycle: string, n: number, reason: string) =>
    at(
      referralXml({
        ...own,
        lifecycle,
        reason,
        messageId: uuid(9, slot * 10 + n),
        generatedAt: `2026-03-02T1${n}:00:00+01:00`,
      }),
    );
  return [
    said(first0, at(referralXml({ ...own, reason: `Vurdering ${slot}.` }))),
    said(`change ${slot}`, part("M", 1, "Endret."), speaks("change before referral", first0)),
    said(`addition ${slot}`, part("A", 2, "Tillegg."), speaks("change before referral", first0)),
    said(`cancellation ${slot}`, part("C", 3, "Ikke aktuelt."), speaks("cancellation before referral", first0)),
    said(
      `grant ${slot}`,
      stepOf(slot, 1, word("CALLED_IN", { appointmentOn: day("2026-05-04") })),
      speaks("status before referral", first0),
    ),
    said(
      `decline ${slot}`,
      stepOf(slot, 2, word("DECLINED", { declineClass: "NO_CAPACITY" })),
      speaks("status before referral", first0),
    ),
    said(`start ${slot}`, stepOf(slot, 3, effort(false)), speaks("effort before referral", first0)),
    said(`end ${slot}`, stepOf(slot, 4, effort(true)), speaks("effort before referral", first0)),
    said(`referral receipt ${slot}`, at(await receiptFor(own.messageId)), speaks("receipt before referral", first0)),
  ];
};

const record = (kind: FollowUpSampleKind, id: string, n: number, change: object = {}): Sent => {
  const { bytes, key } = printFollowUpSample(kind, {
    id,
    otherId: uuid(1, 900 + n),
    personNumber: patient,
    otherNumber: doctor,
    employer: "999990009",
    office: "0099",
    caseWorker: "Z999999",
    at: minutes(n),
    meetingAt: Date.parse("2026-09-01T08:00:00Z"),
    from: day("2026-01-05"),
    to: day("2026-03-15"),
    text: "Prøvetekst",
    ...change,
  });
  return { bytes, message: { ...followUp(kind, id).message, case: placeOf(key) } };
};

const meeting = (slot: number): ReadonlyArray<Unread> => {
  const [id, call] = [uuid(2, 500 + slot), `call ${slot}`];
  const stream = `meeting ${slot}`;
  const of = (kind: FollowUpSampleKind, n: number) => record(kind, id, slot * 100 + n);
  const answer = {
    kind: "MEETING_ANSWER",
    code: "2",
    text: `Kan ikke da ${slot}`,
    messageId: uuid(3, 500 + slot),
  } as const;
  const invitation = uuid(4, 500 + slot);
  const letter = {
    dialogmeldingUuid: invitation,
    dialogmeldingRefConversation: invitation,
    dialogmeldingType: "DIALOG_FORESPORSEL",
    dialogmeldingKodeverk: "DIALOGMOTE",
    dialogmeldingTekst: `Innkalling ${slot}`,
  };
  const repeats = { code: "1", text: "Innkalling" };
  const refers = { parentReference: invitation, conversationReference: invitation, repeats, ediLogId: `log-m${slot}` };
  return [
    said(call, of("MEETING_CALLED", 0), undefined, stream),
    said(`move ${slot}`, of("MEETING_MOVED", 20), undefined, stream),
    said(
      slot === 1 ? `held ${slot}` : `called off ${slot}`,
      of(slot === 1 ? "MEETING_HELD" : "MEETING_CANCELLED", 40),
      undefined,
      stream,
    ),
    said(`employer's answer ${slot}`, of("MEETING_ANSWER", 1), speaks("meeting answer before call", call)),
    said(`invitation ${slot}`, nav(order(letter)), undefined, "orders"),
    said(
      `clinician's answer ${slot}`,
      at(dialogue({ ...answer, ...refers })),
      speaks("meeting answer before letter", `invitation ${slot}`),
    ),
  ];
};

const others = async (): Promise<ReadonlyArray<Unread>> => {
  const plan = first(await decideAll([at(planForm())]), "FollowUpPlanShared");
  return [
    said("note", at(dialogue({ messageId: uuid(5, 900), ediLogId: "log-n1" }))),
    said(
      "note about another",
      at(dialogue({ code: "2", text: "Ikke sykmeldt", messageId: uuid(5, 901), ediLogId: "log-n2" })),
    ),
    said("statement", at(statement())),
    said("plan", at(planForm())),
    said("plan notice", nav(planNotice(plan.planId)), speaks("notice before plan", "plan")),
    said("assessment", record("ACTIVITY_ASSESSMENT", uuid(6, 900), 1), undefined, "assessments"),
    said("candidate", record("MEETING_CANDIDATE", uuid(6, 902), 3)),
    said("job seeking", record("JOB_SEEKING_DECISION", uuid(6, 903), 4)),
    said("spells", record("FOLLOW_UP_SPELLS", uuid(6, 904), 5)),
    said("bit", record("SPELL_BIT", uuid(6, 905), 6)),
    said("numbers", record("PERSON_NUMBERS", uuid(6, 906), 7)),
    said("protection", record("PERSON_PROTECTION", uuid(6, 907), 8), undefined, "person register"),
    said("asked by welfare", nav(hub(uuid(7, 900), { ...asked, referral: uuid(6, 908) } as HubBody))),
  ];
};

/** Everything that can be said of one person in a history, as it comes in. */
export const unreadMessages = async (): Promise<ReadonlyArray<Unread>> => {
  const slots = [1, 2];
  const parts = await Promise.all([
    ...[0, 1, 2].map(certificate),
    ...slots.map(conversation),
    ...slots.map(referred),
    ...slots.map((slot) => Promise.resolve(meeting(slot))),
    others(),
  ]);
  return parts.flat();
};

/** The same, read by the readers and answered by the registers, once. */
export const poolOfMessages = async (): Promise<ReadonlyArray<Message>> => {
  const unread = await unreadMessages();
  const sent = unread.map((one) => one.sent);
  const commands = await commandsFor(depsFor(sent))(factsOf(sent));
  return unread.map(({ key, stream, about }, n) => {
    const command = commands[n];
    if (command === undefined || E.isLeft(command) || command.right === undefined)
      throw new Error(`${key} is not read`);
    return { key, stream, about, command: command.right };
  });
};
