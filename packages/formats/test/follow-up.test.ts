import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { foreignAvro } from "@samvirke/contracts";
import { E, osloDay, printDay } from "@samvirke/kernel";
import type { Either } from "@samvirke/kernel";
import { describe, expect, test } from "vitest";
import type { FollowUpSampleKind, Json, JsonObject, Malformed } from "../src/index.ts";
import {
  followUpFieldsDocument,
  followUpFieldsPath,
  followUpFormats,
  followUpSampleKinds,
  printFollowUpSample,
  readActivityAssessment,
  readActivityNotice,
  readFollowUpSpells,
  readJobSeekingDecision,
  readLineManager,
  readMeetingAnswer,
  readMeetingCandidate,
  readMeetingStatus,
  readPersonRegisterEvent,
  readRegisteredNumbers,
  readSpellBit,
} from "../src/index.ts";
import { aktorAvro, meetingStatusAvro, personEventAvro } from "../src/nav-follow-up/avro-schemas.ts";
import { differences } from "./flatten.ts";
import { aktor, death, meetingStatus, protection, sample } from "./follow-up-documents.ts";
import { leafName, leavesOf } from "./json-leaf-changes.ts";
import { hasStandards, standards } from "./standards.ts";

type Read = (document: JsonObject) => Either<Malformed, object>;

const jsonOf = (kind: FollowUpSampleKind): JsonObject =>
  JSON.parse(Buffer.from(printFollowUpSample(kind, sample).bytes).toString("utf8")) as JsonObject;

const answered = (json: unknown) => readMeetingAnswer(json, "mote-1");
const status: Read = (value) => readMeetingStatus({ bytes: meetingStatusAvro.encode(value) });
const numbers: Read = (value) => readRegisteredNumbers({ bytes: aktorAvro.encode(value) });
const personEvent: Read = (value) => readPersonRegisterEvent({ bytes: personEventAvro.encode(value) });

const spells: JsonObject = {
  ...jsonOf("FOLLOW_UP_SPELLS"),
  dodsdato: "2026-03-14",
};
const bit = { ...jsonOf("SPELL_BIT"), korrigererSendtSoknad: "soknad-1" };
const manager = { ...jsonOf("LINE_MANAGER"), aktivTom: "2026-12-31" };
const notice = jsonOf("ACTIVITY_NOTICE");

/** Per format documents that together have every leaf, and their reader. */
const documents: Readonly<Record<string, readonly [ReadonlyArray<JsonObject>, Read]>> = {
  "KDialogmoteStatusEndring, call or change": [[meetingStatus("INNKALT")], status],
  "KDialogmoteStatusEndring, end": [[meetingStatus("FERDIGSTILT")], status],
  KDialogmotesvar: [[jsonOf("MEETING_ANSWER")], answered],
  AktivitetskravVurderingRecord: [[jsonOf("ACTIVITY_ASSESSMENT")], readActivityAssessment],
  AktivitetskravVarselRecord: [[notice], readActivityNotice],
  DialogmotekandidatEndringRecord: [[jsonOf("MEETING_CANDIDATE")], readMeetingCandidate],
  KafkaOppfolgingstilfellePerson: [[spells], readFollowUpSpells],
  KafkaSyketilfellebit: [[bit], readSpellBit],
  VedtakStatusRecord: [[jsonOf("JOB_SEEKING_DECISION")], readJobSeekingDecision],
  NarmestelederLeesah: [[manager], readLineManager],
  "Aktor v2": [[aktor], numbers],
  Personhendelse: [[death, protection], personEvent],
};

const words: Readonly<Record<string, string>> = {
  INNKALT: "NYTT_TID_STED",
  FERDIGSTILT: "AVLYST",
  NYTT_TID_STED: "KOMMER",
  ARBEIDSGIVER: "ARBEIDSTAKER",
  UNNTAK: "LUKKET",
  FATTET: "FERDIG_BEHANDLET",
  OPPRETTET: "KORRIGERT",
  FOLKEREGISTERIDENT: "AKTORID",
  STRENGT_FORTROLIG: "FORTROLIG",
  DOEDSFALL_V1: "NAVN_V1",
  ADRESSEBESKYTTELSE_V1: "NAVN_V1",
};
const millisPerDay = 86_400_000;

const changedText = (text: string): string =>
  words[text] ?? (/^\d{4}-\d{2}-\d{2}/.test(text) ? text.replace(/-\d{2}(?=T|$)/, "-20") : `${text}7`);

