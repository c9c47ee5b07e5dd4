import { E } from "@samvirke/kernel";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { defaultLimits, guard, parseCertificate, readEnvelope } from "../src/index.ts";
import { bytes, full, msgHeadOf, parsed, refused } from "./documents.ts";

const verdict = (document: Uint8Array | string, limits = defaultLimits): string => {
  const result = guard(typeof document === "string" ? bytes(document) : document, limits);
  return E.isLeft(result) ? result.left.reason : "passes";
};

const utf16 = (text: string, bigEndian: boolean, mark: boolean): Uint8Array => {
  const units = Buffer.from(mark ? `\uFEFF${text}` : text, "utf16le");
  return bigEndian ? units.swap16() : units;
};

const withinMillis = (most: number, work: () => void): void => {
  const begin = performance.now();
  work();
  expect(performance.now() - begin).toBeLessThan(most);
};

const declared = `<?xml version="1.0"?><!DOCTYPE a [<!ENTITY x "y">]><a>&x;</a>`;

describe("a DOCTYPE is refused", () => {
  test.each([
    ["plain", declared],
    ["after white space", `\n  <!DOCTYPE a><a/>`],
    ["after a comment that names another element", `<!-- <a/> --><!DOCTYPE a><a/>`],
    ["after a processing instruction", `<?x <a> ?><!DOCTYPE a><a/>`],
    ["in lower case", `<!doctype a><a/>`],
    ["with an external subset", `<!DOCTYPE a SYSTEM "file:///etc/passwd"><a/>`],
    ["inside an element", `<a><!DOCTYPE a></a>`],
  ])("%s", (_name, document) => expect(verdict(document)).toBe("DOCTYPE"));

  test.each([
    ["UTF-8 with a mark", Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), Buffer.from(declared)])],
    ["UTF-16 little-endian with a mark", utf16(declared, false, true)],
    ["UTF-16 big-endian with a mark", utf16(declared, true, true)],
    ["UTF-16 little-endian without a mark", utf16(declared, false, false)],
    ["UTF-16 big-endian without a mark", utf16(declared, true, false)],
    ["under a declaration of another encoding", bytes(declared.replace(`"1.0"`, `"1.0" encoding="UTF-7"`))],
  ])("in %s", (_name, document) => expect(verdict(document)).toBe("DOCTYPE"));

  test("also when it declares an entity bomb, at once", () => {
    const levels = Array.from({ length: 30 }, (_, level) => `<!ENTITY l${level + 1} "${`&l${level};`.repeat(10)}">`);
    const bomb = `<!DOCTYPE a [<!ENTITY l0 "ha">${levels.join("")}]><a>&l30;</a>`;
    withinMillis(200, () => expect(refused(bomb)).toBe("HOSTILE DOCTYPE"));
  });

  test("but not the word in a text, a comment or a CDATA section", () => {
    expect(verdict("<a><!-- <!DOCTYPE a> --><![CDATA[<!DOCTYPE a>]]>&lt;!DOCTYPE a&gt;</a>")).toBe("passes");
  });
});

