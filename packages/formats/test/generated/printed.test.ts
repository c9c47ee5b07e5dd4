import type { DialogueMessageSent, FollowUpPlanShared, WireEnvelope, WorkAbilityAssessed } from "@samvirke/contracts";
import type { Either } from "@samvirke/kernel";
import { E } from "@samvirke/kernel";
import { describe, expect, test } from "vitest";
import {
  printAppRec10,
  printAppRec11,
  printDialogmeldingForKafka,
  printEmployerSykmelding,
  printPlanNotice,
  printPlanPdf,
  printReceivedSykmelding,
  printStatementMessage,
  printSykmeldingRecord,
  readEmployerSykmelding,
  readKafkaRecord,
  readPlanNotice,
  readReceivedSykmelding,
  readStatementBody,
  readStatementMessage,
  readSykmeldingRecord,
} from "../../src/index.ts";
import { parsedDialogue } from "../dialogue-documents.ts";
import { certified, parsed } from "../documents.ts";
import { hasStandards } from "../standards.ts";
import { documentOf, groundOf } from "./documents.ts";
import { formats, messageOf } from "./formats.ts";
import { manyDocuments } from "./full-run.ts";

const documents = manyDocuments(60);
const id = "5b1f0c52-7a1e-5d40-9c3a-000000000001";
const receivedAt = Date.UTC(2026, 2, 2, 7, 15, 33);

const strictly = (result: Either<unknown, unknown>): void => {
  expect(E.isLeft(result) ? result.left : undefined).toBeUndefined();
};
const sent = (json: unknown): unknown => JSON.parse(JSON.stringify(json)) as unknown;

/** What becomes of a message of a format on its way out; each printer's output goes before its strict reader. */
const printers: Readonly<Record<string, (message: Uint8Array) => void>> = {
  "sick-leave certificate 2013-10-01": (message) => {
    const certificate = certified(parsed(message));
    strictly(readSykmeldingRecord(sent(printSykmeldingRecord(certificate).json)));
    strictly(readReceivedSykmelding(sent(printReceivedSykmelding(certificate, ""))));
    const use = { employer: null, previousEmployer: null, answers: [], sentAt: 0, sentAtText: "2026-03-04T10:15:00Z" };
    const { identity, work, channel } = certificate;
    const copy = { certificateId: id, receivedAt, channel, identity, work, sent: use, remarks: [] };
    strictly(readEmployerSykmelding(sent(printEmployerSykmelding(copy))));
  },
  "medical statement 2008-06-06": (message) => {
    const { occasions, identity, case: shared, medical } = formatNamed("medical statement 2008-06-06").read(
      message,
    ) as unknown as WorkAbilityAssessed;
    const event: WorkAbilityAssessed = {
      ...{ statementId: id, archiveId: id, aliases: [], receivedAt, policyVersion: "1", warnings: 0 },
      ...{ occasions, identity, case: shared, medical },
    };
    const delivery = { objectId: "object-1", attachmentIds: [], personKey: "", wire: "" };
    const { message: letter, body } = printStatementMessage(event, delivery);
    strictly(readStatementMessage(sent(letter)));
    strictly(readStatementBody(sent(body)));
  },
  "Dialogmelding 1.0": (message) => {
    const { identity, case: shared, medical } = parsedDialogue(message);
    const event = { archiveId: id, messageId: id, receivedAt, kind: "NOTE", identity, case: shared, medical };
    const printed = printDialogmeldingForKafka(event as unknown as DialogueMessageSent, { fellesformatXML: "" });
    if (E.isLeft(printed)) throw new Error("not printed");
    strictly(readKafkaRecord(sent(printed.right.json)));
  },
  "follow-up plan 2016": (message) => {
    const plan = formatNamed("follow-up plan 2016").read(message) as unknown as FollowUpPlanShared;
    const event = { ...plan, planId: id, receivedAt, toWelfare: true };
    strictly(readPlanNotice(sent(printPlanNotice(event))));
    const { pdf } = printPlanPdf(event);
    expect(Buffer.from(pdf).subarray(0, 5).toString()).toBe("%PDF-");
    expect(Buffer.from(pdf).subarray(-6).toString().trim()).toBe("%%EOF");
  },
};

const formatNamed = (name: string) => {
  const format = formats.find((one) => one.name === name);
  if (!format) throw new Error(`no format ${name}`);
  return format;
};

describe.skipIf(!hasStandards)(`what is printed from ${documents} documents of chance`, () => {
  test.each(Object.entries(printers))("%s is read by welfare's strict readers", (name, print) => {
    const format = formatNamed(name);
    const ground = groundOf(format);
    for (let seed = 0; seed < documents; seed += 1) print(messageOf(format, documentOf(ground, seed).xml));
  }, documents * 100 + 30_000);
});