const changed = (json: Json, [step, ...rest]: ReadonlyArray<string | number>): Json => {
  if (step === undefined) {
    if (typeof json === "boolean") return !json;
    if (typeof json === "number") return json + (json > millisPerDay ? millisPerDay : 1);
    return changedText(json as string);
  }
  if (Array.isArray(json)) return json.map((item: Json, index) => (index === step ? changed(item, rest) : item));
  return { ...(json as JsonObject), [step]: changed((json as JsonObject)[step] ?? null, rest) };
};

describe.each(followUpFormats)("$name", ({ name, fields }) => {
  const [all, read] = documents[name] ?? [[], () => E.right({})];
  const found = new Map<string, Set<string>>();
  for (const document of all) {
    const before = read(document);
    if (E.isLeft(before)) throw new Error(`the document of ${name} is not read`);
    for (const path of leavesOf(document)) {
      const after = read(changed(document, path) as JsonObject);
      const set = found.get(leafName(path)) ?? new Set<string>();
      found.set(leafName(path), set);
      for (const each of E.isLeft(after) ? ["SHAPE"] : differences(before.right, after.right)) set.add(each);
    }
  }

  test("has each leaf in its table once, and no other", () => {
    expect(fields.map(({ leaf }) => leaf).sort()).toEqual([...found.keys()].sort());
  });

  test.each(fields)("$leaf changes what its row names and nothing else", ({ leaf, event, rule }) => {
    expect([...(found.get(leaf) ?? [])].sort()).toEqual(rule === "SHAPE" ? ["SHAPE"] : [...event].sort());
    expect(event.length > 0 || rule !== undefined).toBe(true);
  });

  test("is read without a finding", () => {
    for (const document of all) {
      const result = read(document);
      expect(E.isRight(result) && "findings" in result.right && result.right.findings).toEqual([]);
    }
  });

  test("is malformed without its person or its id, and says where without a value", () => {
    for (const document of all)
      for (const path of leavesOf(document).filter((each) => typeof document[String(each[0])] === "string")) {
        if (read === status || read === numbers || read === personEvent) continue;
        const { [String(path[0])]: _, ...rest } = document;
        const result = read(rest);
        if (E.isLeft(result)) {
          expect(result.left.findings.map(({ rule }) => rule)).toContain("MISSING");
          expect(JSON.stringify(result.left.findings)).not.toContain(sample.personNumber);
        }
      }
  });
});

test("the document of the tables is up to date", () => {
  const path = fileURLToPath(new URL(`../../../${followUpFieldsPath}`, import.meta.url));
  expect(readFileSync(path, "utf8")).toBe(followUpFieldsDocument());
});

describe("times", () => {
  const startOf = (at: number): string => {
    const read = status({ ...meetingStatus("INNKALT"), tilfelleStartdato: at });
    if (E.isLeft(read) || !("content" in read.right)) throw new Error("not read");
    return printDay(
      (read.right as { content: { call: { case: { spellStart: never } } } }).content.call.case.spellStart,
    );
  };

  test.each([
    ["midnight in UTC, winter", Date.UTC(2026, 0, 5), "2026-01-05"],
    ["midnight in Oslo, winter", Date.UTC(2026, 0, 4, 23), "2026-01-05"],
    ["midnight in UTC, summer", Date.UTC(2026, 6, 5), "2026-07-05"],
    ["midnight in Oslo, summer", Date.UTC(2026, 6, 4, 22), "2026-07-05"],
  ])("a spell's first day written as %s is its literal day", (_, at, expected) => expect(startOf(at)).toBe(expected));

  test.each([
    ["2026-03-02T10:30:15.123456789+01:00", Date.UTC(2026, 2, 2, 9, 30, 15, 123)],
    ["2026-03-02T09:30:15Z", Date.UTC(2026, 2, 2, 9, 30, 15)],
    ["2026-03-02T09:30:15", Date.UTC(2026, 2, 2, 9, 30, 15)],
  ])("%s is the instant that it says", (written, at) => {
    const read = readSpellBit({ ...bit, inntruffet: written });
    expect(E.isRight(read) && read.right.bit.happenedAt).toBe(at);
  });
});

