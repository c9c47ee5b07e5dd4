import { readFileSync, readdirSync } from "node:fs";
import type { SickLeaveCertified, SickLeaveSent, SickLeaveUse } from "@samvirke/contracts";
import { E } from "@samvirke/kernel";
import { describe, expect, test } from "vitest";
import type { EmployerCopy, Json, JsonObject, PrintedUse, StatusMessage } from "../src/index.ts";
import {
  printEmployerSykmelding,
  printReceivedSykmelding,
  printRemoval,
  printStatus,
  readEmployerSykmelding,
  readReceivedSykmelding,
  readRegisteredRecord,
  readStatus,
  readTombstone,
  readValidationResult,
} from "../src/index.ts";
import { certified, full, fullUnemployed, msgHeadOf, parsed } from "./documents.ts";
import { differences } from "./flatten.ts";
import { leafName, leavesOf, withJsonLeaf } from "./json-leaf-changes.ts";
import {
  foreignRecord,
  fullStatus,
  paperRecord,
  receivedSykmelding,
  validationResult,
  xmlRecord,
} from "./nav-documents.ts";
import { hasStandards, standards } from "./standards.ts";

const right = <A>(result: E.Either<unknown, A>): A => {
  if (E.isLeft(result)) throw new Error(JSON.stringify(result.left));
  return result.right;
};
const status = (json: JsonObject = fullStatus): StatusMessage => right(readStatus(json));

const sentOf = (message: StatusMessage): SickLeaveSent => ({
  employer: message.employer,
  previousEmployer: message.previousEmployer,
  answers: message.forEmployer,
  sentAt: message.at,
  sentAtText: message.atText,
});

const event = certified(parsed(full));
const copyOf = (source: SickLeaveCertified, message = status()): EmployerCopy => ({
  certificateId: source.sickLeaveId,
  receivedAt: source.receivedAt,
  channel: source.channel,
  identity: source.identity,
  work: source.work,
  sent: sentOf(message),
  remarks: ["DELVIS_GODKJENT"],
});

const employerDocuments: ReadonlyArray<readonly [string, EmployerCopy]> = [
  ["everything", copyOf(event)],
  ["a person without work", copyOf(certified(parsed(fullUnemployed)))],
  ["a message head alone", copyOf(certified(parsed(msgHeadOf(full))))],
  ["codes that nobody knows", copyOf(certified(parsed(full.replace(/ V="(?!V"|FNR|HPR)[^"]*"/g, ` V="q"`))))],
  ["a certificate from abroad", { ...copyOf(event), ...right(readRegisteredRecord(foreignRecord)) }],
  ["a certificate on paper", { ...copyOf(event), ...right(readRegisteredRecord(paperRecord)) }],
  ["no employer named", { ...copyOf(event), sent: { ...sentOf(status()), employer: null, answers: [] } }],
];

// Fact sheet 6.1, field by field; nothing else may ever stand in an employer's copy.
const allowed: ReadonlyArray<string> = [
  "sykmelding.id",
  "sykmelding.mottattTidspunkt",
  "sykmelding.syketilfelleStartDato",
  "sykmelding.behandletTidspunkt",
  "sykmelding.arbeidsgiver.navn",
  "sykmelding.arbeidsgiver.yrkesbetegnelse",
  "sykmelding.sykmeldingsperioder[].fom",
  "sykmelding.sykmeldingsperioder[].tom",
  "sykmelding.sykmeldingsperioder[].type",
  "sykmelding.sykmeldingsperioder[].gradert.grad",
  "sykmelding.sykmeldingsperioder[].gradert.reisetilskudd",
  "sykmelding.sykmeldingsperioder[].behandlingsdager",
  "sykmelding.sykmeldingsperioder[].innspillTilArbeidsgiver",
  "sykmelding.sykmeldingsperioder[].aktivitetIkkeMulig.arbeidsrelatertArsak.beskrivelse",
  "sykmelding.sykmeldingsperioder[].aktivitetIkkeMulig.arbeidsrelatertArsak.arsak[]",
  "sykmelding.sykmeldingsperioder[].reisetilskudd",
  "sykmelding.prognose.arbeidsforEtterPeriode",
  "sykmelding.prognose.hensynArbeidsplassen",
  "sykmelding.tiltakArbeidsplassen",
  "sykmelding.meldingTilArbeidsgiver",
  "sykmelding.kontaktMedPasient.kontaktDato",
  "sykmelding.behandler.fornavn",
  "sykmelding.behandler.mellomnavn",
  "sykmelding.behandler.etternavn",
  "sykmelding.behandler.hpr",
  "sykmelding.behandler.adresse.gate",
  "sykmelding.behandler.adresse.postnummer",
  "sykmelding.behandler.adresse.kommune",
  "sykmelding.behandler.adresse.postboks",
  "sykmelding.behandler.adresse.land",
  "sykmelding.behandler.tlf",
  "sykmelding.egenmeldt",
  "sykmelding.papirsykmelding",
  "sykmelding.merknader[].type",
  "sykmelding.utenlandskSykmelding.land",
  "sykmelding.signaturDato",
  "kafkaMetadata.sykmeldingId",
  "kafkaMetadata.timestamp",
  "kafkaMetadata.fnr",
  "kafkaMetadata.source",
  "event.sykmeldingId",
  "event.timestamp",
  "event.statusEvent",
  "event.arbeidsgiver.orgnummer",
  "event.arbeidsgiver.juridiskOrgnummer",
  "event.arbeidsgiver.orgNavn",
  "event.sporsmals[].tekst",
  "event.sporsmals[].shortName",
  "event.sporsmals[].svartype",
  "event.sporsmals[].svar",
  "event.brukerSvar.riktigNarmesteLeder.sporsmaltekst",
  "event.brukerSvar.riktigNarmesteLeder.svar",
];

