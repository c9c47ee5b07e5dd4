import { readFileSync, readdirSync } from "node:fs";
import type { RuleHit, SickLeaveCertified } from "@samvirke/contracts";
import { E } from "@samvirke/kernel";
import { describe, expect, test } from "vitest";
import type { Json, JsonObject, RecordSource } from "../src/index.ts";
import { isReadable, printSykmeldingRecord, readSykmeldingRecord } from "../src/index.ts";
import { certificateOf, certified, full, fullUnemployed, msgHeadOf, parsed } from "./documents.ts";
import { hasStandards, standards } from "./standards.ts";

const source = (document: string, changes: Partial<SickLeaveCertified> = {}): SickLeaveCertified => ({
  ...certified(parsed(document)),
  ...changes,
});
const printed = (document: string) => printSykmeldingRecord(source(document));
const problems = (json: unknown): ReadonlyArray<string> => {
  const read = readSykmeldingRecord(json);
  return E.isLeft(read) ? read.left.paths : [];
};
const at = (json: Json, ...path: ReadonlyArray<string | number>): Json =>
  path.reduce<Json>((value, step) => (value as Record<string | number, Json>)[step] ?? null, json);
const losses = (document: string): ReadonlyArray<string> =>
  printed(document).losses.map(({ path, reason }) => `${path} ${reason}`);

const noHelp = full.replace(/<MeldingTilNav>[\s\S]*<\/MeldingTilNav>/, "");
const noEmployer = full.replace(`<HarArbeidsgiver V="1"`, `<HarArbeidsgiver V="3"`);
const documents: ReadonlyArray<readonly [string, string]> = [
  ["everything", full],
  ["a person without work", fullUnemployed],
  ["a message head alone", msgHeadOf(full)],
  ["a certificate alone", certificateOf(full)],
  ["no employer", noEmployer],
  ["a self-certified absence", full.replace("Prøve-EPJ", "Egenmeldt")],
  [
    "nothing optional",
    full.replace(
      /<(AnnenFraversArsak|Prognose|UtdypendeOpplysninger|Tiltak|MeldingTilNav|HovedDiagnose|BiDiagnoser|ComMethod|TeleCom|Adresse)>[\s\S]*?<\/\1>/g,
      "",
    ),
  ],
  ["codes that nobody knows", full.replace(/ V="(?!V"|FNR|HPR)[^"]*"/g, ` V="q"`)],
  ["codes without a value", full.replace(/ V="(?!V"|FNR|HPR)[^"]*"/g, "")],
];

describe("the record that is printed is the record that welfare reads", () => {
  test.each(documents)("%s", (_name, document) => expect(problems(printed(document).json)).toEqual([]));
  test("also as text", () => expect(problems(JSON.parse(JSON.stringify(printed(full).json)))).toEqual([]));
});

const isMap = (path: ReadonlyArray<string>): boolean =>
  path.at(-1) === "utdypendeOpplysninger" || path.at(-2) === "utdypendeOpplysninger";

const objectsIn = (json: Json, path: ReadonlyArray<string> = []): ReadonlyArray<ReadonlyArray<string>> => {
  if (Array.isArray(json)) return json.flatMap((item, index) => objectsIn(item as Json, [...path, String(index)]));
  if (json === null || typeof json !== "object") return [];
  const below = Object.entries(json as JsonObject).flatMap(([key, value]) => objectsIn(value, [...path, key]));
  return isMap(path) ? below : [path, ...below];
};

const withChange = (
  json: JsonObject,
  path: ReadonlyArray<string>,
  change: (object: Record<string, unknown>) => void,
): unknown => {
  const copy = structuredClone(json) as Record<string, unknown>;
  change(path.reduce<Record<string, unknown>>((value, step) => value[step] as Record<string, unknown>, copy));
  return copy;
};