describe("what nobody knows", () => {
  test.each([
    ["AktivitetskravVurderingRecord", { status: "NOE_NYTT" }, "status"],
    ["DialogmotekandidatEndringRecord", { arsak: "NOE_NYTT" }, "arsak"],
    ["VedtakStatusRecord", { status: "NOE_NYTT" }, "status"],
    ["KDialogmotesvar", { svarType: "NOE_NYTT" }, "svarType"],
  ])("a code of %s is kept and noted", (name, more, path) => {
    const [[document] = [], read] = documents[name] ?? [[], () => E.right({})];
    const result = read({ ...document, ...more });
    expect(E.isRight(result) && "findings" in result.right && result.right.findings).toEqual([
      { path, rule: "UNLISTED_CODE" },
    ]);
    expect(JSON.stringify(result)).toContain("NOE_NYTT");
  });

  test("a property is noted without its name", () => {
    const read = readSpellBit({ ...bit, hemmelig: "verdi" });
    expect(E.isRight(read) && read.right.findings).toEqual([{ path: "*", rule: "UNKNOWN_PROPERTY" }]);
  });

  test("tags are kept", () => {
    const read = readSpellBit({ ...bit, tags: ["NOE_NYTT"] });
    expect(E.isRight(read) && read.right.bit.tags).toEqual(["NOE_NYTT"]);
  });

  test("a meeting's status is malformed, for it decides what the record is", () => {
    expect(status(meetingStatus("NOE_NYTT"))).toEqual(
      E.left({ _tag: "Malformed", findings: [{ path: "statusEndringType", rule: "UNLISTED_CODE" }] }),
    );
  });

  test("a subject of the person register leads to nothing", () => {
    const read = personEvent({ ...death, opplysningstype: "NAVN_V1", doedsfall: null });
    expect(E.isRight(read) && "content" in read.right && read.right.content).toBeNull();
  });
});

describe("a meeting", () => {
  test.each([
    ["INNKALT", "CALL"],
    ["NYTT_TID_STED", "CALL"],
    ["AVLYST", "CANCELLED"],
    ["FERDIGSTILT", "HELD"],
    ["LUKKET", "CLOSED"],
  ])("%s is %s", (word, expected) => {
    const read = readMeetingStatus({ bytes: meetingStatusAvro.encode(meetingStatus(word)) });
    if (E.isLeft(read)) throw new Error("not read");
    const { content } = read.right;
    expect(content.type === "CALL" ? "CALL" : content.end.how).toBe(expected);
  });

  test("is known by the key of an answer, or by the id that the answer states", () => {
    const json = jsonOf("MEETING_ANSWER");
    const keyOf = (read: ReturnType<typeof answered>) => E.isRight(read) && read.right.meetingKey;
    expect(keyOf(readMeetingAnswer(json, " mote-9 "))).toBe("mote-9");
    expect(keyOf(readMeetingAnswer({ ...json, moteuuid: "mote-8" }, null))).toBe("mote-8");
    expect(E.isLeft(readMeetingAnswer(json, null))).toBe(true);
  });

  test("is answered by a person whose number is a text or stands in an object", () => {
    const read = readMeetingAnswer({ ...jsonOf("MEETING_ANSWER"), ident: sample.personNumber }, "mote-1");
    expect(E.isRight(read) && read.right.personNumber).toBe(sample.personNumber);
  });
});

test("a notice opens nothing that is final: it is a decision of its own", () => {
  const read = readActivityNotice(notice);
  if (E.isLeft(read)) throw new Error("not read");
  expect([read.right.decisionKey, read.right.previousKey, read.right.content.final]).toEqual([
    sample.id,
    sample.otherId,
    false,
  ]);
});

test("employers may be texts or objects", () => {
  const [spell] = spells["oppfolgingstilfelleList"] as ReadonlyArray<JsonObject>;
  const list = [{ ...spell, virksomhetsnummerList: [{ value: "111111111" }] }];
  const read = readFollowUpSpells({ ...spells, oppfolgingstilfelleList: list });
  expect(E.isRight(read) && read.right.spells[0]?.employers).toEqual(["111111111"]);
});

describe("the person register", () => {
  test("tells D-numbers from others by their form, and knows old numbers", () => {
    const read = readRegisteredNumbers({ bytes: printFollowUpSample("PERSON_NUMBERS", sample).bytes });
    expect(E.isRight(read) && read.right.identity.numbers.map(({ kind, current }) => [kind, current])).toEqual([
      ["FNR", true],
      ["DNR", false],
    ]);
  });

  test.each([
    ["ANNULLERT", "TAKEN_BACK"],
    ["OPPHOERT", "TAKEN_BACK"],
    ["KORRIGERT", "CORRECTED"],
  ])("%s is %s", (endringstype, expected) => {
    const read = readPersonRegisterEvent({ bytes: personEventAvro.encode({ ...death, endringstype }) });
    expect(E.isRight(read) && read.right.content?.change).toBe(expected);
  });

  test("without a level protection is not read as none", () => {
    const read = readPersonRegisterEvent({
      bytes: personEventAvro.encode({ ...protection, adressebeskyttelse: null }),
    });
    expect(E.isRight(read) && read.right.content).toMatchObject({ kind: "PROTECTION", protection: null });
  });
});

