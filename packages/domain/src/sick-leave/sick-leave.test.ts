import { E, fold } from "@samvirke/kernel";
import { specification } from "@samvirke/testing";
import assert from "node:assert/strict";
import { test } from "vitest";
import { navPolicy } from "../rules/index.ts";
import {
  again,
  archive,
  at,
  basis,
  child,
  code,
  day,
  doctor,
  envelope,
  id,
  otherDoctor,
  over,
  patient,
  period,
  received,
  register1,
  replies,
  withContent,
} from "./certificate.cases.ts";
import { sickLeave } from "./decide.ts";
import type { RegisterCertificate, SickLeaveCommand, SickLeaveEvent, SickLeaveState } from "./model.ts";
import { sickLeaveIdOf } from "./register.ts";

const given = specification(sickLeave);

const after = (...commands: ReadonlyArray<SickLeaveCommand>): ReadonlyArray<SickLeaveEvent> =>
  commands.reduce<ReadonlyArray<SickLeaveEvent>>((history, command) => {
    const state = fold(sickLeave.evolve)(sickLeave.initial, history);
    return [
      ...history,
      ...E.getOrElse<never, ReadonlyArray<SickLeaveEvent>>(() => [])(sickLeave.decide(command, state)),
    ];
  }, []);

/** The one event that the last command leads to. */
const outcomeOf = (...commands: ReadonlyArray<SickLeaveCommand>): SickLeaveEvent => {
  const events = after(...commands);
  assert.equal(events.length, commands.length);
  const last = events.at(-1);
  assert.ok(last);
  return last;
};

const certifiedBy = (...commands: ReadonlyArray<SickLeaveCommand>) => {
  const event = outcomeOf(...commands);
  assert.equal(event.type, "SickLeaveCertified");
  assert.ok(event.type === "SickLeaveCertified");
  return event.value;
};

const rejectedBy = (...commands: ReadonlyArray<SickLeaveCommand>) => {
  const event = outcomeOf(...commands);
  assert.ok(event.type === "SickLeaveRejected", event.type);
  return event.value;
};

const rulesOf = (value: { readonly case: { readonly ruleHits: ReadonlyArray<{ readonly rule: string }> } | null }) =>
  value.case?.ruleHits.map(({ rule }) => rule);

test("a sound certificate stands, with what the registers said and a positive receipt", () => {
  const value = certifiedBy(register1);
  assert.equal(value.assessment, "OK");
  assert.equal(value.sickLeaveId, sickLeaveIdOf(archive(1)));
  assert.equal(value.channel, "XML");
  assert.equal(value.warnings, 0);
  assert.deepEqual(value.aliases, ["w1"]);
  assert.equal(value.identity.currentNumber?.value, patient);
  assert.equal(value.case.sender, "practice");
  assert.deepEqual(value.case.senderAliases, ["a1"]);
  assert.equal(value.case.contentKey, "c1");
  assert.deepEqual(value.case.receipt, { wanted: true, status: "OK", errors: [] });
  assert.deepEqual(value.case.registryAnswers, {
    askedAt: replies.askedAt,
    personFound: "YES",
    personBornOn: day("1980-05-14"),
    signerFound: "YES",
    signerFoundToday: "YES",
    signerIsPerson: "YES",
    signerSuspended: "NO",
    clinicianNumber: id("FNR", doctor),
    approvals: [
      {
        authorisation: { active: true, system: "2.16.578.1.12.4.1.1.7704", code: "1" },
        category: { active: true, system: "2.16.578.1.12.4.1.1.9060", code: "LE" },
        competences: [],
      },
    ],
    codeListVersion: basis.codeLists.version,
  });
  assert.deepEqual(
    value.case.signer?.numbers.map(({ value: number }) => number),
    [doctor, "7654321"],
  );
  assert.equal(value.case.signer?.category?.code, "LE");
});