const printed = (json: Json): ReadonlyArray<string> => leavesOf(json).map(leafName);

describe("the copy for an employer", () => {
  test.each(employerDocuments)("has only what is allowed: %s", (_name, copy) => {
    const outside = printed(printEmployerSykmelding(copy)).filter((leaf) => !allowed.includes(leaf));
    expect(outside).toEqual([]);
  });

  test("has each allowed field somewhere, so the list is no longer than it must be", () => {
    const all = new Set(employerDocuments.flatMap(([, copy]) => printed(printEmployerSykmelding(copy))));
    expect(allowed.filter((leaf) => !all.has(leaf))).toEqual([]);
  });

  test.each(employerDocuments)("is what its strict reader reads: %s", (_name, copy) => {
    expect(E.isRight(readEmployerSykmelding(printEmployerSykmelding(copy)))).toBe(true);
  });

  test("never says whether the employer's period is reduced, and its reader refuses to hear it", () => {
    const json = printEmployerSykmelding(copyOf(event));
    expect(JSON.stringify(json)).not.toContain("harRedusertArbeidsgiverperiode");
    const sykmelding = { ...(json["sykmelding"] as JsonObject), harRedusertArbeidsgiverperiode: true };
    expect(E.isLeft(readEmployerSykmelding({ ...json, sykmelding }))).toBe(true);
  });

  test("is refused with any field more, at any level", () => {
    const json = printEmployerSykmelding(copyOf(event));
    const objects = leavesOf(json).map((path) => path.slice(0, -1));
    for (const path of objects) {
      const copy = structuredClone(json) as Record<string, unknown>;
      const object = path.reduce<Record<string, unknown>>((at, step) => at[step] as Record<string, unknown>, copy);
      if (Array.isArray(object)) continue;
      object["diagnose"] = "L84";
      expect(E.isLeft(readEmployerSykmelding(copy)), path.join(".")).toBe(true);
    }
  });

  test("does not change with anything that the employer may not read", () => {
    const before = printEmployerSykmelding(copyOf(event));
    const plain = JSON.parse(JSON.stringify(event)) as JsonObject;
    const hidden = leavesOf(plain).filter(([part]) => part === "case" || part === "medical");
    expect(hidden.length).toBeGreaterThan(100);
    for (const path of hidden) {
      const changed = withJsonLeaf(plain, path) as unknown as SickLeaveCertified;
      expect(printEmployerSykmelding(copyOf(changed)), path.join(".")).toEqual(before);
    }
  });

  test("leaves out answers that are not the employer's, even when they are handed in", () => {
    const { others } = status();
    const json = printEmployerSykmelding({ ...copyOf(event), sent: { ...sentOf(status()), answers: others } });
    expect([(json["event"] as JsonObject)["sporsmals"], (json["event"] as JsonObject)["brukerSvar"]]).toEqual([
      null,
      null,
    ]);
  });

  test("says nothing of the text of a remark", () => {
    const { merknader } = printEmployerSykmelding(copyOf(event))["sykmelding"] as JsonObject;
    expect(merknader).toEqual([{ type: "DELVIS_GODKJENT", beskrivelse: null }]);
  });

  test.skipIf(!hasStandards)("welfare's own example is read, but for the field that leaks", () => {
    const folder = `${standards}samples/arbeidsgiversykmelding-json/`;
    for (const file of readdirSync(folder)) {
      const example = JSON.parse(readFileSync(folder + file, "utf8")) as JsonObject;
      const keys = printed(example).map((leaf) => `sykmelding.${leaf}`);
      expect(keys.filter((leaf) => !allowed.includes(leaf))).toEqual(["sykmelding.harRedusertArbeidsgiverperiode"]);
    }
  });
});