describe.each(documents.slice(0, 5))("the reader is strict at every level: %s", (_name, document) => {
  const { json } = printed(document);
  const places = objectsIn(json);

  test("an unknown key fails wherever it stands", () => {
    expect(places.length).toBeGreaterThan(20);
    for (const path of places) {
      expect(problems(withChange(json, path, (object) => (object["unknown"] = null))), path.join(".")).not.toEqual([]);
    }
  });

  test("a missing key fails, whichever it is", () => {
    for (const path of places) {
      const keys = Object.keys(at(json, ...path) as JsonObject);
      for (const key of keys) {
        const without = withChange(json, path, (object) => delete object[key]);
        expect(problems(without), [...path, key].join(".")).not.toEqual([]);
      }
    }
  });

  test("a value of another type fails, and is not told", () => {
    for (const path of places) {
      for (const key of Object.keys(at(json, ...path) as JsonObject)) {
        const wrong = problems(withChange(json, path, (object) => (object[key] = { key: "hemmelig" })));
        if (isMap([...path, key])) continue;
        expect(wrong, [...path, key].join(".")).not.toEqual([]);
        expect(wrong.join()).not.toContain("hemmelig");
      }
    }
  });
});

test("a pair of types that does not belong together fails", () => {
  const { json } = printed(full);
  const digital = { ...json, metadata: { type: "DIGITAL", orgnummer: "1" } };
  expect(problems(digital)).toEqual(["metadata.type: pair"]);
});

test.skipIf(!hasStandards)("welfare's own example is read", () => {
  const folder = `${standards}samples/sykmelding-json-tsm/`;
  const files = readdirSync(folder);
  expect(files.length).toBeGreaterThan(0);
  for (const file of files) expect(problems(JSON.parse(readFileSync(folder + file, "utf8")))).toEqual([]);
});

describe("the variant follows the envelope and the sending system", () => {
  test.each([
    ["EMOTTAK", full],
    ["ENKEL", msgHeadOf(full)],
    ["ENKEL", certificateOf(full)],
    ["ENKEL", full.replace("Prøve-EPJ", "Dolly 3")],
    ["EGENMELDT", full.replace("Prøve-EPJ", "Egenmeldt")],
  ])("%s", (type, document) => {
    expect(at(printed(document).json, "metadata", "type")).toBe(type);
    expect(at(printed(document).json, "sykmelding", "type")).toBe("XML");
  });
});

