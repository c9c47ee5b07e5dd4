import { factOf, loadCatalogue, loadSample } from "@samvirke/contracts";
import type { Contracts } from "@samvirke/contracts";
import { E } from "@samvirke/kernel";
import { readEmployerSykmelding } from "@samvirke/formats";
import { describe, expect, test } from "vitest";
import { printDelivered } from "../adapter/outbound.ts";
import { deliveriesOf } from "./deliveries.ts";
import type { Known } from "./model.ts";

const catalogue = loadCatalogue();
const full = <N extends Known["type"]>(type: N): Contracts[N] => loadSample(catalogue, type, "full");
const fact = <N extends Known["type"]>(type: N, changes: Partial<Contracts[N]> = {}): Known =>
  factOf(type, { ...full(type), ...changes }) as unknown as Known;

const sickLeaveId = "0f0f0f0f-1111-5222-8333-444444444444";
const applied = { standing: "APPLIED", sickLeaveId } as const;
const employer = (organisationNumber: string) => ({ organisationNumber, legalUnit: "999990009", name: "Fjordbygg" });
const certificate = (changes: Partial<Contracts["SickLeaveCertified"]> = {}) =>
  fact("SickLeaveCertified", { sickLeaveId, assessment: "OK", channel: "XML", ...changes });
const sentTo = (number: string, standing: "APPLIED" | "WAITING" = "APPLIED") =>
  fact("SickLeaveSentToEmployer", {
    ...applied,
    standing,
    work: { ...full("SickLeaveSentToEmployer").work, employer: employer(number), previousEmployer: null },
  });
const use = (type: "SickLeaveConfirmed" | "SickLeaveSetAside" | "SickLeaveReopened" | "SickLeaveDeleted") =>
  fact(type, applied as never);
const revised = fact("SickLeaveRevised", {
  sickLeaveId,
  work: { ...full("SickLeaveRevised").work, messageToEmployer: "endret siden" },
});
const rejected = fact("SickLeaveRejected", { sickLeaveId, reasonClass: "RULE" });
const shielded = fact("PersonStatusChanged", {
  case: { ...full("PersonStatusChanged").case, kind: "PROTECTION", change: "STATED", protection: "CONFIDENTIAL" },
});

const alias = (type: string, value: string): string => `${type} ${value}`;
const told = (one: Known, earlier: ReadonlyArray<Known> = []) =>
  deliveriesOf(one, earlier).map((delivery) => printDelivered(delivery, alias));
const seen = (one: Known, earlier: ReadonlyArray<Known> = []) =>
  told(one, earlier).map(({ shape, partyAlias }) => `${shape} to ${partyAlias}`);
const textOf = (one: Known, earlier: ReadonlyArray<Known>, index = 0): string =>
  Buffer.from(told(one, earlier)[index]?.work?.body ?? []).toString();

const first = "999990001";
const second = "999990002";
const shown = (number: string) => `ArbeidsgiverSykmelding to ENH ${number}`;
const removed = (number: string) => `removal to ENH ${number}`;
const sent = [certificate(), sentTo(first)];

type Case = readonly [what: string, told: Known, earlier: ReadonlyArray<Known>, documents: ReadonlyArray<string>];
const table: ReadonlyArray<Case> = [
  ["R9 a certificate is sent", sentTo(first), [certificate()], [shown(first)]],
  ["R9 one that nobody knows", sentTo(first), [], []],
  ["R9 one that waits", sentTo(first, "WAITING"), [certificate()], []],
  ["R9 one that was refused", sentTo(first), [rejected], []],
  ["R9 to a new employer", sentTo(second), sent, [removed(first), shown(second)]],
  ["R10 used without employer", use("SickLeaveConfirmed"), [certificate()], []],
  ["R11 set aside", use("SickLeaveSetAside"), sent, [removed(first)]],
  ["R11 set aside before it was sent", use("SickLeaveSetAside"), [certificate()], []],
  ["R12 opened again", use("SickLeaveReopened"), sent, [removed(first)]],
  ["R13 R7 deleted", use("SickLeaveDeleted"), sent, [removed(first)]],
  ["R13 deleted before it was sent", use("SickLeaveDeleted"), [certificate()], []],
  ["R5 changed while an employer has it", revised, sent, [shown(first)]],
  ["R5 changed before it was sent", revised, [certificate()], []],
  ["R8 found invalid", fact("SickLeaveReviewed", { ...applied, outcome: "INVALID" }), [certificate()], []],
  [
    "R43 a meeting with the employer",
    fact("DialogueMeetingCalled", { employer: true, work: { at: 0, place: "Sted", employer: first } }),
    [],
    [`samvirke.dialogue-meeting/1 to ENH ${first}`],
  ],
  [
    "R43 a meeting without the employer",
    fact("DialogueMeetingCalled", { employer: false, work: { at: 0, place: null, employer: first } }),
    [],
    [],
  ],
  [
    "R43 a meeting that ended",
    fact("DialogueMeetingEnded", {
      case: { ...full("DialogueMeetingEnded").case, employer: true, employerNumber: first },
    }),
    [],
    [`samvirke.dialogue-meeting/1 to ENH ${first}`],
  ],
  [
    "R43 one that ended without the employer",
    fact("DialogueMeetingEnded", {
      case: { ...full("DialogueMeetingEnded").case, employer: false, employerNumber: first },
    }),
    [],
    [],
  ],
];

