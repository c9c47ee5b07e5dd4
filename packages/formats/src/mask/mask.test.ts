import { createHmac } from "node:crypto";
import { describe, expect, test } from "vitest";
import { carriedIn } from "./canary.ts";
import { maskDocument } from "./mask-document.ts";
import { makeMasker } from "./masker.ts";
import type { Masker } from "./masker.ts";

const masker = (key = "key", stays: ReadonlyArray<string> = []): Masker =>
  makeMasker({ draw: (what) => createHmac("sha256", key).update(what).digest(), stays: new Set(stays) });

const number = "23825010009";
const other = "09818016937";
const canaries = [number, other, "Vilja", "Bjørklund", "Ryggen er vond etter løft", "999990019", "8140033", "55500000"];

const attachment = Buffer.from(`%PDF-1.4 ${"Vilja Bjørklund har vondt ".repeat(6)}`).toString("base64");
const message = `<?xml version="1.0" encoding="ENCODING"?><!-- Vilja Bjørklund ${number} -->
<MsgHead xmlns="http://www.kith.no/xmlstds/msghead/2006-05-24"><MsgInfo><Type V="SYKMELD" DN="Vilja"/>
<GenDate>2026-11-22T17:16:34Z</GenDate><MsgId>524d444e-b049-4cf7-953a-649acf244b8d</MsgId>
<Patient><FamilyName>Bjørklund</FamilyName><GivenName>Vilja</GivenName><Ident><Id>${number}</Id>
<TypeId V="FNR" S="2.16.578.1.12.4.1.1.8116"/></Ident></Patient></MsgInfo>
<Periode><PeriodeFOMDato>2026-11-22</PeriodeFOMDato><Sykmeldingsgrad>50</Sykmeldingsgrad></Periode>
<GenDate>Vilja</GenDate><TypeId V="${other}"/><TeleAddress V="tel:55500000"/><New a="8140033">999990019</New>
<Form><![CDATA[<?xml version="1.0"?><f><fom>2026-11-22</fom><navn>Vilja</navn></f>]]></Form>
<Note><![CDATA[Ryggen er vond etter løft, ${number}]]> &amp; Vilja &#66;jørklund</Note>
<Base64Container>${attachment}</Base64Container></MsgHead>`;

const text = (bytes: Uint8Array): string => Buffer.from(bytes).toString("utf8");
const masked = (bytes: Uint8Array, mask = masker()): string => text(maskDocument(bytes, undefined, mask).bytes);

