import { describe, expect, test } from "vitest";
import { collectFindings } from "../../src/xml/findings.ts";
import { defaultLimits } from "../../src/xml/guard.ts";
import { openSource } from "../../src/xml/source.ts";
import type { XmlNode } from "../../src/xml/tree.ts";
import { readTree } from "../../src/xml/tree.ts";
import { printXml } from "../../src/xml/write.ts";
import { bytes } from "../documents.ts";
import { complaints } from "../schema-validation.ts";
import { manyDocuments } from "../generated/full-run.ts";
import { saidByXPath } from "../generated/xpath.ts";
import { hasStandards } from "../standards.ts";
import { parsed, wrapped } from "./documents.ts";
import type { Tested } from "./editions.ts";
import { tested } from "./editions.ts";
import type { Generated } from "./generate.ts";
import { generate } from "./generate.ts";
import { random } from "./random.ts";
import { namespacesOf } from "../../src/referral/namespaces.ts";
import { model } from "./xsd-model.ts";

const documents = manyDocuments(60);

const treeOf = (document: string): XmlNode => {
  const { root } = readTree(openSource(bytes(document)), defaultLimits);
  if (!root) throw new Error("no document");
  return root;
};

// Of a relative's birth the day is kept, not the hour.
const withDay = (said: string): string => said.replace(/(\/PatRelperson\/DateOfBirth\/@V [\d-]+)T.*/, "$1");

const sorted = (said: ReadonlyArray<string>): ReadonlyArray<string> => said.map(withDay).toSorted();

// Below the root, whatever its name.
const saidBy = (written: Uint8Array): ReadonlyArray<string> =>
  saidByXPath(written, "/*")
    .filter((said) => !said.endsWith(" "))
    .map((said) => said.slice(said.indexOf("/")));

const statedBy = ({ said }: Generated): ReadonlyArray<string> => said.map(([leaf, value]) => `/${leaf} ${value}`);

describe.skipIf(!hasStandards)("random documents", () => {
  describe.each(tested)("Henvisning $name", ({ file, root, edition }: Tested) => {
    const schema = hasStandards ? model(file, root) : undefined;

    test(
      "are read without a warning and written as they were, valid by the schema",
      () => {
        for (let seed = 0; seed < documents; seed += 1) {
          const made = generate(schema as NonNullable<typeof schema>, random(seed));
          expect(parsed(wrapped(made.xml)).warnings, `seed ${seed}`).toEqual([]);
          const value = edition.codec.read(treeOf(made.xml), collectFindings());
          const draft = edition.codec.write(value, root);
          const written = printXml({ ...(draft as NonNullable<typeof draft>), attributes: namespacesOf(edition) });
          expect(sorted(saidBy(written)), `seed ${seed}`).toEqual(sorted(statedBy(made)));
          expect(complaints(file, written), `seed ${seed}`).toEqual([]);
        }
      },
      documents * 100 + 30_000,
    );
  });
});
