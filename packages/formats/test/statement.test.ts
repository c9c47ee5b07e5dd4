import { readFileSync } from "node:fs";
import type { WorkAbilityAssessed } from "@samvirke/contracts";
import { E } from "@samvirke/kernel";
import { XmlDocument } from "libxml2-wasm";
import { describe, expect, test } from "vitest";
import type { ParsedStatement, StatementSample } from "../src/index.ts";
import {
  parseStatement,
  printStatement,
  printStatementMessage,
  readEnvelope,
  readStatementBody,
  readStatementMessage,
  statementFieldTable,
} from "../src/index.ts";
import { bytes, full } from "./documents.ts";
import { differences } from "./flatten.ts";
import { changeLeaf } from "./leaf-changer.ts";
import { leafDocument } from "./leaf-document.ts";
import { leavesOf } from "./leaves-of.ts";
import { randomStatement, seeded } from "./random-statement.ts";
import { complaints } from "./schema-validation.ts";
import { hasStandards, standards } from "./standards.ts";
import { day, typicalStatement } from "./statement-samples.ts";
import { xsdLeaves } from "./xsd-leaves.ts";

const schema = "NAV-Legeerklaring-2008-06-06.xsd";
const read = (document: string | Uint8Array): ParsedStatement => {
  const statement = parseStatement(typeof document === "string" ? bytes(document) : document);
  if (E.isLeft(statement)) throw new Error(statement.left.class);
  return statement.right;
};
const refusedAs = (document: string): string => {
  const statement = parseStatement(bytes(document));
  return E.isLeft(statement) ? statement.left.class : "read";
};
const assessed = ({ occasions, identity, case: shared, medical, warnings }: ParsedStatement): WorkAbilityAssessed => ({
  statementId: "5b1f0c52-7a1e-5d40-9c3a-000000000001",
  archiveId: "5b1f0c52-7a1e-5d40-9c3a-000000000002",
  aliases: [],
  receivedAt: Date.UTC(2026, 2, 2, 7, 15, 33),
  policyVersion: "1",
  warnings: warnings.length,
  occasions,
  identity,
  case: shared,
  medical,
});
const delivery = { objectId: "object-1", attachmentIds: ["a-1"], personKey: "", wire: "" };
const message = (statement: ParsedStatement) => printStatementMessage(assessed(statement), delivery);

const leaves = leavesOf("statement");
const namespace = "http://www.kith.no/xmlstds/legeerklaring/2008-06-06";
const values: Readonly<Record<string, string>> = {
  "LegeerklaringGjelder/@typeLegeerklaring": "1",
  "Pasientopplysninger/@flereArbeidsforhold": "2",
  "Pasientopplysninger/Pasient/Arbeidsforhold/@primartArbeidsforhold": "1",
  "Pasientopplysninger/Pasient/Arbeidsforhold/Virksomhet/VirksomhetsAdr/@adressetype": "WP",
  "Pasientopplysninger/Pasient/Arbeidsforhold/Virksomhet/VirksomhetsAdr/Teleinformasjon/@typeTelekom": "HP",
  "Pasientopplysninger/Pasient/Arbeidsforhold/Virksomhet/VirksomhetsAdr/PostalAddress/PostalCode": "0099",
  "Pasientopplysninger/Pasient/PersonAdr/@adressetype": "H",
  "Pasientopplysninger/Pasient/PersonAdr/Teleinformasjon/@typeTelekom": "MC",
  "Pasientopplysninger/Pasient/PersonAdr/PostalAddress/PostalCode": "0098",
  "PlanUtredBehandle/HenvistUtredning/@henvistDato": "2026-02-20",
  "PlanUtredBehandle/HenvistUtredning/@antattVentetid": "4",
  "PlanUtredBehandle/HenvistBehandling/@henvistDato": "2026-02-21",
  "PlanUtredBehandle/HenvistBehandling/@antattVentetid": "2",
  "DiagnoseArbeidsuforhet/@arbeidsuforFra": "2026-01-05",
  "DiagnoseArbeidsuforhet/DiagnoseKodesystem/@kodesystem": "5",
  "DiagnoseArbeidsuforhet/DiagnoseKodesystem/Enkeltdiagnose/@sortering": "0",
  "DiagnoseArbeidsuforhet/VurderingYrkesskade/@borVurderes": "1",
  "DiagnoseArbeidsuforhet/VurderingYrkesskade/@skadeDato": "2026-01-04",
  "ForslagTiltak/@tiltak": "1",
  "ForslagTiltak/AktueltTiltak/@typeTiltak": "7",
  "VurderingFunksjonsevne/Arbeidssituasjon/@arbeidssituasjon": "4",
  "VurderingFunksjonsevne/VurderingArbeidsevne/@gjenopptaArbeid": "1",
  "VurderingFunksjonsevne/VurderingArbeidsevne/@narGjenopptaArbeid": "1",
  "VurderingFunksjonsevne/VurderingArbeidsevne/@taAnnetArbeid": "1",
  "VurderingFunksjonsevne/VurderingArbeidsevne/@narTaAnnetArbeid": "1",
  "Prognose/@bedreArbeidsevne": "1",
  "ForbeholdLegeerklaring/@tilbakeholdInnhold": "1",
  "AndreOpplysninger/@onskesKopi": "1",
  "Kontakt/@kontakt": "5",
};
const changes = {
  root: "Legeerklaring",
  others: {
    "ForslagTiltak/AktueltTiltak/@typeTiltak": "6",
    "VurderingFunksjonsevne/Arbeidssituasjon/@arbeidssituasjon": "3",
    "Kontakt/@kontakt": "4",
    "DiagnoseArbeidsuforhet/DiagnoseKodesystem/@kodesystem": "3",
    "Pasientopplysninger/Pasient/PersonAdr/@adressetype": "PST",
    "Pasientopplysninger/Pasient/PersonAdr/Teleinformasjon/@typeTelekom": "HP",
  },
};
// The document says no occasion's rule but its own.
const written = (without: string): string =>
  leafDocument(
    leaves.filter((leaf) => leaf !== without),
    { root: "Legeerklaring", namespace, values },
  );
