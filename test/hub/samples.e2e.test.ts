import { randomUUID } from "node:crypto";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join, resolve } from "node:path";
import { addDays, parseDay, printDay } from "@samvirke/kernel";
import { afterAll, describe, expect, inject, test } from "vitest";
import { linesOf, samvirke } from "./command.ts";
import type { Sent } from "./command.ts";
import { identityNumber } from "./persons.ts";

const folder = resolve("../shared/standards/samples/sykmelding-xml");
const isThere = existsSync(folder);
if (!isThere) process.stderr.write("SKIPPED: the field's sample messages are not beside the project\n");
const hub = inject("hub");
const scratch = mkdtempSync(join(tmpdir(), "samvirke-samples-"));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

interface Expected {
  readonly outcome: string;
  readonly route: string | null;
  readonly rules: ReadonlyArray<string>;
  readonly appRec: number | null;
  readonly warnings?: ReadonlyArray<string>;
}

interface Case {
  readonly file: string;
  /** Receipt time of a sample that carries none; near its own dates. */
  readonly receivedAt?: string;
  readonly expected: Expected;
  /** Why the index is not followed to the letter: the section that demands it. */
  readonly override?: string;
  /** One field that a rule looks at, altered, and what follows. */
  readonly altered: readonly [from: RegExp, to: string, Expected];
}

const accepted: Expected = { outcome: "accepted", route: "automatic", rules: [], appRec: 1 };
const rejected = (rule: string): Expected => ({ outcome: "rejected", route: "automatic", rules: [rule], appRec: 2 });