describe("the older JSON with its validation", () => {
  const sources: ReadonlyArray<readonly [string, SickLeaveCertified]> = [
    ["everything", event],
    ["a person without work", certified(parsed(fullUnemployed))],
    ["a message head alone", certified(parsed(msgHeadOf(full)))],
    ["pending", { ...event, assessment: "PENDING" }],
  ];

  test.each(sources)("is read without a finding: %s", (_name, source) => {
    const read = right(readReceivedSykmelding(printReceivedSykmelding(source, "<xml/>")));
    expect(read.findings).toEqual([]);
    expect(read.validation?.status).toBe(source.assessment);
    expect(read.receivedAt).toBe(source.case.envelope.receivingStation?.receivedAt ?? source.receivedAt);
    expect(read.work.periods.map(({ from, to, kind }) => [from, to, kind])).toEqual(
      source.work.periods.map(({ from, to, kind }) => [from, to, kind]),
    );
    expect(read.medical.answerGroups.map(({ groupId }) => groupId)).toEqual(
      source.medical.answerGroups.map(({ groupId }) => groupId),
    );
  });

  test("what was read from it is printed as it was, but for what ends in the hub", () => {
    const read = right(readReceivedSykmelding(receivedSykmelding));
    const source = { ...event, ...read, sickLeaveId: read.certificateId, aliases: [] } as unknown as SickLeaveCertified;
    const again = printReceivedSykmelding(source, "<EI_fellesformat/>");
    expect(differences(receivedSykmelding, again).filter((path) => !path.startsWith("validationResult"))).toEqual([
      "behandlderHprNr",
      "behandlderPersonNr",
      "merknader",
      "merknader[].beskrivelse",
      "merknader[].tidspunkt",
      "merknader[].type",
      "sykmelding.behandler.aktoerId",
      "sykmelding.pasientAktoerId",
      "tssid",
      "utenlandskSykmelding.andreRelevanteOpplysninger",
    ]);
  });

  test.skipIf(!hasStandards)("welfare's own example is read", () => {
    const folder = `${standards}samples/sykmelding-json-legacy/`;
    for (const file of readdirSync(folder)) {
      const read = right(readReceivedSykmelding(JSON.parse(readFileSync(folder + file, "utf8"))));
      expect(read.findings).toEqual([]);
      expect([read.channel, read.validation, read.ediLogId?.length]).toEqual(["XML", null, 10]);
      // 12:28:40 without a zone is UTC.
      expect(new Date(read.receivedAt).toISOString()).toBe("2020-01-01T12:28:40.000Z");
    }
  });

  test("times without a zone are UTC, and the treatment keeps its clock", () => {
    const read = right(readReceivedSykmelding(receivedSykmelding));
    expect(new Date(read.case.envelope.generatedAt ?? 0).toISOString()).toBe("2026-03-02T08:31:00.000Z");
    expect([read.work.treatedAt, new Date(read.work.treatedClock ?? 0).toISOString()]).toEqual([
      "2026-03-02T09:30:00",
      "2026-03-02T09:30:00.000Z",
    ]);
  });
});

const useOf = (message: StatusMessage): SickLeaveUse => ({
  sender: "nav",
  senderAliases: [],
  at: message.at,
  atText: message.atText,
  source: message.source,
  workSituation: message.workSituation,
  answers: message.others,
  answersUpdated: message.answersUpdated,
  findings: [],
});

const head = {
  sickLeaveId: "5b1f0c52-7a1e-5d40-9c3a-000000000001",
  archiveId: "5b1f0c52-7a1e-5d40-9c3a-000000000003",
  aliases: [],
  receivedAt: 0,
  standing: "APPLIED",
  warnings: 0,
} as const;

const uses = (message: StatusMessage): Readonly<Record<string, PrintedUse>> => ({
  SENDT: {
    type: "SickLeaveSentToEmployer",
    value: { ...head, again: false, work: sentOf(message), case: useOf(message) },
  },
  BEKREFTET: { type: "SickLeaveConfirmed", value: { ...head, rejectedAcknowledged: false, case: useOf(message) } },
  AVBRUTT: { type: "SickLeaveSetAside", value: { ...head, by: "PERSON", case: useOf(message) } },
  UTGATT: { type: "SickLeaveSetAside", value: { ...head, by: "EXPIRY", case: useOf(message) } },
  APEN: { type: "SickLeaveReopened", value: { ...head, case: useOf(message) } },
  SLETTET: { type: "SickLeaveDeleted", value: { ...head, via: "STATUS", case: useOf(message) } },
});