test("every tree is told, the last one with the step that let the certificate pass", () => {
  const { assessments } = certifiedBy(register1).case;
  assert.equal(assessments.length, 8);
  assert.deepEqual(assessments.at(-1), {
    tree: "TILBAKEDATERING",
    outcome: "OK",
    steps: [{ rule: "IKKE_TILBAKEDATERT", fired: true }],
  });
});

test("the same message again changes nothing", () => {
  given(...after(register1))
    .when(register1)
    .thenNothing();
  given(...after(register1))
    .when({ type: "RecordUnreadable", received, class: "SYNTAX", findings: [] })
    .thenNothing();
});

test("a rule refuses the certificate: one hit, its text on a negative receipt", () => {
  const value = rejectedBy(withContent({ work: { periods: [period("2026-03-15", "2026-03-02")] } }));
  assert.equal(value.reasonClass, "RULE");
  assert.deepEqual(rulesOf(value), ["FRADATO_ETTER_TILDATO"]);
  assert.equal(value.case?.receipt?.status, "REFUSED");
  assert.deepEqual(
    value.case?.receipt?.errors.map((error) => [error.system, error.code, error.text]),
    [["2.16.578.1.12.4.1.1.8221", "X99", value.case?.ruleHits[0]?.textForSender]],
  );
  assert.deepEqual(value.case?.assessments.at(-1)?.steps, [{ rule: "FRADATO_ETTER_TILDATO", fired: true }]);
  assert.equal(value.case?.assessments.at(-1)?.outcome, "INVALID");
});

test("a pre-check refuses it before the rules are asked, and says that a new one must be written", () => {
  const value = rejectedBy(withContent({ work: { treatedAt: null, treatedClock: null } }));
  assert.equal(value.reasonClass, "CONTENT");
  assert.deepEqual(rulesOf(value), ["BEHANDLETDATO_MANGLER"]);
  assert.deepEqual(value.case?.assessments, []);
  assert.match(value.case?.receipt?.errors[0]?.text ?? "", /ny.*Felt 12\.1/);
});

test("backdating with a reason goes to a person, and the sender gets a positive receipt", () => {
  const late = withContent({
    work: { periods: [period("2026-02-10", "2026-03-15")] },
    case: { lateContactReason: "lang ventetid hos legen" },
  });
  const value = certifiedBy(late);
  assert.equal(value.assessment, "PENDING");
  assert.deepEqual(rulesOf(value), ["MINDRE_ENN_1_MAANED_MED_BEGRUNNELSE"]);
  assert.equal(value.case.receipt?.status, "OK");
});

test("who asks for no receipt gets none, who asks for errors alone gets those", () => {
  const asking = (ack: string) => withContent({ case: { envelope: { ...envelope, ack: code(ack) } } });
  const wrong = (ack: string) => withContent({ work: { periods: [] } }, asking(ack));
  assert.equal(certifiedBy(asking("N")).case.receipt?.wanted, false);
  assert.equal(certifiedBy(asking("F")).case.receipt?.wanted, false);
  assert.equal(rejectedBy(wrong("F")).case?.receipt?.wanted, true);
  assert.equal(rejectedBy(wrong("N")).case?.receipt?.wanted, false);
});

test("a certificate without an envelope is taken with a warning and without a receipt", () => {
  const bare = withContent({
    case: {
      envelope: {
        ...envelope,
        format: "PAYLOAD",
        generatedAt: null,
        generatedAtText: null,
        ack: null,
        sender: null,
        receivingStation: null,
      },
    },
  });
  const value = certifiedBy(bare);
  assert.deepEqual(
    value.case.warnings.map((warning) => warning.code),
    ["UNKNOWN_SENDER"],
  );
  assert.equal(value.warnings, 1);
  assert.equal(value.case.receipt?.wanted, false);
  assert.deepEqual(value.case.signer?.numbers[0]?.value, doctor);
});

test("a message head without a readable time is refused, a bare certificate is not", () =>
  assert.deepEqual(rulesOf(rejectedBy(withContent({ case: { envelope: { ...envelope, generatedAt: null } } }))), [
    "GENDATE_ULESELIG",
  ]));