describe("what is no message is refused with its reason", () => {
  test.each([
    ["EMPTY", ""],
    ["EMPTY", " \n\t "],
    ["NOT_XML", '{"a":1}'],
    ["NOT_XML", "%PDF-1.7 <a/>"],
    ["BINARY", "<a>\0</a>"],
  ])("%s", (reason, document) => expect(verdict(document)).toBe(reason));

  test("BINARY for UTF-32", () => expect(verdict(Buffer.from("fffe00003c000000", "hex"))).toBe("BINARY"));
  test("TOO_LARGE beyond the limit, not at it", () => {
    const document = bytes(`<a>${"x".repeat(93)}</a>`);
    expect(verdict(document, { ...defaultLimits, maxBytes: document.length })).toBe("passes");
    expect(verdict(document, { ...defaultLimits, maxBytes: document.length - 1 })).toBe("TOO_LARGE");
  });
  test("TOO_DEEP at 10,000 levels and just beyond the limit, not at it", () => {
    const nested = (levels: number): string => "<a>".repeat(levels) + "</a>".repeat(levels);
    withinMillis(200, () => expect(refused(nested(10_000))).toBe("HOSTILE TOO_DEEP"));
    expect(verdict("<a>".repeat(10_000))).toBe("TOO_DEEP");
    expect(verdict(nested(defaultLimits.maxDepth))).toBe("passes");
    expect(verdict(nested(defaultLimits.maxDepth + 1))).toBe("TOO_DEEP");
  });
  test("TOO_COMPLEX for a flood of elements or of attributes", () => {
    const flood = `<a>${"<b/>".repeat(300_000)}</a>`;
    withinMillis(2_000, () => expect(refused(flood)).toBe("HOSTILE TOO_COMPLEX"));
    const attributes = Array.from({ length: 300_000 }, (_, index) => `a${index}=""`).join(" ");
    expect(verdict(`<a ${attributes}/>`)).toBe("TOO_COMPLEX");
  });
});

describe("what is broken is no certificate, and never an exception", () => {
  const whole = bytes(full);

  test("cut at every 100th byte", () => {
    const before = Buffer.from(whole).lastIndexOf("</EI_fellesformat>");
    for (let at = 100; at < before; at += 100) {
      const cut = whole.subarray(0, at);
      expect(refused(cut), `cut at ${at}`).toBe("NOT_WELL_FORMED");
      expect(readEnvelope(cut).message).toMatchObject({ start: expect.any(Number) });
    }
  });

  test.each([
    ["an entity nobody declared", "<a>&nobody;</a>"],
    ["a prefix nobody declared", "<p:a/>"],
    ["an attribute twice", `<a b="1" b="2"/>`],
    ["a control character", "<a>\u0001</a>"],
    ["a tag that another closes", "<a><b></a></b>"],
    ["two roots", "<a/><b/>"],
    ["text behind the root", "<a/>text"],
    ["a bare ampersand", "<a>a & b</a>"],
  ])("%s", (_name, document) => expect(refused(document)).toBe("NOT_WELL_FORMED"));

  test("random bytes, alone and in the middle of a message", () => {
    const property = fc.property(fc.uint8Array({ maxLength: 400 }), fc.nat(whole.length), (noise, at) => {
      const mixed = Buffer.concat([whole.subarray(0, at), noise, whole.subarray(at)]);
      for (const document of [noise, mixed]) {
        expect(["Left", "Right"]).toContain(parseCertificate(document)._tag);
        expect(readEnvelope(document).message.end).toBeLessThanOrEqual(document.length);
      }
    });
    fc.assert(property, { numRuns: 150 });
  });

  test("another XML document", () => expect(refused("<a/>")).toBe("NO_CERTIFICATE"));
  test("a certificate of another edition", () =>
    expect(refused(full.replaceAll("/2013-10-01", "/2099-01-01"))).toBe("NO_CERTIFICATE"));
  test("two certificates in one message", () => {
    const document = /<Document>\s*<RefDoc>[\s\S]*?<\/Document>/.exec(full)?.[0] ?? "";
    expect(refused(full.replace(document, document + document))).toBe("SEVERAL_CERTIFICATES");
    expect(refused(full.replace(msgHeadOf(full), msgHeadOf(full) + msgHeadOf(full)))).toBe("SEVERAL_CERTIFICATES");
  });
});

describe("20 MB are read in bounded time", () => {
  const long = 20 * 1024 * 1024;

  test("as text", () => {
    const document = bytes(full.replace("innspill tekst", "x ".repeat(long / 2)));
    withinMillis(5_000, () => expect(parsed(document).work.periods[2]?.inputToEmployer).toHaveLength(long));
  });

  test("as an attachment, described and not copied", () => {
    const document = bytes(full.replace("JVBERi0xLjQK", "QUJD".repeat(long / 4)));
    withinMillis(5_000, () => expect(parsed(document).medical.attachments[0]?.contentBytes).toBe((long / 4) * 3));
  });
});
