import { E } from "@samvirke/kernel";
import assert from "node:assert/strict";
import { test } from "vitest";
import { commandsFor } from "./commands.ts";
import {
  archiveIdOf,
  day,
  decideAll,
  depsFor,
  doctor,
  factsOf,
  keyCache,
  patient,
  print,
  rulesOf,
  sample,
} from "./intake.cases.ts";
import type { Event } from "../core/model.ts";
import type { Sent } from "./intake.cases.ts";
import { registriesOf } from "./registries/local.ts";
import type { Registries } from "./registries/port.ts";
import type { RegistriesFile } from "./registries/config.ts";

const { clinician } = sample;
const utf8 = (text: string): Uint8Array => Buffer.from(text);

const isCertificate = ({ type }: Event): boolean => type === "SickLeaveCertified" || type === "SickLeaveRejected";

test("a certificate that stands begins a spell, told in the same breath", async () => {
  const events = await decideAll([{ bytes: print() }]);
  assert.deepEqual(
    events.map(({ type }) => type),
    ["SickLeaveCertified", "SpellDetermined"],
  );
  const [, spell] = events;
  assert.ok(spell?.type === "SpellDetermined");
  assert.equal(spell.value.work.start, day("2026-03-02"));
  assert.equal(spell.value.case.end, day("2026-03-15"));
});

test("a printed certificate stands, with the receiving station's time as receipt time", async () => {
  const [event] = await decideAll([{ bytes: print() }]);
  assert.ok(event?.type === "SickLeaveCertified");
  const { value } = event;
  assert.equal(value.assessment, "OK");
  assert.equal(value.receivedAt, Date.parse("2026-03-02T09:05:00Z"));
  assert.deepEqual(value.case.warnings, []);
  // Its wire id within the sender, and the two ids by which welfare's registers may bring it again.
  assert.equal(value.aliases.length, 3);
  assert.equal(value.case.contentKey?.length, 64);
  assert.deepEqual(value.case.receipt, { wanted: true, status: "OK", errors: [] });
  assert.deepEqual(value.case.signer?.numbers.map(({ value: number }) => number)[0], doctor);
});

test("without a station's time the hub's own counts", async () => {
  const [event] = await decideAll([{ bytes: print(), message: { stationReceivedAt: null } }]);
  assert.ok(event?.type === "SickLeaveCertified");
  assert.equal(event.value.receivedAt, Date.parse("2026-03-02T09:06:00Z"));
});

test("the content key knows the business content and neither envelope nor barcode", async () => {
  const keyOf = async (sent: Sent): Promise<string | null | undefined> => {
    const [event] = await decideAll([sent]);
    assert.ok(event?.type === "SickLeaveCertified");
    return event.value.case.contentKey;
  };
  const first = await keyOf({ bytes: print() });
  assert.equal(await keyOf({ bytes: print({ messageId: "other", barcode: "2", wrapping: "msghead" }) }), first);
  assert.notEqual(await keyOf({ bytes: print({ messageToEmployer: "Hei" }) }), first);
});

test("the same content under another id is a duplicate within one batch too", async () => {
  const events = await decideAll([
    { bytes: print() },
    { bytes: print({ messageId: "a" }) },
    { bytes: print({ messageId: "b" }) },
  ]);
  assert.deepEqual(events.filter(isCertificate).map(rulesOf), [[], ["DUPLIKAT"], ["DUPLIKAT"]]);
});

test("a certificate alone is taken with a warning, and asks for no receipt", async () => {
  const [event] = await decideAll([
    {
      bytes: print({ wrapping: "payload" }),
      message: {
        format: "XML",
        case: {
          sender: "local-practice",
          senderAliases: [],
          senderOrganisations: [],
          contentType: "application/xml",
          wireMsgId: null,
          recordTopic: null,
          recordKey: null,
          envelope: null,
        },
      },
    },
  ]);
  assert.ok(event?.type === "SickLeaveCertified");
  assert.deepEqual(
    event.value.case.warnings.map(({ code }) => code),
    ["UNKNOWN_SENDER"],
  );
  assert.equal(event.value.case.receipt?.wanted, false);
  assert.deepEqual(event.value.aliases, []);
});

test("a message head without receiving station is signed by the sender's professional", async () => {
  const [event] = await decideAll([{ bytes: print({ wrapping: "msghead" }), message: { format: "MSGHEAD" } }]);
  assert.ok(event?.type === "SickLeaveCertified");
  assert.deepEqual(event.value.case.signer?.name, { given: "Lise", middle: null, family: "Legesen" });
});

