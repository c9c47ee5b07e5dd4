import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { problems } from "@samvirke/contracts";
import { defaultPolicy, refusalCatalogue } from "@samvirke/domain";
import { certificateFieldTable, parseAppRec } from "@samvirke/formats";
import { E, parkReasons } from "@samvirke/kernel";
import { expect, test } from "vitest";
import { catalogueFolder } from "./page.ts";
import { cataloguePages } from "./pages.ts";
import { receiptExample } from "./receipt-example.ts";

const root = fileURLToPath(new URL("../../../../../", import.meta.url));
const pages = cataloguePages(defaultPolicy);
const refusals = refusalCatalogue(defaultPolicy);
const docRoot = "HelseOpplysningerArbeidsuforhet/";
const repair = "run node services/operations/src/adapter/catalogue/write-pages.ts";
const leaves = certificateFieldTable.map(({ leaf }) => leaf);
const heads = [/^MsgHead\/(MsgInfo\/(GenDate|MsgId|Sender|Receiver|Patient)|Document)/, /^MottakenhetBlokk\/@/];

test("the catalogue that is committed says what the tables say, page by page, and no more", () => {
  const committed = readdirSync(join(root, catalogueFolder), { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".md"))
    .map((name) => `${catalogueFolder}/${name}`);
  expect([...committed].sort(), repair).toEqual(pages.map(({ path }) => path).sort());
  for (const { path, text } of pages)
    expect(readFileSync(join(root, path), "utf8") === text, `${path}: ${repair}`).toBe(true);
});

test("every problem type and every refusal has a page of its own", () => {
  const paths = new Set(pages.map(({ path }) => path));
  expect(paths.size).toBe(pages.length);
  for (const name of Object.keys(problems)) expect(paths).toContain(`${catalogueFolder}/problems/${name}.md`);
  const codes = new Set(refusals.flatMap(({ error }) => (error === null ? [] : [error.code])));
  expect(pages).toHaveLength(1 + Object.keys(problems).length + parkReasons.length + codes.size + refusals.length);
});

test("every link leads to a page", () => {
  const paths = new Set(pages.map(({ path }) => path));
  for (const { path, text } of pages)
    for (const [, target] of text.matchAll(/\]\(([^)]+\.md)\)/g))
      expect(paths, `${path} to ${target}`).toContain(join(dirname(path), target ?? ""));
  expect(existsSync(join(root, catalogueFolder, "README.md"))).toBe(true);
});

test.each(refusals.flatMap((one) => (one.error === null ? [] : [[one.name, one.error] as const])))(
  "the receipt shown for %s is one, with its code and text",
  (_, error) => {
    const parsed = parseAppRec(Buffer.from(receiptExample(error).join("\n")));
    expect(E.isRight(parsed) && parsed.right.content.errors).toMatchObject([{ code: error.code, text: error.text }]);
  },
);

test("every element of the certificate is one of its schema", () => {
  for (const { path } of refusals.filter(({ kind, path: at }) => kind === "sick-leave" && at !== "")) {
    const below = path.startsWith(docRoot) ? path.slice(docRoot.length) : undefined;
    const isKnown =
      below === undefined
        ? heads.some((head) => head.test(path))
        : leaves.some((leaf) => leaf === below || leaf.startsWith(`${below}/`));
    expect(isKnown, path).toBe(true);
  }
});