describe("a masked document", () => {
  test.each<[string, BufferEncoding]>([
    ["UTF-8", "utf8"],
    ["ISO-8859-1", "latin1"],
  ])("in XML carries nothing of whom it was about: %s", (name, encoding) => {
    const bytes = Buffer.from(message.replace("ENCODING", name), encoding);
    expect(carriedIn(bytes, canaries)).toHaveLength(canaries.length);
    const { bytes: found, whole } = maskDocument(bytes, undefined, masker());
    expect(whole).toBeUndefined();
    expect(carriedIn(found, canaries)).toEqual([]);
    const shown = text(found);
    for (const kept of [
      '<Type V="SYKMELD" DN="',
      "<GenDate>2026-11-22T17:16:34Z</GenDate>",
      '<TypeId V="FNR" S="2.16.578.1.12.4.1.1.8116"/>',
      "<PeriodeFOMDato>2026-11-22</PeriodeFOMDato><Sykmeldingsgrad>50</Sykmeldingsgrad>",
    ])
      expect(shown).toContain(kept);
    const container = /<Base64Container>(.*)<\/Base64Container>/.exec(shown)?.[1] ?? "";
    expect(Buffer.from(container, "base64")).toHaveLength(Buffer.from(attachment, "base64").length);
    expect(Buffer.from(container, "base64").toString("latin1")).toMatch(/^%PDF-1\.4 *$/);
    expect(shown).not.toContain("<!--");
    expect(shown).toMatch(/&lt;f&gt;&lt;fom&gt;2026-11-22&lt;\/fom&gt;&lt;navn&gt;[A-Z][a-z]{4}&lt;\/navn&gt;/);
  });

  test("in JSON carries nothing of whom it was about, and keeps its keys, dates and codes", () => {
    const document = {
      resourceType: "Condition",
      from: "2026-11-22",
      to: "Vilja",
      subject: { identifier: { system: "urn:oid:2.16.578", value: number }, name: [{ family: "Bjørklund" }] },
      note: { text: `Ryggen er vond etter løft, Vilja ${other}`, [number]: 55_500_000 },
      isDone: true,
    };
    const bytes = Buffer.from(JSON.stringify(document));
    const shown = masked(bytes);
    expect(carriedIn(Buffer.from(shown), canaries)).toEqual([]);
    expect(JSON.parse(shown)).toMatchObject({
      resourceType: "Condition",
      from: "2026-11-22",
      subject: { identifier: { system: "urn:oid:2.16.578" } },
      isDone: true,
    });
  });

  test("that does not read, or is in another notation, is replaced whole and says so", () => {
    const broken = maskDocument(Buffer.from(`<a>${number}<b>`), undefined, masker());
    expect(broken).toEqual({ bytes: Buffer.alloc(17, " "), whole: "NOT_READABLE" });
    expect(maskDocument(Buffer.from(`{"a": "${number}"`), undefined, masker()).whole).toBe("NOT_READABLE");
    const avro = maskDocument(Buffer.from(number), "application/avro", masker());
    expect(avro).toEqual({ bytes: Buffer.alloc(11, " "), whole: "FORMAT_UNKNOWN" });
    const wide = maskDocument(Buffer.from(`<a>${number}</a>`, "utf16le"), undefined, masker());
    expect([wide.whole, wide.bytes.length]).toEqual(["NOT_READABLE", 36]);
  });
});

describe("a masker", () => {
  test("keeps birth, century, sex and soundness of an identity number, and makes it nobody's", () => {
    const mask = masker();
    expect(mask(number)).toMatch(/^2382501\d[02468]\d{2}$/);
    expect(mask("01010112377").slice(0, 7)).toBe("0181011");
    expect(mask("41010112373").slice(0, 7)).toBe("4181011");
    expect(mask(number)).not.toBe(number);
  });

  test("replaces the same value by the same other one, two values by two, with another key otherwise", () => {
    const mask = masker();
    const twenty = Array.from({ length: 20 }, (_, index) => `238250${String(10_000 + index)}`);
    expect(new Set(twenty.map(mask)).size).toBe(20);
    expect(twenty.map(mask)).toEqual(twenty.map(mask));
    expect(mask(`om ${number}.`)).toContain(mask(number));
    expect(masker("another")("Vilja Bjørklund")).not.toBe(mask("Vilja Bjørklund"));
    expect(masker("key", ["889640782"])("889640782")).toBe("889640782");
  });

  test("keeps length and kinds of signs of a text, and no sign of it", () => {
    const shown = masker()("Ærlig talt, 3 år! 😀");
    expect(shown).toMatch(/^[A-ZÆØÅ][a-zæøå]{4} [a-z]{4}, \d [a-zæøå]{2}! \?$/u);
    expect(
      [...shown].filter((sign, index) => /[\p{L}\d]/u.test(sign) && sign === [..."Ærlig talt, 3 år! 😀"][index]),
    ).toEqual([]);
  });

  test("gives another UUID of the same version", () =>
    expect(masker()("524d444e-b049-4cf7-953a-649acf244b8d")).toMatch(
      /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-9[0-9a-f]{3}-[0-9a-f]{12}$/,
    ));
});

describe("the scan", () => {
  test.each(["utf8", "latin1", "hex", "base64"] as const)(
    "finds what was planted as %s, wherever it stands",
    (form) => {
      for (const before of ["", "x", "xy", "xyz"]) {
        const planted =
          form === "hex" || form === "base64"
            ? Buffer.from(Buffer.from(`${before}Bjørklund og`).toString(form))
            : Buffer.from(`${before}Bjørklund og`, form);
        expect(carriedIn(planted, ["Bjørklund", number])).toEqual([0]);
      }
    },
  );
});
