import { readFileSync } from "node:fs";
import type { FollowUpPlanShared } from "@samvirke/contracts";
import { E } from "@samvirke/kernel";
import { XmlDocument } from "libxml2-wasm";
import { describe, expect, test } from "vitest";
import type { ParsedPlan, PlanFormSample } from "../src/index.ts";
import {
  parsePlanForm,
  parsePlanNotice,
  parsePlanRequest,
  planFormFieldTable,
  planRequestFieldTable,
  printPlanBatch,
  printPlanForm,
  printPlanNotice,
  readEnvelope,
  readPlanNotice,
} from "../src/index.ts";
import { planBatchFieldTable, planNoticeFieldTable } from "../src/fields/plan-fields.ts";
import { bytes, full } from "./documents.ts";
import { differences } from "./flatten.ts";
import { changeLeaf } from "./leaf-changer.ts";
import { leafDocument } from "./leaf-document.ts";
import { leavesOf } from "./leaves-of.ts";
import { dice, seeded } from "./random-statement.ts";
import { complaints } from "./schema-validation.ts";
import { hasStandards, standards } from "./standards.ts";
import { day } from "./statement-samples.ts";
import { xsdLeaves } from "./xsd-leaves.ts";

const schema = "Oppfolgingsplan201607_2.xsd";
const namespace = "http://seres.no/xsd/NAV/Oppfoelgingsplan4_utfyllende_info_M/2016";
const read = (document: string | Uint8Array): ParsedPlan => {
  const plan = parsePlanForm(typeof document === "string" ? bytes(document) : document);
  if (E.isLeft(plan)) throw new Error(plan.left.class);
  return plan.right;
};
const refusedAs = (document: string): string => {
  const plan = parsePlanForm(bytes(document));
  return E.isLeft(plan) ? plan.left.class : "read";
};
const warned = (document: string | Uint8Array): ReadonlyArray<string> =>
  read(document).warnings.map((w) => `${w.code} ${w.path}`);
const shared = (plan: ParsedPlan): FollowUpPlanShared => ({
  planId: "5b1f0c52-7a1e-5d40-9c3a-000000000001",
  archiveId: "5b1f0c52-7a1e-5d40-9c3a-000000000002",
  aliases: plan.wireId === undefined ? [] : [plan.wireId],
  revision: 1,
  format: plan.format,
  receivedAt: Date.UTC(2026, 2, 2, 23, 30),
  policyVersion: "1",
  warnings: plan.warnings.length,
  toWelfare: plan.toWelfare,
  toClinician: plan.toClinician,
  identity: plan.identity,
  work: plan.work,
  case: plan.case,
  medical: plan.medical,
});
const notice = (plan: ParsedPlan) => printPlanNotice({ ...shared(plan), toWelfare: true });

const leaves = leavesOf("plan");
const isFlag =
  /(bistand(?!.*Beskrivelse)|virksomhetEr|virksomhetHar|signert|behovForNye|Sendes|MedvirketGjennomfoering$|arbeidstakerMedvirket)/;
const isDay = /(foersteFravaersdag|sykmeldingsdato|periode|underskriftsdato|endringsDato)/;
const valueOf = (leaf: string): ReadonlyArray<readonly [string, string]> => {
  if (leaf.endsWith("/fnr")) return [[leaf, "01857012026"]];
  if (leaf.endsWith("/orgnr")) return [[leaf, "999966661"]];
  if (isDay.test(leaf)) return [[leaf, "2026-02-20"]];
  return isFlag.test(leaf) ? [[leaf, "false"]] : [];
};
const document = leafDocument(leaves, {
  root: "melding",
  namespace,
  values: Object.fromEntries(leaves.flatMap(valueOf)),
});

describe("every leaf of the form's schema", () => {
  test("stands in the field table once, and nothing else does", () => {
    expect(planFormFieldTable.map(({ leaf }) => leaf).sort()).toEqual([...leaves].sort());
  });
  test.skipIf(!hasStandards)("is in the committed list, as the schema has it", () => {
    expect(leaves).toEqual(xsdLeaves("melding", schema));
  });
  test.skipIf(!hasStandards)("is in a document that the schema takes, and that gives no warning", () => {
    expect(complaints(schema, bytes(document))).toEqual([]);
    expect(warned(document)).toEqual([]);
  });
  test.each(planFormFieldTable)("$leaf changes what is named for it and no more", ({ leaf, event, out, rule }) => {
    const changed = changeLeaf(document, leaf, { root: "melding", others: {} }) ?? "";
    expect(changed).not.toBe(document);
    expect(differences(shared(read(document)), shared(read(changed)))).toEqual([...event].sort());
    expect(differences(notice(read(document)), notice(read(changed)))).toEqual([...out].sort());
    expect(event.length > 0 && (out.length > 0 || rule !== undefined)).toBe(true);
  });
});