const cases: ReadonlyArray<Case> = [
  {
    file: "SM2013_7uker.xml",
    receivedAt: "2022-01-03T10:00:00Z",
    expected: rejected("MEDISINSK_ARSAK_UGYLDIG"),
    override:
      "fact sheet 8.3 no. 9: a medical cause outside 1, 2, 3, 9 is refused before the rules; the sample has the code A",
    altered: [/(<ho:MedisinskeArsaker>\s*<ho:Arsakskode [^>]*)V="A"/, '$1V="1"', accepted],
  },
  {
    file: "SM2013_forenklet.xml",
    receivedAt: "2022-01-04T13:00:00Z",
    expected: rejected("UGYLDIG_KODEVERK_FOR_HOVEDDIAGNOSE"),
    altered: [/1\.1\.7110" V="F72"/, '1.1.7170" V="F72"', accepted],
  },
  {
    file: "SM2013_normal.xml",
    receivedAt: "2022-01-05T11:00:00Z",
    expected: { ...accepted, warnings: ["DIAGNOSIS_TEXT_MISMATCH"] },
    altered: [/V="L84"/, 'V="L18"', rejected("UGYLDIG_KODEVERK_FOR_HOVEDDIAGNOSE")],
  },
  {
    file: "fellesformat.xml",
    expected: {
      ...accepted,
      route: "manual",
      rules: ["MINDRE_ENN_1_MAANED_MED_BEGRUNNELSE"],
      warnings: ["IDENTITY_NUMBER_CHECKSUM"],
    },
    altered: [/<BegrunnIkkeKontakt>[^<]*<\/BegrunnIkkeKontakt>/, "", rejected("MINDRE_ENN_1_MAANED")],
  },
  {
    file: "generated_sm.xml",
    receivedAt: "2018-10-19T10:00:00Z",
    expected: {
      ...rejected("UGYLDIG_KODEVERK_FOR_BIDIAGNOSE"),
      appRec: null,
      warnings: ["DATE_WITH_OFFSET", "UNKNOWN_SENDER"],
    },
    altered: [/V="-57"/, 'V="K74"', { ...accepted, appRec: null }],
  },
  {
    file: "sykemelding2013Regelsettversjon2.xml",
    expected: rejected("AVSENDER_FNR_ER_SAMME_SOM_PASIENT_FNR"),
    override: "fact sheet 9.2 VALIDERING: the sample's signer and person have the same number, which the rule refuses",
    altered: [/avsenderFnrFraDigSignatur="[^"]*"/, `avsenderFnrFraDigSignatur="${identityNumber(71_000)}"`, accepted],
  },
];

const read = (file: string): string => readFileSync(join(folder, file), "latin1");

const put = (file: string, content: string): string => {
  const path = join(scratch, file);
  writeFileSync(path, Buffer.from(content, "latin1"));
  return path;
};

const withNewIds = (content: string): string =>
  content
    .replace(/(<(?:\w+:)?MsgId>)[^<]*/, `$1${randomUUID()}`)
    .replace(/ediLoggId="[^"]*"/, `ediLoggId="${randomUUID()}"`);

const personParts = /<(?:\w+:)?(Patient|Fodselsnummer)>[\s\S]*?<\/(?:\w+:)?\1>/g;

/** Another person, and every date of the document moved, so that no sample is known by its name, number or day. */
const asAnother = (content: string, days: number): string => {
  const number = /Fodselsnummer>\s*<(?:\w+:)?Id[^>]*>(\d{11})/.exec(content)?.[1] ?? "none";
  return (
    withNewIds(content)
      .replace(personParts, (part) => part.replaceAll(number, identityNumber(70_000 + days)))
      .replace(/(<(?:\w+:)?(?:Etternavn|FamilyName)>)[^<]+/g, "$1Nynavn")
      // Days, but not those in the names of standards.
      .replace(/(?<![/\w.-]|v1\.2 )\d{4}-\d{2}-\d{1,2}/g, (text) => {
        const at = parseDay(text);
        return at === undefined ? text : printDay(addDays(at, days));
      })
  );
};

const shifted = (time: string, days: number): string => new Date(Date.parse(time) + days * 86_400_000).toISOString();

const send = async (path: string, receivedAt: string | undefined): Promise<Sent> => {
  const time = receivedAt === undefined ? [] : ["--received-at", receivedAt];
  const ran = await samvirke(hub, "send", "--wait", "--json", path, ...time);
  const [line] = linesOf(ran);
  if (!line) throw new Error(`no answer for ${basename(path)}: exit ${ran.code}`);
  return line;
};

// A synthetic number has its check digits in order, whatever the sample's had.
const withoutNumberWarning = ({ warnings = [], ...expected }: Expected): Expected => ({
  ...expected,
  warnings: warnings.filter((code) => !code.startsWith("IDENTITY_NUMBER")),
});

const expectLine = (line: Sent, expected: Expected): void => {
  expect({
    outcome: line.outcome,
    route: line.route,
    rules: line.rules.map(({ rule }) => rule),
    appRec: line.appRec?.status ?? null,
  }).toEqual({ outcome: expected.outcome, route: expected.route, rules: expected.rules, appRec: expected.appRec });
  const codes = line.warnings.map(({ code }) => code);
  for (const code of expected.warnings ?? []) expect(codes).toContain(code);
};

describe.skipIf(!isThere)("the field's samples", () => {
  test("are answered line by line with the fields that the command promises", async () => {
    const ran = await samvirke(hub, "send", "--wait", "--json", folder);
    const lines = linesOf(ran);
    expect(lines.map(({ file }) => basename(file)).sort()).toEqual(cases.map(({ file }) => file).sort());
    const fields = [
      "file",
      "messageId",
      "kind",
      "format",
      "outcome",
      "route",
      "rules",
      "appRec",
      "warnings",
      "personId",
      "caseId",
      "ms",
    ];
    for (const line of lines) expect(Object.keys(line)).toEqual(expect.arrayContaining(fields));
    expect(lines.every(({ kind }) => kind === "sick-leave")).toBe(true);
    expect(ran.code).toBe(1);
  });

  test.each(cases)("$file has the outcome of the index", async ({ file, receivedAt, expected }) => {
    // The folder was sent above, so what was accepted there would be a duplicate now; only a person of its own is not.
    const content = expected.outcome === "rejected" ? withNewIds(read(file)) : asAnother(read(file), 0);
    expectLine(
      await send(put(`new-${file}`, content.replace(/>\s*$/, `>${" ".repeat(1 + (Date.now() % 500))}`)), receivedAt),
      withoutNumberWarning(expected),
    );
  });

  test.each(cases)(
    "$file about another person, on other days, is decided the same",
    async ({ file, receivedAt, expected }) => {
      const path = put(`other-${file}`, asAnother(read(file), 77));
      // Regelsettversjon2's signer keeps its number while the person gets another, so its one finding is gone.
      const follows = file.includes("Regelsettversjon2") ? accepted : withoutNumberWarning(expected);
      expectLine(await send(path, receivedAt && shifted(receivedAt, 77)), follows);
    },
  );

  test.each(cases)(
    "$file with one field altered follows the rule",
    async ({ file, receivedAt, altered: [from, to, follows] }) => {
      const content = withNewIds(read(file));
      expect(content).toMatch(from);
      expectLine(
        await send(
          put(`altered-${file}`, asAnother(content.replace(from, to), 154)),
          receivedAt && shifted(receivedAt, 154),
        ),
        follows,
      );
    },
  );
});