const variants = ["ForslagTiltak/BegrunnelseIkkeTiltak", "ForslagTiltak/BegrensningerTiltak"].map(written);
const inHead = (document: string): string =>
  `<MsgHead xmlns="http://www.kith.no/xmlstds/msghead/2006-05-24"><MsgInfo><Type V="LEGEERKL"/><GenDate>2026-03-02T08:15:30+01:00</GenDate><MsgId>1</MsgId><Sender/><Receiver/></MsgInfo><Document><RefDoc><Content>${document.replace(/^<\?.*\?>\n/, "")}</Content></RefDoc></Document></MsgHead>`;

describe("every leaf of the statement's schema", () => {
  test("stands in the field table once, and nothing else does", () => {
    expect(statementFieldTable.map(({ leaf }) => leaf).sort()).toEqual([...leaves].sort());
  });
  test("goes to the event, and to what welfare reads or no further by a named rule", () => {
    for (const { event, out, rule, leaf } of statementFieldTable) {
      expect(event.length, leaf).toBeGreaterThan(0);
      expect(out.length > 0 || rule !== undefined, leaf).toBe(true);
    }
  });
  test.skipIf(!hasStandards)("is in the committed list, as the schema has it", () => {
    expect(leaves).toEqual(xsdLeaves("Legeerklaring", schema));
  });
  test.skipIf(!hasStandards)("is in a document that the schema takes, and that gives no warning", () => {
    for (const document of variants) {
      expect(complaints(schema, bytes(document))).toEqual([]);
      expect(read(inHead(document)).warnings).toEqual([]);
    }
  });
  describe.each(statementFieldTable)("$leaf", ({ leaf, event, out }) => {
    const [before, changed] = variants
      .map((document) => [document, changeLeaf(document, leaf, changes)] as const)
      .find(([, after]) => after !== undefined) ?? ["", ""];
    const after = changed ?? "";
    test("changes the event fields named for it and no other", () => {
      expect(after).not.toBe(before);
      expect(differences(assessed(read(inHead(before))), assessed(read(inHead(after))))).toEqual([...event].sort());
    });
    test("changes what welfare reads where the table says so", () => {
      const [a, b] = [before, after].map((document) => message(read(inHead(document))).body);
      expect(differences(a, b)).toEqual([...out].sort());
    });
    test("is part of the business content", () => {
      expect(read(inHead(before)).content).not.toBe(read(inHead(after)).content);
    });
    test("is told as lost when it is not printed", () => {
      const losses = message(read(inHead(before))).losses.map(({ path }) => path.replace(/\[\d+\]/g, "[]"));
      expect(event.every((path) => losses.includes(path))).toBe(out.length === 0);
    });
  });
});