test("a certificate without envelope that names no clinician is told so", () => {
  const bare = withContent({
    case: {
      clinicianNumbers: [],
      envelope: { ...envelope, format: "PAYLOAD", generatedAt: null, sender: null, receivingStation: null },
    },
  });
  assert.deepEqual(rulesOf(rejectedBy(bare)), ["BEHANDLER_UTEN_ID"]);
});

test("a number with a wrong check digit is a warning; an unknown birth day is not under 13", () => {
  const value = certifiedBy({
    ...withContent({ identity: { number: id("FNR", "14858030058"), envelopeNumbers: [] } }),
    replies: { ...replies, patient: { found: true } },
  });
  assert.deepEqual(value.case.warnings, [
    { code: "IDENTITY_NUMBER_CHECKSUM", path: "HelseOpplysningerArbeidsuforhet/Pasient/Fodselsnummer/Id" },
  ]);
  assert.equal(value.identity.currentNumber, null);
});

test("the birth day is read from the number when the register has none", () => {
  const young = {
    ...withContent({ identity: { number: id("FNR", child), envelopeNumbers: [] } }),
    replies: { ...replies, patient: { found: true } },
  };
  assert.deepEqual(rulesOf(rejectedBy(young)), ["PASIENT_YNGRE_ENN_13"]);
});

test("a code whose text says something else is a warning with the listed text beside it", () => {
  const odd = withContent({ medical: { mainDiagnosis: code("L84", "2.16.578.1.12.4.1.1.7110", "Ryggsyndrom") } });
  const value = certifiedBy(odd);
  assert.deepEqual(
    value.medical.mismatches.map(({ diagnosis, finding }) => [diagnosis, finding]),
    [
      [0, "DIAGNOSIS_TEXT_MISMATCH"],
      [0, "ICPC2_CODE_UNDER_ICD10"],
    ],
  );
  assert.equal(value.warnings, 2);
  assert.notEqual(value.medical.mismatches[0]?.listedText, null);
});

test("the same content from the same signer under another id is a duplicate of the first", () => {
  const value = rejectedBy(register1, again(2), again(3));
  assert.equal(value.reasonClass, "DUPLICATE");
  assert.equal(value.duplicateOf, sickLeaveIdOf(archive(1)));
  assert.deepEqual(value.case?.related, [{ archiveId: archive(1), relation: "DUPLICATE_OF" }]);
  assert.deepEqual(rulesOf(value), ["DUPLIKAT"]);
  assert.deepEqual(
    value.case?.receipt?.errors.map((error) => error.code),
    ["X99"],
  );
  assert.equal(value.case?.receipt?.wanted, true);
});

test("the same content from another signer is no duplicate", () => {
  const signer = { ...replies.signer, numbers: [id("HPR", "1234567"), id("FNR", otherDoctor)] };
  const other = withContent(
    {
      case: {
        envelope: { ...envelope, receivingStation: { ...envelope.receivingStation!, signerNumber: otherDoctor } },
      },
    },
    again(2),
  );
  certifiedBy(register1, { ...other, replies: { ...replies, signer } });
});

test("a rejected certificate does not block the same content: it is decided anew and linked", () => {
  const unknownSigner: RegisterCertificate = {
    ...register1,
    replies: { ...replies, signer: { found: false, numbers: [], approvals: [] }, signerIsRegistered: false },
  };
  const first = rejectedBy(unknownSigner);
  assert.equal(first.reasonClass, "SENDER");
  const value = certifiedBy(
    unknownSigner,
    again(2, {
      ...unknownSigner,
      replies: { ...replies, signer: { ...replies.signer, numbers: [id("FNR", doctor)] } },
    }),
  );
  assert.deepEqual(value.case.related, [{ archiveId: archive(1), relation: "RESENT_AFTER_REJECTION" }]);
});

test("by NAV's policy a rejected certificate blocks the same content", () => {
  const refusedOnce: RegisterCertificate = {
    ...withContent({ work: { periods: [] } }),
    basis: { ...basis, policy: navPolicy },
  };
  assert.deepEqual(rulesOf(rejectedBy(refusedOnce, again(2, refusedOnce))), ["DUPLIKAT"]);
});

