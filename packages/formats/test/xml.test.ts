import { parseDay } from "@samvirke/kernel";
import fc from "fast-check";
import { XmlCData, XmlDocument, XmlElement, XmlText } from "libxml2-wasm";
import { describe, expect, test } from "vitest";
import { defaultLimits } from "../src/xml/guard.ts";
import { openSource } from "../src/xml/source.ts";
import type { XmlNode } from "../src/xml/tree.ts";
import { readTree, textOf } from "../src/xml/tree.ts";
import { instantOf, readBoolean, readClockTime, readDay, readInteger } from "../src/xml/values.ts";
import { element, printXml } from "../src/xml/write.ts";
import type { XmlDraft } from "../src/xml/write.ts";
import { bytes, full } from "./documents.ts";

const latin1 = (text: string): Uint8Array => Buffer.from(text, "latin1");
const textIn = (document: Uint8Array): string => {
  const { root } = readTree(openSource(document), defaultLimits);
  return root ? textOf(root) : "";
};

describe("bytes are read as what they are, whatever the declaration says", () => {
  const declared = (body: string): string => `<?xml version="1.0" encoding="ISO-8859-1"?><a>${body}</a>`;

  test("UTF-8 declared as Latin-1", () => expect(textIn(bytes(declared("Bodø"))).trim()).toBe("Bodø"));
  test("Latin-1 declared as UTF-8", () =>
    expect(textIn(latin1(`<?xml version="1.0" encoding="UTF-8"?><a>Bodø</a>`))).toBe("Bodø"));
  test("both in one text", () =>
    expect(textIn(Buffer.concat([latin1("<a>på "), bytes("gård – €"), latin1(" ærlig</a>")]))).toBe(
      "på gård – € ærlig",
    ));
  test("UTF-16 with and without a mark", () => {
    expect(textIn(Buffer.from("\uFEFF<a>gård 😀</a>", "utf16le"))).toBe("gård 😀");
    expect(textIn(Buffer.from("<a>gård</a>", "utf16le").swap16())).toBe("gård");
  });
  test("places lead back to bytes", () => {
    const source = openSource(Buffer.from("\uFEFF<æ/>", "utf16le"));
    expect(source.byteOffset(source.text.indexOf("/"))).toBe(6);
  });
});

interface Plain {
  readonly name: string;
  readonly namespace: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly text: string;
  readonly children: ReadonlyArray<Plain>;
}

const ours = (node: XmlNode): Plain => ({
  name: node.name,
  namespace: node.namespace,
  attributes: Object.fromEntries(node.attributes.map(({ namespace, name, value }) => [`${namespace}|${name}`, value])),
  text: textOf(node),
  children: node.children.map(ours),
});

const theirs = (node: XmlElement): Plain => {
  const below: Array<Plain> = [];
  let text = "";
  for (let at = node.firstChild; at; at = at.next) {
    if (at instanceof XmlElement) below.push(theirs(at));
    else if (at instanceof XmlText || at instanceof XmlCData) text += at.content;
  }
  const attributes = node.attrs.map((each) => [`${each.namespaceUri}|${each.name}`, each.value] as const);
  return {
    name: node.name,
    namespace: node.namespaceUri,
    attributes: Object.fromEntries(attributes),
    text,
    children: below,
  };
};

const readByBoth = (document: Uint8Array): readonly [Plain | undefined, Plain] => {
  const { root } = readTree(openSource(document), defaultLimits);
  const judged = XmlDocument.fromBuffer(document);
  const read = theirs(judged.root);
  judged.dispose();
  return [root && ours(root), read];
};

describe("the elements are those that libxml2 reads", () => {
  test.each([
    ["a whole message", full],
    [
      "references and CDATA",
      `<a b="1&#10;2 &lt;&#x41;&quot;' &amp;amp;">x<![CDATA[<&]]>&gt;&#229;&#xE6;<!-- no -->y</a>`,
    ],
    ["white space in attributes and text", "<a b='1\n2\t3'>x\r\ny\rz</a>"],
    [
      "namespaces that come and go",
      `<p:a xmlns:p="u:1" xmlns="u:2"><b p:c="1" c="2"/><p:b xmlns:p="u:3" xmlns=""><c/></p:b></p:a>`,
    ],
    ["tags with room in them", `<a  b = "1"   c='2>3' ><b /></a >`],
    ["instructions between elements", `<?x y?><a><?z <b>?></a><!-- <c/> -->`],
  ])("%s", (_name, document) => {
    const [mine, judged] = readByBoth(bytes(document));
    expect(mine).toEqual(judged);
  });

  test("whatever is printed comes back", () => {
    // libxml2-wasm's strings lose a U+FEFF at their beginning when they are long: its reading is the wrong one there.
    const text = fc.string({ unit: "binary", maxLength: 20 }).map((value) => value.replaceAll("\uFEFF", ""));
    const name = fc.constantFrom("a", "b", "long-name", "æ", "_x.1");
    const { draft } = fc.letrec<{ draft: XmlDraft }>((tie) => ({
      draft: fc
        .tuple(name, text, fc.oneof({ depthSize: "small" }, text, fc.array(tie("draft"), { maxLength: 3 })))
        .map(([called, value, content]) => element(called, { v: value }, content)),
    }));
    fc.assert(
      fc.property(draft, (root) => {
        const [mine, judged] = readByBoth(printXml(root));
        expect(mine).toEqual(judged);
      }),
      { numRuns: 200 },
    );
  });
});

