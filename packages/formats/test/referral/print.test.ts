import { E } from "@samvirke/kernel";
import { describe, expect, test } from "vitest";
import type { ReferralVersion } from "../../src/referral/print/print-referral.ts";
import { printReferral } from "../../src/referral/print/print-referral.ts";
import { complaints } from "../schema-validation.ts";
import { manyDocuments } from "../generated/full-run.ts";
import { hasStandards } from "../standards.ts";
import { parsed, wrapped } from "./documents.ts";
import { tested } from "./editions.ts";
import { generate } from "./generate.ts";
import { random } from "./random.ts";
import { model } from "./xsd-model.ts";

// Five editions are printed as each edition, so each is printed as often as is asked.
const documents = Math.ceil(manyDocuments(60) / 5);
const referralId = "5b1f0c52-7a1e-5d40-9c3a-000000000001";

const fileOf = (version: ReferralVersion): string => `Henvisning-v${version}.xsd`;

const documentIn = (bytes: Uint8Array): Uint8Array => {
  const text = Buffer.from(bytes).toString("utf8");
  return Buffer.from(/<Henvisning[\s\S]*<\/Henvisning>/.exec(text)?.[0] ?? text);
};

const headIn = (bytes: Uint8Array): Uint8Array =>
  Buffer.from(
    Buffer.from(bytes)
      .toString("utf8")
      .replace(/<Content>[\s\S]*<\/Content>/, "<Content/>"),
  );

const readings = tested.map(({ name, file, root }) => ({ name, schema: hasStandards ? model(file, root) : undefined }));
const versions: ReadonlyArray<ReferralVersion> = ["0.9", "0.91", "1.0", "1.1", "2.0"];
const pairs = readings.flatMap((reading) => versions.map((version) => ({ ...reading, version })));

describe.skipIf(!hasStandards)("a referral of one version printed as another", () => {
  test.each(pairs)(
    "$name as $version is valid by the schema, and is not printed without the diagnosis it demands",
    ({ schema, version }) => {
      for (let seed = 0; seed < documents; seed += 1) {
        const { xml } = generate(schema as NonNullable<typeof schema>, random(seed));
        const parts = parsed(wrapped(xml));
        const printed = printReferral({ parts, referralId }, version);
        const isCoded = parts.medical.diagnoses.length > 0;
        expect(E.isRight(printed), `seed ${seed}`).toBe(isCoded || version === "1.1" || version === "2.0");
        if (E.isLeft(printed)) continue;
        expect(complaints(fileOf(version), documentIn(printed.right.bytes)), `seed ${seed}`).toEqual([]);
        if (version === "2.0") {
          expect(complaints("MsgHead-v1_2.xsd", headIn(printed.right.bytes)), `seed ${seed}`).toEqual([]);
        }
      }
    },
    documents * 200 + 30_000,
  );
});