const form: PlanFormSample = {
  employerNumber: "999966661",
  employerName: "Tangen Verksted",
  leader: { given: "Lise", family: "Leder", phone: "55501005" },
  personNumber: "01857012026",
  measures: [
    {
      goal: "tilbake",
      text: "hjemmekontor",
      from: day("2026-02-01"),
      to: day("2026-03-01"),
      grade: "50 %",
      meeting: true,
      conversations: "vondt i ryggen",
      adaptationNotPossible: "på grunn av migrene",
    },
    { goal: "mer tilbake", assessment: "virket" },
  ],
  changedOn: day("2026-02-20"),
  toWelfare: true,
};
const batch = { edition: "2", reference: "AR000000001", archivedAt: "2026-02-20T13:18:36.77", reporter: "999966661" };
const older = "http://seres.no/xsd/NAV/Oppfølgingsplan2_M/2012";

describe("the portal's batch", () => {
  const wrapped = Buffer.from(printPlanBatch(form, batch)).toString();
  const leavesIn = (table: typeof planBatchFieldTable) => table.map(({ leaf }) => leaf);
  test("carries the form as the form alone says it", () => {
    const [alone, inBatch] = [read(printPlanForm(form)), read(wrapped)];
    expect(inBatch.work).toEqual(alone.work);
    expect(inBatch.medical).toEqual(alone.medical);
    expect({
      ...inBatch.case,
      portalReference: null,
      portalTime: null,
      portalReporter: null,
      portalService: null,
    }).toEqual(alone.case);
    expect([alone.format, inBatch.format, inBatch.wireId]).toEqual(["FORM_2016", "PORTAL_2", "AR000000001"]);
  });
  const attributesIn = [...wrapped.replace(/^<\?.*\?>/, "").matchAll(/ (\w+)="/g)].map((match) => match[1] ?? "");
  test.each(planBatchFieldTable)("$leaf changes what is named for it and no more", ({ leaf, event, rule }) => {
    const odd = wrapped.replace("<DataBatch ", `<DataBatch previousReference="1" receiverReference="1" timeStamp="1" `);
    if (leaf.endsWith("/ServiceCode")) return expect(refusedAs(odd.replace(">2913<", ">2914<"))).toBe("NO_PLAN");
    const steps = leaf.replace("@", "/@").replace("//", "/").replace(/^\//, "");
    const changed =
      changeLeaf(odd, steps, {
        root: "DataBatch",
        others: { "DataUnits/DataUnit/FormTask/ServiceEditionCode": "3" },
      }) ?? "";
    expect(changed).not.toBe(odd);
    const [before, after] = [odd, changed].map((text) => ({ ...shared(read(text)), aliases: [] }));
    expect(differences(before, after)).toEqual([...event].sort());
    expect(event.length > 0 || rule !== undefined).toBe(true);
  });
  test("has no leaf that the table does not name", () => {
    const named = leavesIn(planBatchFieldTable).join(" ");
    for (const name of attributesIn) expect(named.includes(`@${name}`) || name === "xmlns").toBe(true);
  });
  test.each([
    ["2", "PORTAL_2"],
    ["3", "PORTAL_3"],
    ["4", "PORTAL_4"],
  ])("edition %s is %s", (edition, format) => {
    expect(read(printPlanBatch(form, { ...batch, edition }))).toMatchObject({ format, warnings: [] });
  });
  test("an edition that is not known is read, and told", () => {
    expect(read(printPlanBatch(form, { ...batch, edition: "9" })).format).toBe("UNKNOWN");
    expect(warned(printPlanBatch(form, { ...batch, edition: "9" }))).toEqual(["UNKNOWN_CODE melding"]);
  });
  test("a namespace with ø, in CDATA, as elements, in references, in Latin-1", () => {
    const text = Buffer.from(printPlanBatch({ ...form, namespace: older }, batch)).toString();
    const cdata = /<!\[CDATA\[([\s\S]*)\]\]>/.exec(text);
    const inner = cdata?.[1] ?? "";
    const escaped = inner.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
    const ways = [
      text,
      text.replace(cdata?.[0] ?? "", () => inner),
      text.replace(cdata?.[0] ?? "", () => escaped),
      text.replace("<![CDATA[", "<![CDATA[\n   "),
    ];
    for (const way of ways) expect(read(way).work).toEqual(read(printPlanForm(form)).work);
    const latin = Buffer.from(text.replace(/^<\?.*\?>/, `<?xml version="1.0" encoding="ISO-8859-1"?>`), "latin1");
    expect(read(latin).work).toEqual(read(printPlanForm(form)).work);
    expect(readEnvelope(latin)).toMatchObject({ kind: "follow-up-plan", person: { value: "01857012026" } });
    expect(read(printPlanForm({ ...form, namespace: older })).format).toBe("UNKNOWN");
  });
  test.each([
    ["another service", wrapped.replace(">2913<", ">5062<"), "NO_PLAN"],
    ["two units", wrapped.replace(/(<DataUnit [\s\S]*<\/DataUnit>)/, "$1$1"), "SEVERAL_PLANS"],
    ["a broken form inside", wrapped.replace("</melding>", ""), "NOT_READABLE"],
    ["a form with a DOCTYPE", wrapped.replace("<![CDATA[", "<![CDATA[<!DOCTYPE a>"), "NOT_READABLE"],
    ["no form inside", wrapped.replace(/<!\[CDATA\[[\s\S]*\]\]>/, ""), "NOT_READABLE"],
    ["a broken batch", wrapped.slice(0, -5), "NOT_READABLE"],
    ["another message", full, "NO_PLAN"],
    ["a DOCTYPE", `<!DOCTYPE a>${wrapped}`, "HOSTILE"],
  ])("%s is told", (_name, text, reason) => expect(refusedAs(text)).toBe(reason));
});

describe("flags", () => {
  test.each([
    [undefined, false],
    [false, false],
    [true, true],
  ])("that are %s share: %s", (flag, isShared) => {
    const sample = { ...form };
    const { toWelfare: _to, ...without } = sample;
    const flags = flag === undefined ? {} : { toWelfare: flag, toClinician: flag };
    expect(read(printPlanForm({ ...without, ...flags }))).toMatchObject({ toWelfare: isShared, toClinician: isShared });
  });
  test("that are nil or unreadable share nothing", () => {
    const text = Buffer.from(printPlanForm({ ...form, toClinician: true })).toString();
    const odd = text
      .replace("SendesTiNav>true", "SendesTiNav>kanskje")
      .replace(
        "SendesTilFastlege>true",
        `SendesTilFastlege xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:nil="true">`,
      );
    expect(read(odd)).toMatchObject({ toWelfare: false, toClinician: false });
    expect(warned(odd)).toEqual(["VALUE_UNREADABLE Skjemainnhold/mottaksInformasjon/oppfolgingsplanSendesTiNav"]);
  });
});

test("what employers write about health is in medical and nowhere else", () => {
  const { work, case: told, medical } = read(printPlanForm(form));
  expect(JSON.stringify([work, told])).not.toMatch(/vondt|migrene|virket/);
  expect(medical?.measureNotes).toEqual([
    { index: 0, conversationLog: "vondt i ryggen", adaptationNotPossible: "på grunn av migrene", assessment: null },
    { index: 1, conversationLog: null, adaptationNotPossible: null, assessment: "virket" },
  ]);
});

const request = {
  employeeIdentificationNumber: "01857012026",
  typicalWorkday: "bestilling",
  tasksThatCanStillBeDone: "telefon",
  tasksThatCanNotBeDone: "løft",
  previousFacilitation: "stol",
  plannedFacilitation: "bord",
  otherFacilitationOptions: "hjemmekontor",
  followUp: "hver uke",
  evaluationDate: "2026-05-01",
  sendPlanToNav: true,
  needsHelpFromNav: true,
  needsHelpFromNavDescription: "hjelpemidler",
  sendPlanToGeneralPractitioner: true,
  messageToGeneralPractitioner: "ring gjerne",
  additionalInformation: "har vondt",
  contactPersonFullName: "Lise Leder",
  contactPersonPhoneNumber: "55501005",
  contactPersonEmail: "lise@example.no",
  employeeHasContributedToPlan: false,
  employeeHasNotContributedToPlanDescription: "var bortreist",
  lpsName: "Prøvesystem",
  lpsEmail: "post@example.no",
};
const requested = (fields: object) => parsePlanRequest(bytes(JSON.stringify(fields)));
const taken = (fields: object): ParsedPlan => {
  const plan = requested(fields);
  if (E.isLeft(plan)) throw new Error(plan.left.findings.map(({ path, rule }) => `${path} ${rule}`).join());
  return plan.right;
};
const broken = (fields: object): ReadonlyArray<string> => {
  const plan = requested(fields);
  return E.isLeft(plan) ? plan.left.findings.map(({ path, rule }) => `${path} ${rule}`) : [];
};
const other = (value: unknown): unknown => {
  if (typeof value === "boolean") return !value;
  if (value === "2026-05-01") return "2026-05-02";
  return value === "01857012026" ? "01857012027" : `${String(value)}x`;
};

describe("the REST request", () => {
  test("has every field in the table, and nothing else", () => {
    expect(planRequestFieldTable.map(({ leaf }) => leaf)).toEqual(Object.keys(request));
  });
  test.each(planRequestFieldTable)("$leaf changes what is named for it and no more", ({ leaf, event, out }) => {
    const key = leaf as keyof typeof request;
    // Fields that forbid each other are changed where they do not.
    const base =
      leaf === "employeeHasContributedToPlan"
        ? { ...request, employeeHasNotContributedToPlanDescription: "" }
        : { ...request, ...(leaf === "sendPlanToNav" ? { needsHelpFromNav: false } : {}) };
    const before = leaf === "employeeHasContributedToPlan" ? { ...base, employeeHasContributedToPlan: true } : base;
    const after = {
      ...before,
      [key]: other(before[key]),
      ...(leaf === "employeeHasContributedToPlan" ? { employeeHasNotContributedToPlanDescription: "x" } : {}),
    };
    const expected = leaf === "employeeHasContributedToPlan" ? [...event, "work.whyNotTakingPart"] : event;
    expect(differences(shared(taken(before)), shared(taken(after)))).toEqual([...expected].sort());
    expect(differences(notice(taken(before)), notice(taken(after)))).toEqual([...out].sort());
  });
  test.each([
    ["help without welfare", { ...request, sendPlanToNav: false }, ["/needsHelpFromNav HELP_NEEDS_WELFARE_TO_SEE"]],
    [
      "help without words",
      { ...request, needsHelpFromNavDescription: " " },
      ["/needsHelpFromNavDescription REQUIRED_WITH_HELP"],
    ],
    [
      "no contribution without reason",
      { ...request, employeeHasNotContributedToPlanDescription: null },
      ["/employeeHasNotContributedToPlanDescription REQUIRED_WITHOUT_CONTRIBUTION"],
    ],
    [
      "contribution with a reason",
      { ...request, employeeHasContributedToPlan: true },
      ["/employeeHasNotContributedToPlanDescription FORBIDDEN_WITH_CONTRIBUTION"],
    ],
    [
      "a number of ten digits",
      { ...request, employeeIdentificationNumber: "0185701202" },
      ["/employeeIdentificationNumber NOT_ELEVEN_DIGITS"],
    ],
    ["a day that is none", { ...request, evaluationDate: "2026-02-30" }, ["/evaluationDate NOT_A_DAY"]],
    ["a flag as text", { ...request, sendPlanToNav: "true" }, ["/sendPlanToNav WRONG_TYPE"]],
    [
      "two that are missing",
      { ...request, lpsName: null, followUp: undefined },
      ["/followUp REQUIRED", "/lpsName REQUIRED"],
    ],
  ])("%s is refused with a pointer", (_name, fields, findings) => expect(broken(fields)).toEqual(findings));
  test("what is no object is refused", () => {
    expect(
      [parsePlanRequest(bytes("[]")), parsePlanRequest(bytes("{"))].map((plan) => E.isLeft(plan) && plan.left.class),
    ).toEqual(["NOT_JSON", "NOT_JSON"]);
  });
  test("an unknown field is told without its name, and a refusal quotes nothing", () => {
    const odd = { ...request, hemmelig: "hemmelig" };
    expect(taken(odd).warnings).toEqual([{ code: "UNKNOWN_FIELD", path: "/*" }]);
    const wrong = requested({ ...odd, evaluationDate: "hemmelig", employeeIdentificationNumber: "hemmelig" });
    expect(JSON.stringify(wrong)).not.toContain("hemmelig");
  });
  test("is known at the door, with its person", () => {
    expect(readEnvelope(bytes(JSON.stringify(request)))).toMatchObject({
      kind: "follow-up-plan",
      person: { value: "01857012026" },
    });
  });
});

describe("welfare's word that a plan exists", () => {
  const word = {
    uuid: "0c1d6b9e-5d41-4a7c-9f7e-3f1f0a5c1d22",
    fodselsnummer: "01857012026",
    virksomhetsnummer: "999966661",
    behovForBistandFraNav: false,
    opprettet: 20_500,
  };
  const heard = (fields: object): ParsedPlan => {
    const plan = parsePlanNotice(bytes(JSON.stringify(fields)));
    if (E.isLeft(plan)) throw new Error(plan.left.class);
    return plan.right;
  };
  test.each(planNoticeFieldTable)("$leaf changes what is named for it and no more", ({ leaf, event, out }) => {
    const key = leaf as keyof typeof word;
    const changed = { ...word, [key]: leaf === "opprettet" ? 20_501 : other(word[key]) };
    expect(differences(shared(heard(word)), shared(heard(changed)))).toEqual([...event].sort());
    expect(differences(notice(heard(word)), notice(heard(changed)))).toEqual([...out].sort());
  });
  test("has no content", () => {
    expect(heard(word)).toMatchObject({
      format: "NOTICE",
      toWelfare: true,
      toClinician: false,
      medical: null,
      work: { measures: [], contacts: [] },
    });
    expect(heard({ ...word, opprettet: "i dag" }).warnings).toEqual([{ code: "VALUE_UNREADABLE", path: "/opprettet" }]);
    expect(readEnvelope(bytes(JSON.stringify(word)))).toMatchObject({
      kind: "follow-up-plan",
      person: { value: "01857012026" },
    });
  });
  test("is printed as its consumers read it, and only where the plan is welfare's", () => {
    const plan = shared(taken(request));
    expect(printPlanNotice({ ...plan, toWelfare: false })).toBeUndefined();
    const printed = printPlanNotice(plan);
    expect(printed).toEqual({
      uuid: plan.planId,
      fodselsnummer: "01857012026",
      virksomhetsnummer: "",
      behovForBistandFraNav: true,
      opprettet: day("2026-03-03"),
    });
    expect(E.isRight(readPlanNotice(printed))).toBe(true);
    expect(E.isRight(readPlanNotice({ ...printed, opprettet: "2026-03-03" }))).toBe(false);
    expect(readPlanNotice({ ...printed, nytt: 1 })).toEqual(E.left({ _tag: "RecordMismatch", paths: ["nytt: never"] }));
  });
  test("is no plan of another form", () => {
    expect(parsePlanNotice(bytes(JSON.stringify(request)))).toEqual(
      E.left({ _tag: "NoPlan", class: "NO_PLAN", findings: [] }),
    );
  });
});

const count = Number(process.env["SAMVIRKE_DOCUMENTS"] ?? 150);
const defined = <T extends object>(value: T): T =>
  Object.fromEntries(Object.entries(value).filter(([, item]) => item !== undefined)) as T;

const randomForm = (next: () => number): PlanFormSample => {
  const { maybe, pick, some, text, day: someDay } = dice(next);
  const flag = () => pick([true, false]);
  const contact = () => defined({ given: maybe(text), family: maybe(text), phone: maybe(text) });
  const measure = () =>
    defined({
      goal: maybe(text),
      text: maybe(text),
      from: maybe(someDay),
      to: maybe(someDay),
      grade: maybe(text),
      impossibleTasks: maybe(text),
      clarification: maybe(text),
      signedCopy: maybe(flag),
      signedOn: maybe(someDay),
      conversations: maybe(text),
      adaptationNotPossible: maybe(text),
      newMeasuresNeeded: maybe(flag),
      assessment: maybe(text),
      advice: maybe(flag),
      adviceText: maybe(text),
      meeting: maybe(flag),
      meetingText: maybe(text),
      workMeasures: maybe(flag),
      workMeasuresText: maybe(text),
      aids: maybe(flag),
      aidsText: maybe(text),
      occupationalHealth: maybe(flag),
      other: maybe(flag),
      otherText: maybe(text),
    });
  return defined({
    employerNumber: "999966661",
    employerName: text(),
    isInclusive: maybe(flag),
    hasOccupationalHealth: maybe(flag),
    leader: maybe(contact),
    contact: maybe(contact),
    personNumber: "01857012026",
    given: maybe(text),
    family: maybe(text),
    position: maybe(text),
    phone: maybe(text),
    ordinaryTasks: maybe(text),
    firstAbsenceDay: maybe(someDay),
    certificateDay: maybe(someDay),
    certificateGrade: maybe(text),
    systemName: maybe(text),
    systemVersion: maybe(text),
    measures: some(3, measure),
    changedOn: someDay(),
    toWelfare: maybe(flag),
    toClinician: maybe(flag),
    tookPart: maybe(flag),
    whyNot: maybe(text),
    additional: maybe(text),
  }) as PlanFormSample;
};

describe("random plans", () => {
  const samples = Array.from({ length: count }, (_, index) => randomForm(seeded(index)));
  test.skipIf(!hasStandards)("are valid by the schema", () => {
    for (const sample of samples) expect(complaints(schema, printPlanForm(sample))).toEqual([]);
  });
  test("say what the model says, by XPath and by the parser, alone and in a batch", () => {
    for (const sample of samples) {
      const printed = XmlDocument.fromBuffer(printPlanForm(sample));
      const texts = (path: string): ReadonlyArray<string> =>
        printed.find(path, { p: namespace }).map((node) => node.content);
      const plan = read(printPlanForm(sample));
      expect(plan.warnings).toEqual([]);
      expect(texts("//p:maalMedTiltaket")).toEqual(plan.work.measures.flatMap(({ goal }) => goal ?? []));
      expect(texts("//p:oppfoelgingssamtaler")).toEqual(
        sample.measures.flatMap(({ conversations }) => conversations ?? []),
      );
      expect(plan.medical?.measureNotes.flatMap(({ conversationLog }) => conversationLog ?? []) ?? []).toEqual(
        texts("//p:oppfoelgingssamtaler"),
      );
      expect(texts("//p:oppfolgingsplanSendesTiNav")).toEqual(
        sample.toWelfare === undefined ? [] : [String(sample.toWelfare)],
      );
      expect(plan.toWelfare).toBe(sample.toWelfare === true);
      expect(read(printPlanBatch(sample, batch)).work).toEqual(plan.work);
      printed.dispose();
    }
  });
  test("hold every leaf", () => {
    const all = samples.map((sample) => Buffer.from(printPlanForm(sample)).toString());
    const often = Math.max(1, Math.min(50, Math.floor(count / 40)));
    for (const leaf of leaves) {
      const tag = `<${leaf.slice(leaf.lastIndexOf("/") + 1)}>`;
      expect(all.filter((text) => text.includes(tag)).length, leaf).toBeGreaterThanOrEqual(often);
    }
  });
});

describe.skipIf(!hasStandards)("the plans of the field", () => {
  const sample = (file: string) => readFileSync(`${standards}samples/oppfolgingsplan-xml/${file}`);
  test("the form of 2016 alone", () => {
    expect(read(sample("lps_test.xml"))).toMatchObject({
      format: "FORM_2016",
      toWelfare: true,
      toClinician: true,
      warnings: [],
      medical: null,
    });
    expect(readEnvelope(sample("lps_test.xml")).kind).toBe("follow-up-plan");
  });
  test("the portal's second edition", () => {
    const plan = read(sample("oppfolging_2913_02.xml"));
    expect(plan).toMatchObject({ format: "PORTAL_2", toWelfare: true, toClinician: false, warnings: [] });
    expect(plan.case).toMatchObject({ helpWanted: false, portalService: "2913/2" });
    expect(plan.work.measures).toHaveLength(1);
    expect(plan.medical?.measureNotes).toHaveLength(1);
    expect(readEnvelope(sample("oppfolging_2913_02.xml"))).toMatchObject({
      kind: "follow-up-plan",
      person: { value: plan.identity.number?.value },
    });
  });
});