describe("dates keep the day that is written", () => {
  test.each([
    ["2018-10-19", "2018-10-19", undefined],
    ["2018-10-19+02:00", "2018-10-19", "DATE_WITH_OFFSET"],
    ["2004-04-12Z", "2004-04-12", "DATE_WITH_OFFSET"],
    ["2004-04-12-05:00", "2004-04-12", "DATE_WITH_OFFSET"],
    ["2004-04-12-06:00", "2004-04-12", "DATE_WITH_OFFSET"],
    ["2004-04-12-14:00", "2004-04-12", "DATE_WITH_OFFSET"],
    ["-0045-01-01", "-0045-01-01", undefined],
    ["12004-04-12", "12004-04-12", undefined],
    ["2020-02-1", "2020-02-01", "DATE_NOT_ISO"],
    [" 2020-02-01 ", "2020-02-01", undefined],
    ["2020-02-01T23:30:00-10:00", "2020-02-01", "DATE_NOT_ISO"],
  ])("%s", (text, day, finding) => {
    expect(readDay(text)).toEqual({ value: parseDay(day), finding });
  });

  test.each(["2021-02-29", "2020-13-01", "01.02.2020", "", "i dag", "2020-02-01+2"])("%s is no day", (text) =>
    expect(readDay(text)).toEqual({ value: undefined, finding: "VALUE_UNREADABLE" }),
  );
});

describe("clock times", () => {
  const at = (text: string) => {
    const { value } = readClockTime(text);
    return (
      value && { clock: new Date(value.clock).toISOString(), oslo: new Date(instantOf(value, "oslo")).toISOString() }
    );
  };
  test.each([
    ["2026-03-02T08:15:30+01:00", "2026-03-02T08:15:30.000Z", "2026-03-02T07:15:30.000Z"],
    ["2026-07-02T00:30:00", "2026-07-02T00:30:00.000Z", "2026-07-01T22:30:00.000Z"],
    ["2019-01-16T22:51:35.5317672+01:00", "2019-01-16T22:51:35.531Z", "2019-01-16T21:51:35.531Z"],
    ["2026-03-02T08:15:30Z", "2026-03-02T08:15:30.000Z", "2026-03-02T08:15:30.000Z"],
    ["2026-03-02T23:30:00-09:30", "2026-03-02T23:30:00.000Z", "2026-03-03T09:00:00.000Z"],
    ["2026-03-02", "2026-03-02T00:00:00.000Z", "2026-03-01T23:00:00.000Z"],
  ])("%s", (text, clock, oslo) => expect(at(text)).toEqual({ clock, oslo }));
  test.each(["2026-03-02T25:00:00", "8:15", "2026-02-30T08:00:00", ""])("%s is none", (text) =>
    expect(readClockTime(text).value).toBeUndefined(),
  );
});

test("booleans and numbers are read leniently and noted", () => {
  expect(["true", " 1 ", "0", "false"].map((text) => readBoolean(text).value)).toEqual([true, true, false, false]);
  expect(readBoolean("True")).toEqual({ value: true, finding: "BOOLEAN_NOT_XML" });
  expect(readBoolean("ja")).toEqual({ value: undefined, finding: "VALUE_UNREADABLE" });
  expect(["80", "-1", "+5", "080"].map((text) => readInteger(text).value)).toEqual([80, -1, 5, 80]);
  expect(readInteger("50.0")).toEqual({ value: 50, finding: "NUMBER_NOT_INTEGER" });
  expect(["80%", "50.5", "99999999999", "2147483648"].map((text) => readInteger(text).value)).toEqual([
    undefined,
    undefined,
    undefined,
    undefined,
  ]);
});

test("what XML cannot hold is not printed", () => {
  const printed = Buffer.from(printXml(element("a", { b: `1"<\n\u0000` }, "x\u0008<&>\uD800y"))).toString();
  expect(printed.split("\n").slice(1).join("\n")).toBe(`<a b="1&quot;&lt;&#10;">x&lt;&amp;&gt;y</a>`);
});