describe("what employers get", () => {
  test.each(table)("%s", (_, one, earlier, documents) => expect(seen(one, earlier)).toEqual(documents));

  test.each(table)("nothing of an erased person: %s", (_, one, earlier) => {
    const erased = [...earlier, one].map((known) => ({ ...known, content: { state: "Erased" } }) as Known);
    expect(seen(erased.at(-1)!, erased.slice(0, -1))).toEqual([]);
  });
});

describe("the copy of a certificate", () => {
  test("is one that its strict readers take, about the employer it was sent to", () => {
    const json = JSON.parse(textOf(sentTo(first), [certificate()])) as unknown;
    expect(E.isRight(readEmployerSykmelding(json))).toBe(true);
    expect(json).toMatchObject({ event: { statusEvent: "SENDT", arbeidsgiver: { orgnummer: first } } });
  });

  test("lies in the part that an employer's key opens, and nowhere else", () => {
    const [document] = told(sentTo(first), [certificate()]);
    expect([document?.case, document?.medical, document?.work?.receiver]).toEqual([null, null, first]);
  });

  test("says nothing of the medical part, of help asked of welfare, or of the employer period", () => {
    const { medical, case: shared } = full("SickLeaveCertified");
    const text = textOf(sentTo(first), [certificate()]);
    const secrets = [
      medical.mainDiagnosis?.text,
      medical.mainDiagnosis?.code,
      shared.helpAsked?.text,
      shared.lateContactReason,
      shared.welfareMeasures,
    ].filter((secret) => (secret ?? "").length > 3);
    expect(secrets.length).toBeGreaterThan(2);
    expect(secrets.filter((secret) => text.includes(`"${secret}"`))).toEqual([]);
    expect(text).not.toContain("harRedusertArbeidsgiverperiode");
  });

  test("is the certificate as it was last changed", () => expect(textOf(revised, sent)).toContain("endret siden"));

  test("of a protected person tells no address of the clinician's, and says what is left out", () => {
    const clinician = { ...full("SickLeaveCertified").work.clinician };
    const street = clinician.address?.street ?? "";
    expect(street).not.toBe("");
    expect(textOf(sentTo(first), [certificate()])).toContain(street);
    expect(textOf(sentTo(first), [certificate(), shielded])).not.toContain(street);
    expect(told(sentTo(first), [certificate(), shielded])[0]?.work?.lost).toContainEqual({
      path: "work.clinician.address",
      rule: "PROTECTED_PERSON",
    });
  });
});

test("a removal is the certificate's id with no value", () =>
  expect(JSON.parse(textOf(use("SickLeaveDeleted"), sent))).toEqual({ key: sickLeaveId, value: null }));

test("a meeting is told by time and state, without its place", () => {
  const called = fact("DialogueMeetingCalled", { employer: true, work: { at: 0, place: "XYZZY", employer: first } });
  expect(textOf(called, [])).not.toContain("XYZZY");
  expect(JSON.parse(textOf(called, []))).toMatchObject({ state: "CALLED", at: "1970-01-01T00:00:00Z" });
});

test("each document of one cause has an id of its own, and the same one again", () => {
  const ids = () => told(sentTo(second), sent).map(({ messageId }) => messageId);
  expect(new Set(ids()).size).toBe(2);
  expect(ids()).toEqual(ids());
});