describe("how the field list of the certificate is filled", () => {
  const { json } = printed(full);
  test.each<readonly [Json, ReadonlyArray<string | number>]>([
    ["v1.2 2006-05-24", ["metadata", "msgInfo", "migVersjon"]],
    ["2026-03-02T07:15:30Z", ["metadata", "msgInfo", "genDate"]],
    ["2026-03-02T08:15:33Z", ["metadata", "mottakenhetBlokk", "mottattDato"]],
    ["Legekontor A", ["metadata", "sender", "underOrganisasjon", "navn"]],
    ["PRIVATE_SPESIALISTER_MED_DRIFTSAVTALER", ["metadata", "sender", "type"]],
    ["FASTLEGE", ["metadata", "sender", "helsepersonell", "rolleTilPasient"]],
    ["KVINNE", ["metadata", "pasient", "kjonn"]],
    ["1970-05-01", ["metadata", "pasient", "fodselsdato"]],
    ["JA", ["metadata", "ack", "ackType"]],
    ["5b1f0c52-7a1e-5d40-9c3a-000000000002/1", ["metadata", "vedlegg", 0]],
    ["5b1f0c52-7a1e-5d40-9c3a-000000000001", ["sykmelding", "id"]],
    ["2026-03-01T09:30:00Z", ["sykmelding", "metadata", "behandletTidspunkt"]],
    ["0301", ["sykmelding", "behandler", "adresse", "kommune"]],
    ["Tangen", ["sykmelding", "behandler", "adresse", "poststed"]],
    ["14838110577", ["sykmelding", "sykmelder", "ids", 0, "id"]],
    ["NODVENDIG_KONTROLLUNDENRSOKELSE", ["sykmelding", "medisinskVurdering", "annenFraversArsak", "arsak", 0]],
    ["AVVENTENDE", ["sykmelding", "aktivitet", 2, "type"]],
    ["ER_I_ARBEID", ["sykmelding", "prognose", "arbeid", "type"]],
    ["svar tekst", ["sykmelding", "utdypendeOpplysninger", "6.3", "6.3.1", "svar"]],
    ["SKJERMET_FOR_ARBEIDSGIVER", ["sykmelding", "utdypendeOpplysninger", "6.3", "6.3.1", "restriksjoner", 0]],
  ])("%s", (value, path) => expect(at(json, ...path)).toBe(value));

  test("objects that would say nothing are null", () => {
    const blank = noHelp
      .replace("tiltak nav", " ")
      .replace("andre tiltak", "")
      .replace(/<KontaktDato>.*<\/BegrunnIkkeKontakt>/s, "");
    for (const key of ["tiltak", "bistandNav", "tilbakedatering"])
      expect(at(printed(blank).json, "sykmelding", key)).toBeNull();
  });

  test("text to welfare on the form of rule set 3 asks for help at once", () => {
    const asked = full
      .replace("<RegelSettVersjon>2", "<RegelSettVersjon>3")
      .replace(/<BistandNAVUmiddelbart>.*<\/BistandNAVUmiddelbart>/, "");
    expect(at(printed(asked).json, "sykmelding", "bistandNav", "bistandUmiddelbart")).toBe(true);
    const old = asked.replace("<RegelSettVersjon>3", "<RegelSettVersjon>2");
    expect(at(printed(old).json, "sykmelding", "bistandNav", "bistandUmiddelbart")).toBe(false);
  });

  test("dots leave ICD-10 codes and stay in others", () => {
    const code = (system: string) =>
      at(
        printed(full.replace(`V="L84" S="2.16.578.1.12.4.1.1.7170"`, `V="M54.5" S="2.16.578.1.12.4.1.1.${system}"`))
          .json,
        "sykmelding",
        "medisinskVurdering",
        "hovedDiagnose",
        "kode",
      );
    expect([code("7110"), code("7171")]).toEqual(["M545", "M54.5"]);
  });

  test("of several kinds in one period travel support comes before graded", () => {
    const both = full.replace("<GradertSykmelding>", "<Reisetilskudd>true</Reisetilskudd><GradertSykmelding>");
    expect(at(printed(both).json, "sykmelding", "aktivitet", 1, "type")).toBe("REISETILSKUDD");
    expect(losses(both)).toContain("work.periods[1].kindsAsSent OTHER_KIND");
  });
});

