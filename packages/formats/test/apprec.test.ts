import type { WireEnvelope } from "@samvirke/contracts";
import { E } from "@samvirke/kernel";
import { describe, expect, test } from "vitest";
import type { AppRecContent } from "../src/index.ts";
import { printAppRec10, readEnvelope } from "../src/index.ts";
import { bytes, certificateOf, full, msgHeadOf, parsed } from "./documents.ts";
import { complaints } from "./schema-validation.ts";
import { hasStandards } from "./standards.ts";

const ok: AppRecContent = { status: "OK", errors: [], genDate: Date.UTC(2026, 2, 2, 7, 16), id: "receipt-1" };
const refusal: AppRecContent = {
  ...ok,
  status: "REFUSED",
  errors: [
    { system: "2.16.578.1.12.4.1.1.8221", code: "X99", text: 'Perioden "a" & b < c\u0000 mangler' },
    { system: null, code: "X99", text: "Kode mangler" },
  ],
};

const envelopeOf = (document: string): WireEnvelope => parsed(document).case.envelope;
const print = (envelope: WireEnvelope, receipt: AppRecContent): string => {
  const printed = printAppRec10(envelope, receipt);
  return E.isRight(printed) ? Buffer.from(printed.right).toString() : printed.left._tag;
};
const appRecIn = (document: string): string => /<AppRec[\s\S]*<\/AppRec>/.exec(document)?.[0] ?? "";

describe("a receipt", () => {
  test("is wrapped as the message was, behind a short receiving station", () => {
    expect(print(envelopeOf(full), ok)).toBe(
      `<?xml version="1.0" encoding="UTF-8"?>\n` +
        `<EI_fellesformat xmlns="http://www.trygdeetaten.no/xml/eiff/1/">` +
        `<MottakenhetBlokk ediLoggId="2603020815test1.1" ebRole="Saksbehandler" ebService="Sykmelding" ebAction="Svar"/>` +
        `<AppRec xmlns="http://www.kith.no/xmlstds/apprec/2004-11-21"><MsgType V="APPREC"/>` +
        `<MIGversion>1.0 2004-11-21</MIGversion><GenDate>2026-03-02T07:16:00Z</GenDate><Id>2603020815test1.1</Id>` +
        `<Sender><HCP><Inst><Name>NAV</Name><Id>79768</Id><TypeId V="HER" DN="HER-id"/>` +
        `<AdditionalId><Id>889640782</Id><Type V="ENH" DN="Organisasjonsnummer"/></AdditionalId></Inst></HCP></Sender>` +
        `<Receiver><HCP><Inst><Name>Legehuset Tangen</Name><Id>8094866</Id><TypeId V="HER" DN="HER-id"/>` +
        `<AdditionalId><Id>999977773</Id><Type V="ENH" DN="Organisasjonsnummer"/></AdditionalId>` +
        `<HCPerson><Name>Kvist Odd Berg</Name><Id>14838110577</Id><TypeId V="FNR" DN="Fødselsnummer"/>` +
        `<AdditionalId><Id>009988776</Id><Type V="HPR" DN="HPR-nummer"/></AdditionalId></HCPerson></Inst></HCP></Receiver>` +
        `<Status V="1" DN="OK"/><OriginalMsgId>` +
        `<MsgType V="SYKMELD" DN="Medisinsk vurdering av arbeidsmulighet ved sykdom, sykmelding"/>` +
        `<IssueDate>2026-03-02T08:15:30+01:00</IssueDate><Id>5b0b7f9a-9d7e-4f59-8d6c-0a3d1f6a2b11</Id>` +
        `</OriginalMsgId></AppRec></EI_fellesformat>`,
    );
  });

  test("stands alone for a message head alone, under its own id", () => {
    const printed = print(envelopeOf(msgHeadOf(full)), ok);
    expect(printed).toMatch(/^<\?xml[^>]*>\n<AppRec xmlns="http:\/\/www.kith.no\/xmlstds\/apprec\/2004-11-21">/);
    expect(printed).toContain("<Id>receipt-1</Id>");
  });

  test("takes the second edition of the wrapping where the message had it", () => {
    const second = full.replaceAll("http://www.trygdeetaten.no/xml/eiff/1/", "http://www.nav.no/xml/eiff/2/");
    expect(print(envelopeOf(second), ok)).toContain(`<EI_fellesformat xmlns="http://www.nav.no/xml/eiff/2/">`);
  });

  test("says why it refuses, with everything escaped and control characters dropped", () => {
    expect(print(envelopeOf(full), refusal)).toContain(
      `<Status V="2" DN="Avvist"/>` +
        `<Error V="X99" S="2.16.578.1.12.4.1.1.8221" DN="Perioden &quot;a&quot; &amp; b &lt; c mangler"/>` +
        `<Error V="X99" S="2.16.578.1.12.4.1.1.8221" DN="Kode mangler"/>`,
    );
  });

  test("prints an empty text where the original's type has none", () => {
    const silent = full.replace(` DN="Medisinsk vurdering av arbeidsmulighet ved sykdom, sykmelding"`, "");
    expect(print(envelopeOf(silent), ok)).toContain(`<MsgType V="SYKMELD" DN=""/>`);
  });

  test("is for nobody where no sender is named", () =>
    expect(print(envelopeOf(certificateOf(full)), ok)).toBe("NobodyToAnswer"));

  test("is a receipt to whoever reads it", () =>
    expect(readEnvelope(bytes(print(envelopeOf(full), ok))).kind).toBe("receipt"));

  test.skipIf(!hasStandards).each([
    ["OK", full, ok],
    ["refusal", full, refusal],
    ["for a message head alone", msgHeadOf(full), refusal],
    ["without a date in the original", full.replace(/<GenDate>.*<\/GenDate>/, ""), ok],
    [
      "without receiver, names and identifiers",
      full
        .replace(/<Receiver>[\s\S]*<\/Receiver>/, "")
        .replace(/<OrganisationName>Legehuset.*<\/OrganisationName>/, "")
        .replace(/<Ident>[\s\S]*?<\/Ident>/g, ""),
      ok,
    ],
  ])("is valid by its schema: %s", (_name, document, receipt) => {
    const appRec = appRecIn(print(envelopeOf(document), receipt));
    expect(complaints("AppRec-v1-2004-11-21.xsd", bytes(appRec))).toEqual([]);
  });
});