test("the same message id with other content is a conflict, whatever is in it", () => {
  const event = outcomeOf({ ...register1, received: { ...received, conflictsWith: archive(9) } });
  assert.ok(event.type === "MessageRefused");
  assert.equal(event.value.class, "CONFLICT");
  assert.equal(event.value.conflictsWith, archive(9));
  assert.deepEqual(
    event.value.case?.receipt?.errors.map((error) => error.code),
    ["E10"],
  );
});

test("an unreadable message is answered where a sender is known", () => {
  const known = outcomeOf({
    type: "RecordUnreadable",
    received,
    class: "SYNTAX",
    findings: [{ path: "", rule: "NOT_WELL_FORMED" }],
  });
  assert.ok(known.type === "MessageUnreadable");
  assert.deepEqual(
    known.value.case?.receipt?.errors.map((error) => error.code),
    ["T01"],
  );
  assert.deepEqual(known.value.case?.findings, [{ path: "", rule: "NOT_WELL_FORMED" }]);
  const unknown = outcomeOf({
    type: "RecordUnreadable",
    received: { ...received, envelope: null },
    class: "HOSTILE",
    findings: [],
  });
  assert.ok(unknown.type === "MessageUnreadable");
  assert.equal(unknown.value.case?.receipt, null);
});

test("another kind of message is refused as unsupported", () => {
  const event = outcomeOf({ type: "RefuseMessage", received, class: "UNSUPPORTED", findings: [] });
  assert.ok(event.type === "MessageRefused");
  assert.deepEqual(
    event.value.case?.receipt?.errors.map((error) => error.code),
    ["T10"],
  );
});

test("a message that says it is a certificate and carries none is rejected by name", () => {
  const value = rejectedBy({ type: "RecordMissingCertificate", received, basis });
  assert.deepEqual(rulesOf(value), ["SYKMELDING_MANGLER"]);
  assert.equal(value.identity, null);
  assert.equal(value.case?.receipt?.wanted, true);
});

test("a prolongation of a certificate that stands may be backdated", () => {
  const first = over(1, ["2026-02-02", "2026-02-15"]);
  const second = over(2, ["2026-02-16", "2026-02-28"], "2026-02-23");
  assert.deepEqual(rulesOf(rejectedBy(second)), ["INNTIL_8_DAGER"]);
  assert.equal(certifiedBy(first, second).assessment, "OK");
});

test("a certificate under review or rejected does not carry a prolongation", () => {
  const pending = withContent(
    { case: { lateContactReason: "reise" } },
    over(1, ["2026-01-19", "2026-02-15"], "2026-02-10"),
  );
  const rejected = withContent(
    { medical: { mainDiagnosis: code("Z01", "2.16.578.1.12.4.1.1.7170", "Fattigdom") } },
    over(1, ["2026-02-02", "2026-02-15"]),
  );
  const second = over(2, ["2026-02-16", "2026-02-28"], "2026-02-23");
  assert.equal(certifiedBy(pending).assessment, "PENDING");
  assert.deepEqual(rulesOf(rejectedBy(pending, second)), ["INNTIL_8_DAGER"]);
  assert.deepEqual(rulesOf(rejectedBy(rejected, second)), ["INNTIL_8_DAGER"]);
});

test("a period that cannot be placed in time stops the certificate", () => {
  const odd = withContent({ case: { unreadablePeriods: [{ index: 1, from: null, to: day("2026-03-20") }] } });
  assert.deepEqual(rulesOf(rejectedBy(odd)), ["PERIODE_ULESELIG"]);
});

test("treatment days go the automatic way when nothing else is wrong, and are told", () => {
  const days = period("2026-03-02", "2026-03-15", {
    kind: "TREATMENT_DAYS",
    kindsAsSent: ["TREATMENT_DAYS"],
    treatmentDaysPerWeek: 1,
  });
  const value = certifiedBy(withContent({ work: { periods: [days] } }));
  assert.equal(value.assessment, "OK");
  assert.deepEqual(value.case.ruleHits, []);
  assert.deepEqual(
    value.case.warnings.map((warning) => warning.code),
    ["SYKMELDING_MED_BEHANDLINGSDAGER_WAIVED"],
  );
});