const byRegister: ReadonlyArray<readonly [rule: string, bytes: Uint8Array]> = [
  ["PASIENT_FINNES_IKKE", print({ person: { ...sample.person, number: "12817012319" } })],
  ["PASIENT_YNGRE_ENN_13", print({ person: { ...sample.person, number: "15826623230" } })],
  ["SIGNERENDE_FINNES_IKKE", print({ signerNumber: "11908133368" })],
  ["BEHANDLER_IKKE_I_HPR", print({ signerNumber: "17845940282" })],
  ["BEHANDLER_SUSPENDERT", print({ signerNumber: "30866944462" })],
  ["BEHANDLER_IKKE_GYLDIG_I_HPR", print({ signerNumber: "05888520521" })],
  ["BEHANDLER_MANGLER_AUTORISASJON_I_HPR", print({ signerNumber: "19817737725" })],
  ["BEHANDLER_IKKE_LE_KI_MT_TL_FT_I_HPR", print({ signerNumber: "24896315036" })],
  [
    "BEHANDLER_MT_FT_KI_OVER_12_UKER",
    print({ signerNumber: "08837122245", periods: [{ kind: "FULL", from: day("2026-03-02"), to: day("2026-05-26") }] }),
  ],
  [
    "BEHANDLER_MT_FT_KI_OVER_12_UKER",
    print({ signerNumber: "27857631159", periods: [{ kind: "FULL", from: day("2026-03-02"), to: day("2026-05-26") }] }),
  ],
  [
    "SYKEHUS_SIGNERENDE_FINNES_IKKE",
    print({ ebService: "SykmeldingVirksomhet", clinician: { ...clinician, hprNumber: "900000001" } }),
  ],
  ["AVSENDER_FNR_ER_SAMME_SOM_PASIENT_FNR", print({ signerNumber: patient })],
  [
    "BEHANDLER_FNR_ER_SAMME_SOM_PASIENT_FNR",
    print({ signerNumber: doctor, clinician: { number: patient, name: clinician.name } }),
  ],
];

test.each(byRegister)("the data file's exceptions lead to %s", async (rule, bytes) => {
  const [event] = await decideAll([{ bytes }]);
  assert.deepEqual(rulesOf(event), [rule]);
});

test("whoever is listed with limits is accepted within them", async () => {
  for (const signerNumber of ["08837122245", "27857631159"]) {
    const [event] = await decideAll([{ bytes: print({ signerNumber }) }]);
    assert.deepEqual([event?.type, rulesOf(event)], ["SickLeaveCertified", []]);
  }
});

test("a hospital's message is signed by register number, with the national number from the register", async () => {
  const [event] = await decideAll([{ bytes: print({ ebService: "SykmeldingVirksomhet", signerNumber: "" }) }]);
  assert.ok(event?.type === "SickLeaveCertified", rulesOf(event).join());
  assert.deepEqual(
    event.value.case.signer?.numbers.map(({ type }) => type.code),
    ["FNR", "HPR"],
  );
});

test("the scanner's word on an attachment stops the message", async () => {
  const infected = utf8(["X5O!P%@AP[4\\PZX54(P^)7CC)7}$", "EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*"].join(""));
  const withAttachment = (bytes: Uint8Array) =>
    print({ attachments: [{ id: "1", mimeType: "text/plain", description: "vedlegg", bytes }] });
  const [clean] = await decideAll([{ bytes: withAttachment(utf8("alt i orden")) }]);
  assert.equal(clean?.type, "SickLeaveCertified");
  const [found] = await decideAll([{ bytes: withAttachment(infected) }]);
  assert.deepEqual(rulesOf(found), ["VEDLEGG_IKKE_GODKJENT_I_VIRUSSJEKK"]);
});

const noCertificate = utf8(
  '<MsgHead xmlns="http://www.kith.no/xmlstds/msghead/2006-05-24"><MsgInfo><Type V="SYKMELD"/><MsgId>x</MsgId><Sender><Organisation><OrganisationName>Kontor</OrganisationName></Organisation></Sender></MsgInfo></MsgHead>',
);

const broken: ReadonlyArray<readonly [what: string, sent: Sent, type: string, reason: string]> = [
  ["cut short", { bytes: print().subarray(0, 900) }, "MessageUnreadable", "SYNTAX"],
  ["a document type", { bytes: utf8("<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>") }, "MessageUnreadable", "HOSTILE"],
  ["nothing but blanks", { bytes: utf8("  \n ") }, "MessageUnreadable", "EMPTY"],
  ["binary", { bytes: utf8("<a>b\0c</a>") }, "MessageUnreadable", "ENCODING"],
  [
    "text",
    { bytes: utf8("hei"), message: { kind: "UNKNOWN", document: "UNKNOWN", format: "UNKNOWN" } },
    "MessageUnreadable",
    "SYNTAX",
  ],
  [
    "another XML document",
    { bytes: utf8("<hei/>"), message: { kind: "UNKNOWN", document: "UNKNOWN", format: "UNKNOWN" } },
    "MessageRefused",
    "UNSUPPORTED",
  ],
  [
    "another document",
    { bytes: utf8("<hei/>"), message: { document: "PAPER_CERTIFICATE" } },
    "MessageRefused",
    "UNSUPPORTED",
  ],
  ["a conflict", { bytes: print(), message: { conflictsWith: archiveIdOf(77) } }, "MessageRefused", "CONFLICT"],
];