describe("what has no place is reported as lost", () => {
  test.each([
    [full, "case.planDialogue.reasonNotTakingPart NO_PLACE"],
    [full, "medical.answerGroups[0].groupText NO_PLACE"],
    [full, "medical.mainDiagnosis.originalText NO_PLACE"],
    [full, "case.envelope.conversationReference NO_PLACE"],
    [full, "case.envelope.otherReceivers[0] NO_PLACE"],
    [noEmployer, "work.messageToEmployer NEEDS_EMPLOYER"],
    [noEmployer, "case.positionPercent NEEDS_EMPLOYER"],
    [full.replace("<Yrkesskade>true", "<Yrkesskade>false"), "medical.occupationalInjuryOn NEEDS_INJURY"],
    [
      full.replace(`V="L84" S="2.16.578.1.12.4.1.1.7170"`, `V="L84" S="1.2"`),
      "medical.mainDiagnosis.system UNLISTED_CODE",
    ],
    [full.replace(`<Arsakskode V="5"`, `<Arsakskode V="77"`), "medical.otherAbsence.codes[0] UNLISTED_CODE"],
    [
      full.replace(`<TypeOrganisation V="4"`, `<TypeOrganisation V="NXU"`),
      "case.envelope.sender.organisations[0].type UNLISTED_CODE",
    ],
    [full.replace(/(<SpmSvar>[\s\S]*<\/SpmSvar>)/, "$1$1"), "medical.answerGroups[0].answers[1] REPEATED_ID"],
    [full.replace("2026-03-08<", "snart<"), "periods[1] NO_PLACE"],
    [
      full.replace("<Reisetilskudd>true</Reisetilskudd>\n              </Periode>", "</Periode>"),
      "work.periods[4].kind NO_PLACE",
    ],
    [msgHeadOf(full), "case.envelope.ack NO_PLACE"],
    [certificateOf(full), "case.envelope.messageId NOT_SENT"],
    [certificateOf(full), "case.signer NOT_SENT"],
  ])("%#: %s", (document, loss) => expect(losses(document)).toContain(loss));

  test("an unlisted code is UGYLDIG where the enum has that word", () => {
    const odd = full.replace(`V="L84" S="2.16.578.1.12.4.1.1.7170"`, `V="L84" S="1.2"`);
    expect(at(printed(odd).json, "sykmelding", "medisinskVurdering", "hovedDiagnose", "system")).toBe("UGYLDIG");
  });

  test("groups that share an id are put together", () => {
    const group = /<SpmGruppe>[\s\S]*<\/SpmGruppe>/.exec(full)?.[0] ?? "";
    const twice = full.replace(group, group + group.replace("<SpmId>6.3.1", "<SpmId>6.3.2"));
    expect(Object.keys(at(printed(twice).json, "sykmelding", "utdypendeOpplysninger", "6.3") as JsonObject)).toEqual([
      "6.3.1",
      "6.3.2",
    ]);
  });
});

describe("the validation", () => {
  const hit: RuleHit = {
    tree: "DATO",
    rule: "FREMDATERT",
    outcome: "INVALID",
    textForSender: "for lang frem",
    textForPerson: "til deg",
  };
  const withHit = (outcome: RuleHit["outcome"]) => ({ ...parsed(full).case, ruleHits: [{ ...hit, outcome }] });
  const validation = (event: RecordSource): Json => at(printSykmeldingRecord(event).json, "validation");
  const timestamp = "2026-03-02T07:15:33Z";

  test("is OK without rules", () => expect(validation(source(full))).toEqual({ status: "OK", timestamp, rules: [] }));

  test("is PENDING under manual assessment", () => {
    const pending = source(full, { assessment: "PENDING", case: withHit("MANUAL") });
    const rules = [{ type: "PENDING", name: "FREMDATERT", timestamp, validationType: "AUTOMATIC" }];
    expect(validation(pending)).toEqual({ status: "PENDING", timestamp, rules });
    expect(problems(printSykmeldingRecord(pending).json)).toEqual([]);
  });

  test("is INVALID with a reason for each when refused", () => {
    const { assessment: _, ...rest } = source(full, { case: withHit("INVALID") });
    const rejected = { ...rest, reasonClass: "RULE" as const, duplicateOf: null };
    const reason = { sykmeldt: "til deg", sykmelder: "for lang frem" };
    const rules = [{ type: "INVALID", name: "FREMDATERT", timestamp, validationType: "AUTOMATIC", reason }];
    expect(isReadable(rejected)).toBe(true);
    expect(validation(rejected)).toEqual({ status: "INVALID", timestamp, rules });
    expect(problems(printSykmeldingRecord(rejected).json)).toEqual([]);
    expect(isReadable({ ...rejected, work: null })).toBe(false);
  });

  test("names the class of a refusal that no rule stands behind", () => {
    const { assessment: _, ...rest } = source(full);
    const receipt = {
      wanted: true,
      status: "REFUSED" as const,
      errors: [{ system: null, code: "X99", text: "duplikat" }],
    };
    const rejected = { ...rest, case: { ...rest.case, receipt }, reasonClass: "DUPLICATE" as const, duplicateOf: null };
    expect(at(validation(rejected), "rules", 0)).toMatchObject({
      name: "DUPLICATE",
      reason: { sykmelder: "duplikat" },
    });
  });
});