test("a hospital signs by its professional's register number", () => {
  const professional = {
    category: null,
    roleToPatient: null,
    name: null,
    bornOn: null,
    sex: null,
    nationality: null,
    identifiers: [id("HPR", "007654321")],
    address: null,
    contactPoints: [],
  };
  const [organisation] = envelope.sender!.organisations;
  const hospital = (identifiers: ReadonlyArray<ReturnType<typeof id>>) =>
    withContent({
      case: {
        envelope: {
          ...envelope,
          sender: {
            comMethod: null,
            organisations: [{ ...organisation!, healthcareProfessional: { ...professional, identifiers } }],
          },
          receivingStation: { ...envelope.receivingStation!, ebService: "SykmeldingVirksomhet", signerNumber: null },
        },
      },
    });
  assert.deepEqual(
    certifiedBy(hospital(professional.identifiers)).case.signer?.numbers.map(({ value }) => value),
    [doctor, "7654321"],
  );
  assert.deepEqual(rulesOf(rejectedBy(hospital([]))), ["SYKEHUS_HPR_NUMMER_MANGLER"]);
  const nobody = {
    ...hospital(professional.identifiers),
    replies: { ...replies, signer: { found: true, numbers: [id("HPR", "7654321")], approvals: [] } },
  };
  assert.deepEqual(rulesOf(rejectedBy(nobody)), ["SYKEHUS_SIGNERENDE_FINNES_IKKE"]);
});