describe("what a case worker needs to plan work is in case", () => {
  const { case: shared, medical } = read(printStatement(typicalStatement));
  test("work, what cannot be done, when, measures and whom to ask", () => {
    expect(shared).toMatchObject({
      workSituations: [{ kind: "PAID_WORK" }, { kind: "OTHER", other: "frivillig" }],
      workDemands: "tunge løft",
      cannotDo: "løfte tungt",
      considerationInOtherWork: "sittende arbeid",
      canResumeWork: false,
      resumeWorkWhen: "AFTER",
      canTakeOtherWork: true,
      takeOtherWorkWhen: "NOW",
      reducedWorkAbilityDuration: "tre måneder",
      measures: [{ kind: "WORKPLACE_AIDS" }, { kind: "OTHER", text: "veiledning" }],
      measuresLimits: "ikke løft",
      contacts: [{ kind: "EMPLOYER" }, { kind: "OTHER", other: "kommunen" }],
      wantsCopy: true,
    });
  });
  test("and nothing of what is medical", () => {
    const told = JSON.stringify(shared);
    for (const text of [
      "L84",
      "Ryggsyndrom",
      "Fall på jobb",
      "Bedre enn før",
      "går sakte",
      "alvorlig mistanke",
      "MR av rygg",
    ]) {
      expect(told).not.toContain(text);
      expect(JSON.stringify(medical)).toContain(text);
    }
  });
});

describe("a sender's own ways", () => {
  const typical = Buffer.from(printStatement(typicalStatement)).toString();
  const warned = (document: string): ReadonlyArray<string> => read(document).warnings.map((w) => `${w.code} ${w.path}`);
  test("the words of the type where its code belongs", () => {
    const odd = Buffer.from(
      printStatement({ ...typicalStatement, type: "Legerklæring ved arbeidsuførhet" }),
    ).toString();
    expect(warned(odd)).toEqual(["TYPE_IS_TEXT MsgHead/MsgInfo/Type/@V"]);
    expect(readEnvelope(bytes(odd)).kind).toBe("medical-statement");
    expect(readEnvelope(bytes(odd.replace(/<Document>[\s\S]*<\/Document>/, ""))).kind).toBe("medical-statement");
  });
  test("a code outside its list is kept and told, in the part it belongs to", () => {
    const odd = typical.replace(`typeTiltak="4"`, `typeTiltak="9"`).replace(`kodesystem="5"`, `kodesystem="8"`);
    expect(read(odd).case.unlistedCodes).toEqual([
      { path: "Legeerklaring/ForslagTiltak/AktueltTiltak[1]/@typeTiltak", code: "9" },
    ]);
    expect(read(odd).case.measures[0]).toEqual({ kind: "UNKNOWN", text: "hev- og senkbord" });
    expect(read(odd).medical).toMatchObject({ diagnosisSystem: "8", unlistedCodes: [{ code: "8" }] });
    expect(warned(odd)).toEqual([
      "UNKNOWN_CODE Legeerklaring/ForslagTiltak/AktueltTiltak[1]/@typeTiltak",
      "UNKNOWN_CODE Legeerklaring/DiagnoseArbeidsuforhet/DiagnoseKodesystem/@kodesystem",
    ]);
    expect(JSON.stringify(read(odd).warnings)).not.toMatch(/"9"|"8"/);
  });
  test("a date with an offset keeps the day that is written", () => {
    const odd = typical.replace(`arbeidsuforFra="2026-01-05"`, `arbeidsuforFra="2026-01-05-11:00"`);
    expect(read(odd).medical.unfitFrom).toBe(day("2026-01-05"));
    expect(warned(odd)).toEqual(["DATE_WITH_OFFSET Legeerklaring/DiagnoseArbeidsuforhet/@arbeidsuforFra"]);
  });
  test("neither order nor a missing part stops it", () => {
    const prognosis = /<Prognose[\s\S]*<\/Prognose>/.exec(typical)?.[0] ?? "";
    const moved = typical.replace(prognosis, "").replace("<Pasientopplysninger", `${prognosis}<Pasientopplysninger`);
    expect(read(moved).case).toEqual(read(typical).case);
    expect(warned(typical.replace(prognosis, ""))).toEqual(["MISSING_ELEMENT Legeerklaring/Prognose"]);
  });
  test("plain ICPC names no edition, so no list is made up", () => {
    const systems = ["1", "3", "5"].map(
      (diagnosisSystem) =>
        read(printStatement({ ...typicalStatement, diagnosisSystem })).medical.diagnoses[0]?.code.system,
    );
    expect(systems).toEqual([null, "2.16.578.1.12.4.1.1.7110", "2.16.578.1.12.4.1.1.7170"]);
  });
  test("the number of the document counts, then the head's", () => {
    expect(readEnvelope(bytes(typical)).person?.value).toBe("01857012026");
    const without = typical.replace(` fodselsnummer="01857012026"`, "");
    expect(readEnvelope(bytes(without)).person).toEqual({ value: "01857012026", type: "FNR" });
    expect(read(without).identity.number?.type.code).toBe("FNR");
  });
  test.each([
    ["no statement", full, "NO_STATEMENT"],
    ["two of them", typical.replace(/(<Document>[\s\S]*<\/Document>)/, "$1$1"), "SEVERAL_STATEMENTS"],
    ["a broken document", typical.slice(0, -20), "NOT_WELL_FORMED"],
    ["a DOCTYPE", `<!DOCTYPE a>${typical}`, "HOSTILE"],
  ])("%s is told", (_name, document, reason) => expect(refusedAs(document)).toBe(reason));
});