test.each(broken)("%s gets an outcome", async (_, sent, type, reason) => {
  const [event] = await decideAll([sent]);
  assert.equal(event?.type, type);
  assert.ok(event.type === "MessageUnreadable" || event.type === "MessageRefused");
  assert.equal(event.value.class, reason);
});

test("a head that says it is a certificate and carries none is rejected by name, and answered", async () => {
  const [event] = await decideAll([{ bytes: noCertificate, message: { format: "MSGHEAD" } }]);
  assert.ok(event?.type === "SickLeaveRejected");
  assert.deepEqual(rulesOf(event), ["SYKMELDING_MANGLER"]);
  assert.equal(event.value.case?.receipt?.wanted, true);
});

test("no text of a finding or a failure holds a value of the message", async () => {
  const events = await decideAll([{ bytes: print().subarray(0, 2_000) }]);
  const told = JSON.stringify(
    events.map((event) => (event.type === "MessageUnreadable" ? event.value.case?.findings : [])),
  );
  for (const value of [patient, doctor, "Prøvesen", "L84"]) assert.ok(!told.includes(value));
});

const away: Registries = {
  persons: () => Promise.reject(new Error("away")),
  clinicians: () => Promise.resolve([]),
  suspensions: () => Promise.resolve([]),
  addresses: () => Promise.resolve([]),
  employments: () => Promise.resolve([]),
};

test("a register that is away makes the batch wait", async () => {
  const sent = [{ bytes: print() }];
  await assert.rejects(commandsFor(depsFor(sent, { registries: away }))(factsOf(sent)));
});

test("a register that leaves a question open makes the batch wait", async () => {
  const sent = [{ bytes: print() }];
  const open: Registries = { ...away, persons: (numbers) => Promise.resolve(numbers.map(() => ({ found: true }))) };
  await assert.rejects(commandsFor(depsFor(sent, { registries: open }))(factsOf(sent)), {
    code: "REGISTRY_UNAVAILABLE",
  });
});

test("a batch without certificates asks no register", async () => {
  const [event] = await decideAll([{ bytes: utf8("hei") }], { registries: away });
  assert.equal(event?.type, "MessageUnreadable");
});

test("each register is asked once a round, each question once", async () => {
  const asked: Array<readonly [string, number]> = [];
  const counting = (registries: Registries): Registries => ({
    persons: (questions) => (asked.push(["persons", questions.length]), registries.persons(questions)),
    clinicians: (questions) => (asked.push(["clinicians", questions.length]), registries.clinicians(questions)),
    suspensions: (questions) => (asked.push(["suspensions", questions.length]), registries.suspensions(questions)),
    addresses: (questions) => (asked.push(["addresses", questions.length]), registries.addresses(questions)),
    employments: (questions) => (asked.push(["employments", questions.length]), registries.employments(questions)),
  });
  const file: RegistriesFile = {
    persons: {
      unavailable: false,
      default: { found: true, currentNumber: undefined, birthDay: undefined },
      entries: [],
    },
    healthPersonnel: {
      unavailable: false,
      default: { found: true, numbers: undefined, approvals: undefined },
      entries: [],
    },
    suspensions: { unavailable: false, entries: [] },
    addresses: {
      unavailable: false,
      default: {
        found: false,
        office: undefined,
        herId: undefined,
        organisationNumber: undefined,
        clinician: undefined,
      },
      entries: [],
    },
    employments: { unavailable: false, default: { employed: true }, entries: [] },
  };
  const sent = Array.from({ length: 50 }, (_, n) => ({ bytes: print({ messageId: `m${n}` }) }));
  await commandsFor(depsFor(sent, { registries: counting(registriesOf(file)) }))(factsOf(sent));
  assert.deepEqual(asked, [
    ["persons", 2],
    ["clinicians", 2],
    ["suspensions", 1],
  ]);
});

test("bytes that are gone or do not open park the record, and nobody else", async () => {
  const sent = [{ bytes: print() }, { bytes: print({ messageId: "b" }) }];
  const deps = depsFor(sent);
  const archive: typeof deps.archive = {
    readArchive: async (ids) => {
      const entries = new Map(await deps.archive.readArchive(ids));
      entries.delete(ids[0]!);
      return entries;
    },
  };
  const [gone, there] = await commandsFor({ ...deps, archive, keyCache })(factsOf(sent));
  assert.ok(gone && E.isLeft(gone));
  assert.equal(gone.left.reason, "contract");
  assert.ok(there && E.isRight(there));
});

test("an erased person's message leads to no command", async () => {
  const sent = [{ bytes: print() }];
  const [known] = factsOf(sent);
  const erased = { ...known!, secret: undefined, fact: { ...known!.fact, content: { state: "Erased" as const } } };
  assert.deepEqual(await commandsFor(depsFor(sent))([erased]), [E.right(undefined)]);
});