describe("Avro", () => {
  const bytes = meetingStatusAvro.encode(meetingStatus("INNKALT"));
  const bare = readMeetingStatus({ bytes });

  test("is read with and without a frame", () => {
    const framed = Buffer.concat([Buffer.from([0, 0, 0, 0, 7]), bytes]);
    expect(readMeetingStatus({ bytes: framed })).toEqual(bare);
  });

  test("cut short anywhere is malformed and never throws", () => {
    for (let length = 0; length < bytes.length; length += 1)
      expect(E.isLeft(readMeetingStatus({ bytes: bytes.subarray(0, length) })), String(length)).toBe(true);
  });

  const published = (file: string) =>
    JSON.parse(readFileSync(`${standards}/samples/avro/${file}`, "utf8")) as Record<string, unknown>;

  test.skipIf(!hasStandards)("is what the published schemas write", () => {
    const meeting = published("dialogmote_status_endring.avsc");
    expect(
      readMeetingStatus({ bytes: foreignAvro(meeting).encode(meetingStatus("INNKALT")), writer: meeting }),
    ).toEqual(bare);
    const people = published("AktorV2.avsc");
    expect(E.isRight(readRegisteredNumbers({ bytes: foreignAvro(people).encode(aktor), writer: people }))).toBe(true);
  });

  test.skipIf(!hasStandards)(
    "of the published person event has neither death nor protection in it, and says so",
    () => {
      const writer = published("Personhendelse.avsc");
      const { adressebeskyttelse: _, doedsfall: __, ...written } = death;
      const read = readPersonRegisterEvent({ bytes: foreignAvro(writer).encode({ ...written, navn: null }), writer });
      expect(E.isRight(read) && read.right.content).toMatchObject({ kind: "DEATH", diedOn: null });
    },
  );
});

describe("samples", () => {
  const readers: Readonly<Record<FollowUpSampleKind, (bytes: Uint8Array) => Either<Malformed, object>>> = {
    MEETING_CALLED: (bytes) => readMeetingStatus({ bytes }),
    MEETING_MOVED: (bytes) => readMeetingStatus({ bytes }),
    MEETING_HELD: (bytes) => readMeetingStatus({ bytes }),
    MEETING_CANCELLED: (bytes) => readMeetingStatus({ bytes }),
    MEETING_CLOSED: (bytes) => readMeetingStatus({ bytes }),
    PERSON_NUMBERS: (bytes) => readRegisteredNumbers({ bytes }),
    PERSON_DEATH: (bytes) => readPersonRegisterEvent({ bytes }),
    PERSON_PROTECTION: (bytes) => readPersonRegisterEvent({ bytes }),
    MEETING_ANSWER: (bytes) => answered(JSON.parse(Buffer.from(bytes).toString())),
    ACTIVITY_ASSESSMENT: (bytes) => readActivityAssessment(JSON.parse(Buffer.from(bytes).toString())),
    ACTIVITY_NOTICE: (bytes) => readActivityNotice(JSON.parse(Buffer.from(bytes).toString())),
    MEETING_CANDIDATE: (bytes) => readMeetingCandidate(JSON.parse(Buffer.from(bytes).toString())),
    FOLLOW_UP_SPELLS: (bytes) => readFollowUpSpells(JSON.parse(Buffer.from(bytes).toString())),
    SPELL_BIT: (bytes) => readSpellBit(JSON.parse(Buffer.from(bytes).toString())),
    JOB_SEEKING_DECISION: (bytes) => readJobSeekingDecision(JSON.parse(Buffer.from(bytes).toString())),
    LINE_MANAGER: (bytes) => readLineManager(JSON.parse(Buffer.from(bytes).toString())),
  };

  test.each(followUpSampleKinds)("%s is read without a finding, and printed the same again", (kind) => {
    const printed = printFollowUpSample(kind, sample);
    const read = readers[kind](printed.bytes);
    expect(E.isRight(read) && "findings" in read.right && read.right.findings).toEqual([]);
    expect(printFollowUpSample(kind, sample)).toEqual(printed);
    expect(printed.key).not.toContain(sample.personNumber);
  });

  test("a day of death is a literal day", () => {
    const read = readPersonRegisterEvent({ bytes: printFollowUpSample("PERSON_DEATH", sample).bytes });
    expect(E.isRight(read) && read.right.content?.diedOn).toBe(sample.from);
    expect(osloDay(sample.at)).toBe(sample.from);
  });
});
