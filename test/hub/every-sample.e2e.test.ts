import { createHash } from "node:crypto";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { addDays, parseDay, printDay } from "@samvirke/kernel";
import { afterAll, describe, expect, inject, test } from "vitest";
import { linesOf, samvirke } from "./command.ts";
import type { Sent } from "./command.ts";
import { identityNumber } from "./persons.ts";

const folder = resolve("../shared/standards/samples");
const isThere = existsSync(folder);
if (!isThere) process.stderr.write("SKIPPED: the field's sample messages are not beside the project\n");
const hub = inject("hub");
const scratch = mkdtempSync(join(tmpdir(), "samvirke-every-sample-"));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

type Side = "health" | "welfare" | "employer";

interface Case {
  readonly file: string;
  readonly from: Side;
  readonly kind: string;
  readonly outcome: string;
  /** Status of the receipt that the hub writes; null where none is due. */
  readonly appRec: number | null;
  /** Number of the person, where the document states one that can be changed. */
  readonly person?: string;
  /** Why the index is not followed to the letter, or what the file is when it is no message: the section that says so. */
  readonly because?: string;
  /** One field that decides something, altered, and what follows. */
  readonly altered: readonly [from: RegExp, to: string, outcome: string, appRec: number | null];
}

const cases: ReadonlyArray<Case> = [
  {
    file: "dialogmelding-xml/dialogmelding_dialog_notat.xml",
    from: "health",
    kind: "dialogue",
    outcome: "accepted",
    appRec: 1,
    altered: [/ebService="[^"]*"/, 'ebService="DialogmoteInnkalling"', "rejected", 2],
  },
  {
    file: "dialogmelding-xml/dialogmelding_dialog_svar_innkalling_dialogmote.xml",
    from: "health",
    kind: "dialogue",
    outcome: "accepted",
    appRec: 1,
    altered: [/ebService="[^"]*"/, 'ebService="HenvendelseFraLege"', "rejected", 2],
  },
  {
    file: "dialogmelding-xml/Dialogmelding_foresporsel_PLO_v1-0.xml",
    from: "health",
    kind: "dialogue",
    outcome: "accepted",
    appRec: null,
    person: "13116900216",
    altered: [/<\/MsgHead>/, "", "malformed", 2],
  },
  {
    file: "dialogmelding-xml/Testcase-Dialogmeldingen.zip-Case1.xml",
    from: "health",
    kind: "dialogue",
    outcome: "accepted",
    appRec: null,
    person: "13116900216",
    altered: [/<\/MsgHead>/, "", "malformed", 2],
  },
  {
    file: "apprec-xml/apprecOK.xml",
    from: "health",
    kind: "receipt",
    outcome: "accepted",
    appRec: null,
    altered: [/<\/ns2:AppRec>/, "", "malformed", null],
  },
  {
    file: "apprec-xml/MetadataTests_Apprec10.xml",
    from: "health",
    kind: "receipt",
    outcome: "accepted",
    appRec: null,
    altered: [/<\/AppRec>/, "", "malformed", null],
  },
  {
    file: "apprec-json/apprecOK.json",
    from: "welfare",
    kind: "receipt",
    outcome: "accepted",
    appRec: null,
    altered: [/\}\s*$/, "", "malformed", null],
  },
  {
    file: "legeerklaering-xml/fellesformat_le.xml",
    from: "health",
    kind: "medical-statement",
    outcome: "accepted",
    appRec: 1,
    person: "12349812345",
    altered: [/<\/EI_fellesformat>/, "", "malformed", 2],
  },
  {
    file: "henvisning-xml/henvisning_v1.0_n.xml",
    from: "health",
    kind: "referral",
    outcome: "accepted",
    appRec: null,
    person: "13116900216",
    // Cancelled before it is known under its new ids: kept, and nothing is wrong with it.
    altered: [/<ServType V="N" DN="Ny"\/>/, '<ServType V="C" DN="Kansellering"/>', "accepted", null],
  },
  {
    file: "henvisning-xml/Henvisning_ny_tilstand_v2-0_Ny.xml",
    from: "health",
    kind: "referral",
    outcome: "accepted",
    appRec: null,
    person: "13116900216",
    altered: [/<ServType V="N" DN="Ny"\/>/, '<ServType V="C" DN="Kansellering"/>', "accepted", null],
  },
  {
    file: "henvisning-xml/TestcaseHenvisningMottak.zip-Case1.xml",
    from: "health",
    kind: "referral",
    outcome: "accepted",
    appRec: null,
    person: "12057900499",
    // Cancelled before it is known under its new ids: kept, and nothing is wrong with it.
    altered: [/<ServType V="N" DN="Ny"\/>/, '<ServType V="C" DN="Kansellering"/>', "accepted", null],
  },
  {
    file: "oppfolgingsplan-xml/oppfolging_2913_02.xml",
    from: "employer",
    kind: "follow-up-plan",
    outcome: "accepted",
    appRec: null,
    altered: [/<ServiceCode>2913/, "<ServiceCode>2914", "unsupported", null],
  },
  {
    file: "oppfolgingsplan-xml/lps_test.xml",
    from: "employer",
    kind: "follow-up-plan",
    outcome: "accepted",
    appRec: null,
    person: "19087999648",
    altered: [/<\/ns5:melding>/, "", "malformed", null],
  },
  {
    file: "sykmelding-json-legacy/gyldig-receivedsykmelding-minimal.json",
    from: "welfare",
    kind: "sick-leave",
    outcome: "accepted",
    appRec: null,
    altered: [/\}\s*$/, "", "malformed", null],
  },
  {
    file: "sykmelding-json-tsm/v27_xml-emottak-edi-min.json",
    from: "welfare",
    kind: "sick-leave",
    outcome: "accepted",
    appRec: null,
    altered: [/"metadata" : \{/, '"metadata" : { "ukjent": 1,', "malformed", null],
  },
  {
    file: "sykmeldingstatus-json/gyldig-sykmeldingstatus-minimal.json",
    from: "welfare",
    kind: "status",
    outcome: "accepted",
    appRec: null,
    person: "12345678910",
    altered: [/"SENDT"/, '"UKJENT"', "malformed", null],
  },
  {
    file: "validationresult-json/gyldig-validationresult-ok.json",
    from: "welfare",
    kind: "validation",
    outcome: "malformed",
    appRec: null,
    because: "canonical model R8: a result is about the certificate in its record's key, and the bare file has no key",
    altered: [/^[\s\S]*$/, '{"key":"7f5bc53b-8b99-4f6a-a4c8-033df15050d1","value":$&}', "accepted", null],
  },
  {
    file: "arbeidsgiversykmelding-json/gyldig-arbeidsgiversykmelding-minimal.json",
    from: "welfare",
    kind: "unknown",
    outcome: "malformed",
    appRec: null,
    because:
      "fact sheet 6.1 and canonical model R9: it is what an employer gets, and nobody sends it; to the door it is none of the documents that cross",
    altered: [/"REISETILSKUDD"/, '"GRADERT"', "malformed", null],
  },
  {
    file: "fhir-xml/no-basis-Patient-Espen-Eksempel.xml",
    from: "health",
    kind: "unknown",
    outcome: "unsupported",
    appRec: null,
    because: "canonical model A4: a Patient alone is no document that crosses",
    altered: [/<Patient/, "<Observation", "malformed", null],
  },
  ...["AktorV2", "JournalfoeringHendelseRecord", "Navn", "Personhendelse", "dialogmote_status_endring"].map(
    (name): Case => ({
      file: `avro/${name}.avsc`,
      from: "welfare",
      kind: "unknown",
      outcome: "malformed",
      appRec: null,
      because: "INDEX.tsv: a contract, not a message; to the door it is JSON of no known document",
      altered: [/"record"/, '"enum"', "malformed", null],
    }),
  ),
  ...["SM2013DynaRegel_v1_4", "SM2013DynaSpm_v1_4", "SM2013Ledetekst_v1_4"].map((name): Case => ({
    file: `sykmelding-rulesets/${name}.xml`,
    from: "health",
    kind: "unknown",
    outcome: "unsupported",
    appRec: null,
    because: "INDEX.tsv: configuration, not a message",
    altered: [/<\/[\w:]+>\s*$/, "", "malformed", null],
  })),
];