const sentences: ReadonlyArray<readonly [rule: string, command: RegisterCertificate]> = [
  ["PASIENT_FINNES_IKKE", { ...register1, replies: { ...replies, patient: { found: false } } }],
  [
    "SIGNERENDE_FINNES_IKKE",
    {
      ...register1,
      replies: { ...replies, signer: { found: false, numbers: [], approvals: [] }, signerIsRegistered: false },
    },
  ],
  [
    "BEHANDLER_IKKE_I_HPR",
    { ...register1, replies: { ...replies, signer: { found: false, numbers: [], approvals: [] } } },
  ],
  ["SIGNERENDE_FINNES_IKKE", { ...register1, replies: { ...replies, signerIsKnown: false } }],
  ["BEHANDLER_SUSPENDERT", { ...register1, replies: { ...replies, signerIsSuspended: true } }],
  [
    "AVSENDER_FNR_ER_SAMME_SOM_PASIENT_FNR",
    { ...register1, replies: { ...replies, patient: { found: true, currentNumber: doctor } } },
  ],
  [
    "BEHANDLER_FNR_ER_SAMME_SOM_PASIENT_FNR",
    { ...register1, replies: { ...replies, clinician: { found: true, numbers: [id("FNR", patient)], approvals: [] } } },
  ],
  [
    "UGYLDIG_ORGNR_LENGDE",
    withContent({
      case: {
        envelope: {
          ...envelope,
          sender: {
            comMethod: null,
            organisations: [
              { ...envelope.sender!.organisations[0]!, identifiers: [{ value: "12345", type: code("ENH") }] },
            ],
          },
        },
      },
    }),
  ],
  ["UGYLDIG_REGELSETTVERSJON", withContent({ case: { ruleSetVersionAsSent: "9" } })],
  [
    "FRAVAERSGRUNN_MANGLER",
    withContent({ medical: { mainDiagnosis: null, otherAbsence: { codes: [code("0")], text: null } } }),
  ],
  ["MEDISINSK_VURDERING_MANGLER", { ...register1, content: { ...register1.content, hasMedicalAssessment: false } }],
  [
    "ARBEIDSGIVERFELT_MANGLER",
    withContent({ work: { employment: { count: "UNKNOWN", countCode: null, employerName: null, occupation: null } } }),
  ],
  [
    "ANTALL_ARBEIDSGIVERE_MANGLER",
    withContent({
      work: { employment: { count: "UNKNOWN", countCode: code(null), employerName: null, occupation: null } },
    }),
  ],
  ["HOVEDDIAGNOSE_UTEN_KODE", withContent({ medical: { mainDiagnosis: code(null) } })],
  ["BIDIAGNOSE_UTEN_TEKST", withContent({ medical: { otherDiagnoses: [code("L84", "2.16.578.1.12.4.1.1.7170")] } })],
  [
    "MEDISINSK_ARSAK_UGYLDIG",
    withContent({ medical: { medicalCauses: [{ periodIndex: 0, codes: [code("0")], text: null }] } }),
  ],
  [
    "ARBEIDSPLASS_ARSAK_UTEN_KODE",
    withContent({
      work: { periods: [period("2026-03-02", "2026-03-15", { workplaceCauses: { codes: [code(null)], text: null } })] },
    }),
  ],
  [
    "RESTRIKSJON_UKJENT",
    withContent({
      medical: {
        answerGroups: [
          {
            groupId: "6.3",
            groupText: null,
            answers: [{ questionId: "6.3.1", question: null, answer: "ja", restrictions: [code("X")] }],
          },
        ],
      },
    }),
  ],
  [
    "PERIODE_UTEN_TYPE",
    withContent({ work: { periods: [period("2026-03-02", "2026-03-15", { kind: "UNKNOWN", kindsAsSent: [] })] } }),
  ],
  [
    "IKKE_DEFINERT_PERIODE",
    withContent({
      work: { periods: [period("2026-03-02", "2026-03-15", { kind: "UNKNOWN", kindsAsSent: ["AWAITING"] })] },
    }),
  ],
  [
    "MANGLENDE_INNSPILL_TIL_ARBEIDSGIVER",
    withContent({
      work: {
        periods: [
          period("2026-03-02", "2026-03-15", { kind: "AWAITING", kindsAsSent: ["AWAITING"], inputToEmployer: "" }),
        ],
      },
    }),
  ],
  [
    "GRADERT_SYKMELDING_0_PROSENT",
    withContent({
      work: { periods: [period("2026-03-02", "2026-03-15", { kind: "GRADED", kindsAsSent: ["GRADED"], grade: 0 })] },
    }),
  ],
  [
    "GENDATE_I_FREMTIDEN",
    withContent({ case: { envelope: { ...envelope, generatedAt: at("2026-03-02T13:00:01Z") } } }),
  ],
  [
    "VEDLEGG_IKKE_GODKJENT_I_VIRUSSJEKK",
    {
      ...withContent({
        medical: {
          attachments: [
            {
              index: 1,
              kind: "ATTACHMENT",
              id: null,
              connection: code("V"),
              messageType: null,
              mimeType: null,
              description: null,
              issuedText: null,
              reference: null,
              contentElements: 1,
              contentBytes: 10,
            },
          ],
        },
      }),
      replies: { ...replies, scans: ["FOUND"] },
    },
  ],
];

test.each(sentences)("%s is found by way of the event's own fields", (rule, command) =>
  assert.deepEqual(rulesOf(rejectedBy(command)), [rule]),
);

test("the state says of each message what became of it", () => {
  const events = after(register1, again(2), {
    type: "RefuseMessage",
    received: { ...received, archiveId: archive(3) },
    class: "UNSUPPORTED",
    findings: [],
  });
  const state: SickLeaveState = fold(sickLeave.evolve)(sickLeave.initial, events);
  assert.deepEqual(
    state.decided.map(({ outcome }) => outcome),
    ["CERTIFIED", "DUPLICATE", "NOT_TAKEN"],
  );
  assert.deepEqual(state.decided[0]?.certificate, {
    periods: [{ from: day("2026-03-02"), to: day("2026-03-15"), kind: "FULL" }],
    mainDiagnosisCode: "L84",
    outcome: "OK",
    remarks: [],
    use: "open",
  });
});
