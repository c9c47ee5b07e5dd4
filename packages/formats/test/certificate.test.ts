import { parseDay } from "@samvirke/kernel";
import { describe, expect, test } from "vitest";
import { certificateOf, full, msgHeadOf, parsed } from "./documents.ts";

const codes = (document: string): ReadonlyArray<string> =>
  parsed(document).warnings.map(({ code, path }) => `${code} ${path}`);

const root = "HelseOpplysningerArbeidsuforhet";

describe("what a sender gets wrong becomes a warning with a path and no value", () => {
  test.each([
    [
      "an element that nobody knows",
      full.replace("<Strekkode>", "<Ukjent>x</Ukjent><Strekkode>"),
      `UNKNOWN_ELEMENT ${root}/*[16]`,
    ],
    [
      "an attribute that nobody knows",
      full.replace("<Svangerskap>", `<Svangerskap x="1">`),
      `UNKNOWN_ATTRIBUTE ${root}/MedisinskVurdering/Svangerskap/@*`,
    ],
    [
      "a required element left out",
      full.replace(/<Strekkode>.*<\/Strekkode>/, ""),
      `MISSING_ELEMENT ${root}/Strekkode`,
    ],
    [
      "an element twice",
      full.replace("<NAVKontor>0301", "<NAVKontor>1</NAVKontor><NAVKontor>0301"),
      `DUPLICATE_ELEMENT ${root}/Pasient/NAVKontor`,
    ],
    [
      "a code with blanks around it",
      full.replace(`V="L84"`, `V=" L84"`),
      `CODE_TRIMMED ${root}/MedisinskVurdering/HovedDiagnose/Diagnosekode/@V`,
    ],
    [
      "an offset on a date",
      full.replace("2026-03-08<", "2026-03-08-06:00<"),
      `DATE_WITH_OFFSET ${root}/Aktivitet/Periode[2]/PeriodeFOMDato`,
    ],
    [
      "a date with one digit",
      full.replace("2026-03-08<", "2026-03-8<"),
      `DATE_NOT_ISO ${root}/Aktivitet/Periode[2]/PeriodeFOMDato`,
    ],
    [
      "a percentage that is no number",
      full.replace(">80<", ">åtti<"),
      `VALUE_UNREADABLE ${root}/Arbeidsgiver/Stillingsprosent`,
    ],
    [
      "a boolean that is none",
      full.replace("<Svangerskap>true", "<Svangerskap>ja"),
      `VALUE_UNREADABLE ${root}/MedisinskVurdering/Svangerskap`,
    ],
    [
      "a group of questions twice",
      full.replace(/(<SpmGruppe>[\s\S]*<\/SpmGruppe>)/, "$1$1"),
      `REPEATED_ID ${root}/UtdypendeOpplysninger/SpmGruppe[2]/SpmGruppeId`,
    ],
    ["text where none belongs", full.replace("<Tiltak>", "<Tiltak>fritekst"), `UNEXPECTED_TEXT ${root}/Tiltak`],
    [
      "a namespace of the wrong kind",
      full.replaceAll("fk1:City", "City"),
      `UNEXPECTED_NAMESPACE ${root}/Behandler/Adresse/City`,
    ],
    [
      "a date of the message head",
      full.replace("2026-03-02T08:15:30+01:00", "i går"),
      "VALUE_UNREADABLE MsgHead/MsgInfo/GenDate",
    ],
    [
      "a date of the receiving station",
      full.replace("2026-03-02T08:15:33", "da"),
      "VALUE_UNREADABLE MottakenhetBlokk/@mottattDatotid",
    ],
    ["a message id left out", full.replace(/<MsgId>.*<\/MsgId>/, ""), "MISSING_ELEMENT MsgHead/MsgInfo/MsgId"],
  ])("%s", (_name, document, warning) => expect(codes(document)).toEqual([warning]));

  test("two kinds in one period", () => {
    const both = full.replace("<GradertSykmelding>", "<AktivitetIkkeMulig/><GradertSykmelding>");
    expect(codes(both)).toEqual([`SEVERAL_CHOICES ${root}/Aktivitet/Periode[2]`]);
    expect(parsed(both).work.periods[1]).toMatchObject({ kind: "FULL", kindsAsSent: ["FULL", "GRADED"], grade: 50 });
  });

  test("and never the unknown name or the value itself", () => {
    const odd = full.replace("<Tiltak>", `<Tiltak hemmelig="x"><Hemmelig>hemmelig</Hemmelig>hemmelig`);
    expect(JSON.stringify(parsed(odd).warnings)).not.toMatch(/hemmelig/i);
  });
});