const read = (file: string): string => readFileSync(join(folder, file), "latin1");

const put = (file: string, content: string): string => {
  const path = join(scratch, file);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, Buffer.from(content, "latin1"));
  return path;
};

const uuid = /\b[0-9A-Fa-f]{8}-(?:[0-9A-Fa-f]{4}-){3}[0-9A-Fa-f]{12}\b/g;

/** Every UUID becomes another, the same one the same other, so that references still hold. */
const withNewIds = (content: string, salt: string): string =>
  content
    .replace(uuid, (id) =>
      createHash("sha256")
        .update(`${salt} ${id.toLowerCase()} ${process.pid}`)
        .digest("hex")
        .replace(/^(.{8})(.{4}).(.{3}).(.{3})(.{12}).*$/, "$1-$2-4$3-8$4-$5"),
    )
    .replace(/archiveReference="AR\d+"/, `archiveReference="AR${process.pid}${salt.length}"`)
    .replace(/ediLoggId="[^"]*"/, `ediLoggId="edi-${salt}-${process.pid}"`)
    .replace(/"msg-id"/, `"msg-${salt}-${process.pid}"`);

/** Other ids, another synthetic person, and every day moved. */
const asAnother = ({ file, person }: Case, salt: string, days: number): string => {
  const place = cases.findIndex((one) => one.file === file);
  const moved = withNewIds(read(file), `${salt} ${file}`).replace(
    /(?<![/\w.-]|v1\.2 )\d{4}-\d{2}-\d{2}(?!\d)/g,
    (text) => {
      const at = parseDay(text);
      return at === undefined ? text : printDay(addDays(at, days));
    },
  );
  // What has no id of its own is the same message until its bytes differ.
  const own = moved.trimEnd() + " ".repeat(salt.length) + "\n";
  return person === undefined ? own : own.replaceAll(person, identityNumber(80_000 + days * 100 + place));
};