describe("status records", () => {
  const address = { certificateId: "3a1d7e90-5c2f-4b7a-9e11-0c8d2f6b4a77", personNumber: "14838110577" };

  test.each(Object.keys(uses(status())))("%s is printed and read as it was", (word) => {
    const use = uses(status())[word];
    if (use === undefined) throw new Error("no such status");
    const json = printStatus(use, address);
    expect((json["event"] as JsonObject)["statusEvent"]).toBe(word);
    const read = right(readStatus(json));
    expect(read.findings).toEqual([]);
    expect([read.at, read.atText, read.others]).toEqual([status().at, status().atText, status().others]);
  });

  test("one that was read is printed with every field", () => {
    const use = uses(status())["SENDT"];
    const json = use && printStatus(use, address);
    const { kafkaMetadata: _, ...sent } = fullStatus;
    const { kafkaMetadata: __, ...again } = json ?? {};
    expect(JSON.parse(JSON.stringify(again))).toEqual({
      event: {
        ...(sent["event"] as JsonObject),
        // Questions for the employer come first; their order means nothing.
        sporsmals: [1, 0, 2].map((index) => ((sent["event"] as JsonObject)["sporsmals"] as ReadonlyArray<Json>)[index]),
      },
    });
  });

  test("the time is an instant to the millisecond and a text to the last digit", () => {
    expect([new Date(status().at).toISOString(), status().atText]).toEqual([
      "2026-03-04T10:14:58.123Z",
      "2026-03-04T11:14:58.123456+01:00",
    ]);
  });

  test("two ids, a missing employer and an unknown property are noted", () => {
    const { arbeidsgiver: _, ...rest } = fullStatus["event"] as JsonObject;
    const odd = status({ ...fullStatus, event: { ...rest, sykmeldingId: "en-annen", nytt: 1 } });
    expect(odd.findings).toEqual([
      { path: "event.*", rule: "UNKNOWN_PROPERTY" },
      { path: "kafkaMetadata.sykmeldingId", rule: "IDS_DIFFER" },
      { path: "event.arbeidsgiver", rule: "EMPLOYER_MISSING" },
    ]);
  });

  test("a status that nobody knows is malformed, and is not told", () => {
    const unknown = readStatus({
      ...fullStatus,
      event: { ...(fullStatus["event"] as JsonObject), statusEvent: "hemmelig" },
    });
    expect(unknown).toEqual(
      E.left({ _tag: "Malformed", findings: [{ path: "event.statusEvent", rule: "UNLISTED_CODE" }] }),
    );
  });

  test.skipIf(!hasStandards)("welfare's own example is read, and has no employer", () => {
    const folder = `${standards}samples/sykmeldingstatus-json/`;
    for (const file of readdirSync(folder)) {
      const read = status(JSON.parse(readFileSync(folder + file, "utf8")) as JsonObject);
      expect([read.kind, read.employer]).toEqual(["SENT", null]);
    }
  });
});

test("a removal is a null value under the certificate's id, and is read as one", () => {
  const removal = printRemoval("3a1d7e90-5c2f-4b7a-9e11-0c8d2f6b4a77");
  expect(removal.value).toBeNull();
  expect(readTombstone(removal.key)).toEqual(E.right({ certificateId: removal.key }));
  expect(E.isLeft(readTombstone(" "))).toBe(true);
});

describe("validation results", () => {
  test("a word that nobody knows is left to a person, with a finding", () => {
    const read = right(readValidationResult({ ...validationResult, status: "KANSKJE" }));
    expect([read.value.status, read.findings]).toEqual(["PENDING", [{ path: "status", rule: "UNLISTED_CODE" }]]);
  });

  test.skipIf(!hasStandards)("welfare's own example is read", () => {
    const folder = `${standards}samples/validationresult-json/`;
    for (const file of readdirSync(folder)) {
      const read = right(readValidationResult(JSON.parse(readFileSync(folder + file, "utf8"))));
      expect(read.value).toEqual({ status: "OK", hasRemark: false, rules: [], at: null });
    }
  });
});

test("no reader throws, whatever it is given, and none tells a value", () => {
  const wrong: ReadonlyArray<Json> = [
    null,
    [],
    "hemmelig",
    1,
    {},
    { sykmelding: "hemmelig" },
    { event: ["hemmelig"], kafkaMetadata: 3 },
  ];
  for (const read of [readReceivedSykmelding, readRegisteredRecord, readStatus, readValidationResult]) {
    for (const json of wrong) {
      const result = read(json);
      expect(E.isLeft(result)).toBe(true);
      expect(JSON.stringify(result)).not.toContain("hemmelig");
    }
  }
  expect(E.isRight(readRegisteredRecord(xmlRecord))).toBe(true);
});