describe("what welfare reads", () => {
  test("is what its own readers demand", () => {
    const printed = message(read(printStatement(typicalStatement)));
    expect(readStatementMessage(printed.message)).toEqual(E.right(printed.message));
    expect(readStatementBody(printed.body)).toEqual(E.right(printed.body));
  });
  test("also for a statement that says next to nothing", () => {
    const bare = inHead(`<Legeerklaring xmlns="${namespace}"/>`);
    expect(E.isRight(readStatementBody(message(read(bare)).body))).toBe(true);
  });
  test("is read strictly: an unknown key, a missing one and another type fail, by path alone", () => {
    const { body } = message(read(printStatement(typicalStatement)));
    const paths = (json: unknown) => {
      const result = readStatementBody(json);
      return E.isLeft(result) ? result.left.paths : [];
    };
    const { msgId: _msgId, ...missing } = body;
    expect(paths({ ...body, nytt: "hemmelig" })).toEqual(["nytt: never"]);
    expect(paths(missing)).toEqual(["msgId: never"]);
    expect(paths({ ...body, mottattDato: "2026-03-02T07:15:33Z" })).toEqual(["mottattDato: LocalDateTime"]);
  });
  test("times are in the zones that it expects", () => {
    const { body } = message(
      read(printStatement({ ...typicalStatement, unfitFrom: day("2026-07-01"), generatedAt: "2026-07-02T00:30:00Z" })),
    );
    expect(body).toMatchObject({
      mottattDato: "2026-03-02T07:15:33",
      legeerklaering: {
        signaturDato: "2026-07-02T02:30:00",
        sykdomsopplysninger: { arbeidsuforFra: "2026-07-01T00:00:00+02:00" },
      },
    });
  });
  test("says yes where the clinician says yes, and every occasion", () => {
    expect(message(read(printStatement(typicalStatement))).body).toMatchObject({
      legeerklaering: {
        arbeidsvurderingVedSykefravaer: true,
        yrkesrettetAttforing: true,
        uforepensjon: false,
        tilbakeholdInnhold: true,
        forslagTilTiltak: { behov: true, hjelpemidlerArbeidsplassen: true, andreTiltak: "veiledning" },
      },
    });
  });
});

const payloadOf = (document: Uint8Array): string =>
  /<Legeerklaring[\s\S]*<\/Legeerklaring>/.exec(Buffer.from(document).toString())?.[0] ?? "";
const count = Number(process.env["SAMVIRKE_DOCUMENTS"] ?? 150);