describe("values are kept as far as they can be read", () => {
  test("the day of a date with an offset is the day written", () => {
    const odd = full.replace("2026-03-08<", "2026-03-08-06:00<").replace("2026-03-14<", "2026-03-14+14:00<");
    expect(parsed(odd).work.periods[1]).toMatchObject({ from: parseDay("2026-03-08"), to: parseDay("2026-03-14") });
  });

  test("a code loses the blanks around it, free text and display text do not", () => {
    const odd = full
      .replace(`V="L84"`, `V=" L84 "`)
      .replace("Ryggsyndrom", " Ryggsyndrom ")
      .replace("melding tekst", " melding ");
    expect(parsed(odd).medical.mainDiagnosis).toMatchObject({ code: "L84", text: " Ryggsyndrom " });
    expect(parsed(odd).work.messageToEmployer).toBe(" melding ");
  });

  test("a period without two readable days is named apart, and its number is kept", () => {
    const odd = full.replace("2026-03-08<", "snart<");
    expect(parsed(odd).case.unreadablePeriods).toEqual([{ index: 1, from: null, to: parseDay("2026-03-14") }]);
    expect(parsed(odd).work.periods.map(({ index }) => index)).toEqual([0, 2, 3, 4]);
  });

  test.each([
    ["AvventendeSykmelding without its text", "<AvventendeSykmelding/>", "UNKNOWN", ["AWAITING"], null],
    [
      "AvventendeSykmelding with a blank text",
      "<AvventendeSykmelding><InnspillTilArbeidsgiver/></AvventendeSykmelding>",
      "AWAITING",
      ["AWAITING"],
      "",
    ],
    ["Reisetilskudd that says no", "<Reisetilskudd>false</Reisetilskudd>", "UNKNOWN", [], null],
    ["no kind at all", "", "UNKNOWN", [], null],
  ])("%s", (_name, content, kind, kindsAsSent, inputToEmployer) => {
    const odd = full.replace(/<AvventendeSykmelding>[\s\S]*<\/AvventendeSykmelding>/, content);
    expect(parsed(odd).work.periods[2]).toMatchObject({ kind, kindsAsSent, inputToEmployer });
  });

  test("a repeated group keeps both", () => {
    const odd = full.replace(/(<SpmGruppe>[\s\S]*<\/SpmGruppe>)/, "$1$1");
    expect(parsed(odd).medical.answerGroups.map(({ groupId }) => groupId)).toEqual(["6.3", "6.3"]);
  });

  test("a main diagnosis without a code is given, and says nothing", () => {
    const odd = full.replace(/<HovedDiagnose>.*<\/HovedDiagnose>/, "<HovedDiagnose/>");
    expect(parsed(odd).medical.mainDiagnosis).toEqual({ system: null, code: null, text: null, originalText: null });
    expect(parsed(full.replace(/<HovedDiagnose>.*<\/HovedDiagnose>/, "")).medical.mainDiagnosis).toBeNull();
  });

  test("a nil system name is none", () => {
    const odd = full.replace(
      "<SystemNavn>Prøve-EPJ<",
      `<SystemNavn xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:nil="true"><`,
    );
    expect(parsed(odd).case.sendingSystem.name).toBeNull();
    expect(codes(odd)).toEqual([]);
  });

  test("a certificate that stands in the wrapping without a message head is read", () => {
    const bare = full.replace(msgHeadOf(full), certificateOf(full));
    expect(parsed(bare).case.envelope).toMatchObject({ format: "FELLESFORMAT_1", sender: null });
    expect(parsed(bare).case.signer?.numbers[0]?.value).toBe("14838110577");
  });

  test("an unknown code is kept", () => {
    const odd = full.replace(`<HarArbeidsgiver V="1"`, `<HarArbeidsgiver V="7"`);
    expect(parsed(odd).work.employment).toMatchObject({ count: "UNKNOWN", countCode: { code: "7" } });
  });

  test("the day of signing is Oslo's, the day of treatment is what is written", () => {
    const odd = full
      .replace("2026-03-02T08:15:30+01:00", "2026-07-01T22:30:00Z")
      .replace("2026-03-01T09:30:00", "2026-07-01T23:59:00-10:00");
    expect(parsed(odd).work).toMatchObject({
      signedOn: parseDay("2026-07-02"),
      treatedOn: parseDay("2026-07-01"),
      treatedClock: Date.UTC(2026, 6, 1, 23, 59),
      treatedAt: "2026-07-01T23:59:00-10:00",
    });
  });
});

