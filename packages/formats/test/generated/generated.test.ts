import { describe, expect, test } from "vitest";
import { complaints } from "../schema-validation.ts";
import { hasStandards } from "../standards.ts";
import type { Ground } from "./documents.ts";
import { documentOf, groundOf } from "./documents.ts";
import type { Format } from "./formats.ts";
import { formats, messageOf } from "./formats.ts";
import { coverageOf, manyDocuments } from "./full-run.ts";
import type { Generated } from "./generate.ts";
import { partsOf } from "./generate.ts";
import { lostIn } from "./kept.ts";
import { saidByXPath } from "./xpath.ts";

const documents = manyDocuments(60);

const codesUsed = ({ said }: Generated, { codesFor }: Ground): ReadonlyArray<string> =>
  said.flatMap(({ leaf, value }) => (codesFor(leaf).length > 0 ? [`${leaf} = ${value}`] : []));

const wanted = ({ model, codesFor }: Ground): ReadonlyArray<string> =>
  partsOf(model).flatMap((part) => [part, ...codesFor(part).map((code) => `${part} = ${code}`)]);

const told = ({ said }: Generated): ReadonlyArray<string> => said.map(({ leaf, value }) => `${leaf} ${value}`).toSorted();

/** A warning is no refusal, but a valid document of chance earns none that its format does not name. */
const warnedIn = ({ warns }: Format, content: ReturnType<Format["read"]>): ReadonlyArray<string> =>
  content.warnings.map(({ code, rule }) => code ?? rule ?? "").filter((code) => !warns.includes(code));

describe.skipIf(!hasStandards)(`${documents} documents of chance: valid, said by XPath, and kept where the table has it`, () => {
  test.each(formats)(
    "$name",
    (format) => {
      const ground = groundOf(format);
      const coverage = coverageOf(format.name, wanted(ground));
      for (let seed = 0; seed < documents; seed += 1) {
        const made = documentOf(ground, seed);
        const message = messageOf(format, made.xml);
        coverage.see([...made.used, ...codesUsed(made, ground)]);
        expect(complaints(format.file, Buffer.from(made.xml)), `seed ${seed}`).toEqual([]);
        expect(saidByXPath(message, `//*[local-name()="${format.root}"]`), `seed ${seed}`).toEqual(told(made));
        const content = format.read(message);
        expect(lostIn(content, made.said, ground.places), `seed ${seed}`).toEqual([]);
        expect(warnedIn(format, content), `seed ${seed}`).toEqual([]);
      }
      coverage.tell();
    },
    documents * 100 + 30_000,
  );
});