describe("random statements", () => {
  const samples: ReadonlyArray<StatementSample> = Array.from({ length: count }, (_, index) =>
    randomStatement(seeded(index)),
  );

  test.skipIf(!hasStandards)("are valid by the schema", () => {
    for (const sample of samples.slice(0, Math.max(60, count / 10))) {
      expect(complaints(schema, bytes(payloadOf(printStatement(sample))))).toEqual([]);
    }
  });

  test("say what the model says, by XPath and by the parser", () => {
    for (const sample of samples) {
      const printed = printStatement(sample);
      const document = XmlDocument.fromBuffer(bytes(payloadOf(printed)));
      const texts = (path: string): ReadonlyArray<string> =>
        document.find(path, { l: namespace }).map((node) => node.content);
      const { case: shared, medical, identity, occasions, warnings } = read(printed);
      expect(warnings).toEqual([]);
      expect(texts("//l:LegeerklaringGjelder/@typeLegeerklaring")).toEqual(sample.occasions);
      expect(occasions).toHaveLength(sample.occasions.length);
      expect(texts("//l:AktueltTiltak/l:HvilkeAndreTiltak")).toEqual(sample.measures.map(({ text }) => text));
      expect(shared.measures.map(({ text }) => text)).toEqual(sample.measures.map(({ text }) => text));
      expect(texts("//l:Enkeltdiagnose/@kodeverdi")).toEqual(sample.diagnoses.map(({ code }) => code));
      expect(medical.diagnoses.map(({ code }) => code.code)).toEqual(sample.diagnoses.map(({ code }) => code));
      expect(texts("//l:Pasient/@fodselsnummer")).toEqual([identity.number?.value]);
      expect(texts("//l:IkkeGjore")).toEqual(shared.cannotDo === null ? [] : [shared.cannotDo]);
      expect(texts("//l:BorTilbakeholdes")).toEqual(medical.withheldContent === null ? [] : [medical.withheldContent]);
      document.dispose();
    }
  });

  test("become what welfare's strict readers take", () => {
    for (const sample of samples) {
      const { body } = message(read(printStatement(sample)));
      const result = readStatementBody(body);
      expect(E.isLeft(result) ? result.left.paths : []).toEqual([]);
    }
  });

  test("hold every leaf and every code", () => {
    const all = samples.map((sample) => payloadOf(printStatement(sample)));
    const often = Math.max(1, Math.min(50, Math.floor(count / 40)));
    for (const leaf of leaves) {
      const last = leaf.slice(leaf.lastIndexOf("/") + 1);
      const holds = last.startsWith("@") ? ` ${last.slice(1)}="` : `<${last}`;
      expect(all.filter((text) => text.includes(holds)).length, leaf).toBeGreaterThanOrEqual(often);
    }
    for (const [attribute, codes] of [
      ["typeLegeerklaring", 4],
      ["typeTiltak", 7],
      ["arbeidssituasjon", 4],
      ["kontakt", 5],
      ["kodesystem", 5],
      ["flereArbeidsforhold", 3],
    ] as const) {
      for (let code = 1; code <= codes; code += 1) {
        expect(
          all.filter((text) => text.includes(` ${attribute}="${code}"`)).length,
          `${attribute} ${code}`,
        ).toBeGreaterThanOrEqual(often);
      }
    }
  });
});

describe.skipIf(!hasStandards)("the statement of the field", () => {
  const sample = (): Uint8Array => readFileSync(`${standards}samples/legeerklaering-xml/fellesformat_le.xml`);
  test("is read whole, with what is odd about it", () => {
    const statement = read(sample());
    expect(statement.warnings.map(({ code }) => code)).toEqual([
      "TYPE_IS_TEXT",
      "DATE_WITH_OFFSET",
      "DATE_WITH_OFFSET",
      "DATE_WITH_OFFSET",
    ]);
    expect(statement.occasions).toEqual(["REHABILITATION_BENEFIT"]);
    expect(statement.medical).toMatchObject({
      diagnosisSystem: "1",
      examination: { waitingWeeks: 3, referredOn: day("2017-11-05") },
    });
    expect(statement.case.contacts).toEqual([{ kind: "OTHER", other: "DPS" }]);
    expect(JSON.stringify(statement)).not.toMatch(/Ã|\uFFFD/);
    expect(readEnvelope(sample())).toMatchObject({
      kind: "medical-statement",
      person: { value: statement.identity.number?.value },
    });
    expect(E.isRight(readStatementBody(message(statement).body))).toBe(true);
  });
});