describe("who signed", () => {
  test("is in the signature", () => {
    expect(parsed(full).case.signer).toMatchObject({ numbers: [{ value: "14838110577", type: { code: "FNR" } }] });
  });
  test("is the professional of the sender for a hospital, and where nobody vouches for a signature", () => {
    const hospital = full.replace(`ebService="Sykmelding"`, `ebService="SykmeldingVirksomhet"`);
    for (const document of [hospital, msgHeadOf(full)]) {
      expect(parsed(document).case.signer).toMatchObject({
        numbers: [{ value: "14838110577" }, { value: "009988776", type: { code: "HPR" } }],
        category: { code: "LE" },
      });
    }
  });
  test("is not known of a certificate alone", () => expect(parsed(certificateOf(full)).case.signer).toBeNull());
  test("may have a D-number", () => {
    const signed = full.replace(`avsenderFnrFraDigSignatur="1`, `avsenderFnrFraDigSignatur="5`);
    expect(parsed(signed).case.signer?.numbers[0]?.type.code).toBe("DNR");
  });
});

describe("attachments are described, their content stays where it is", () => {
  test("what is sent", () => {
    const [attachment, ...none] = parsed(full).medical.attachments;
    expect(none).toEqual([]);
    expect(attachment).toEqual({
      index: 1,
      kind: "ATTACHMENT",
      id: "attachment-1",
      connection: { system: null, code: "V", text: "Vedlegg", originalText: null },
      messageType: { system: null, code: "A", text: "Vedlegg", originalText: null },
      mimeType: "application/pdf",
      description: "notat.pdf",
      issuedText: "2026-03-01",
      reference: null,
      contentElements: 1,
      contentBytes: 9,
    });
  });
  test("a signature is none, nor is a document without the mark", () => {
    const jwt = full.replace("application/pdf", "application/jwt");
    const loose = full.replace(/<DocumentConnection[^>]*>/, "");
    expect(parsed(jwt).medical.attachments[0]?.kind).toBe("SIGNATURE");
    expect(parsed(loose).medical.attachments[0]?.kind).toBe("OTHER");
  });
  test("padding and line ends do not count as bytes", () => {
    const folded = full.replace("JVBERi0xLjQK", "JVBE\nRi0x\r\nLj Q=");
    expect(parsed(folded).medical.attachments[0]?.contentBytes).toBe(8);
  });
});

describe("the business content", () => {
  const content = (document: string): string => parsed(document).content;
  test("is the same whatever the wrapping, the indentation, the prefixes and the attachment", () => {
    const prefixed = certificateOf(full)
      .replace(/<(\/?)(?!\/|fk1:)/g, "<$1ho:")
      .replace("xmlns=", "xmlns:ho=")
      .replaceAll("fk1", "k");
    for (const same of [
      certificateOf(full),
      msgHeadOf(full),
      full.replace(/>\s+</g, "><"),
      prefixed,
      full.replace("JVBERi0xLjQK", "QUJD"),
    ]) {
      expect(content(same)).toBe(content(full));
    }
  });
  test("is the same in Latin-1", () => expect(parsed(Buffer.from(full, "latin1")).content).toBe(content(full)));
  test("is the same with another message id and another barcode, and not with another text", () => {
    expect(content(full.replace("5b0b7f9a", "6b0b7f9a").replace("strekkode-1", "strekkode-2"))).toBe(content(full));
    expect(content(full.replace("svar tekst", "svar  tekst"))).not.toBe(content(full));
  });
});