const send = async (path: string, from: Side): Promise<Sent> => {
  const ran = await samvirke(hub, "send", "--wait", "--json", "--from", from, path);
  const [line] = linesOf(ran);
  if (!line) throw new Error(`no answer: exit ${ran.code} ${ran.stderr.slice(0, 500)}`);
  return line;
};

const told = ({ outcome, appRec }: Sent): object => ({ outcome, appRec: appRec?.status ?? null });

describe.skipIf(!isThere)("every other sample of the field", () => {
  test("stands in the table, and nothing else does", () => {
    const [, ...lines] = readFileSync(join(folder, "INDEX.tsv"), "utf8").trim().split("\n");
    const files = lines.map((line) => line.split("\t").slice(0, 2).join("/"));
    const others = files.filter((file) => !file.startsWith("sykmelding-xml/"));
    expect(cases.map(({ file }) => file).sort()).toEqual(others.sort());
  });

  test.each(cases)("$file ends as $outcome", async ({ file, from, kind, outcome, appRec }) => {
    const line = await send(join(folder, file), from);
    expect({ ...told(line), kind: line.kind }).toEqual({ outcome, appRec, kind });
  });

  test.each(cases)("$file about another person, on other days, ends the same", async (one) => {
    const line = await send(put(`other/${one.file}`, asAnother(one, "other", -21)), one.from);
    expect(told(line)).toEqual({ outcome: one.outcome, appRec: one.appRec });
  });

  test.each(cases)("$file with one field altered follows the rules", async (one) => {
    const [from, to, outcome, appRec] = one.altered;
    const content = asAnother(one, "altered", -42);
    const changed = content.replace(from, to);
    expect(changed).not.toBe(content);
    expect(told(await send(put(`altered/${one.file}`, changed), one.from))).toEqual({ outcome, appRec });
  });
});
