import { readFileSync } from "node:fs";
import { E } from "@samvirke/kernel";
import { describe, expect, test } from "vitest";
import { parseReferral, readEnvelope } from "../../src/index.ts";
import { hasStandards, standards } from "../standards.ts";

const sample = (file: string): Uint8Array => readFileSync(`${standards}samples/henvisning-xml/${file}`);

const read = (file: string) => {
  const result = parseReferral(sample(file));
  if (E.isLeft(result)) throw new Error(result.left.class);
  return result.right;
};

describe.skipIf(!hasStandards)("the field's own samples", () => {
  test.each([
    ["henvisning_v1.0_n.xml", "KITH_1_0", "URGENT", "59"],
    ["TestcaseHenvisningMottak.zip-Case1.xml", "KITH_1_0", "UNKNOWN", "974744570"],
    ["Henvisning_ny_tilstand_v2-0_Ny.xml", "KITH_2_0", "NORMAL", "59"],
  ])("%s is read without a warning", (file, format, urgency, receiver) => {
    const { case: shared, medical, warnings, identity } = read(file);
    expect(warnings).toEqual([]);
    expect(shared).toMatchObject({ format, urgency, lifecycle: { code: "N" } });
    expect(shared.envelope.receiver?.organisations[0]?.identifiers[0]?.value).toBe(receiver);
    expect(medical.diagnoses[0]?.concept?.code).toBe("L88");
    expect(identity.number?.type.code).toBe("FNR");
  });

  test("an envelope of a Message says what one of a message head says", () => {
    expect(readEnvelope(sample("henvisning_v1.0_n.xml"))).toMatchObject({
      format: "MESSAGE",
      kind: "referral",
      messageType: "H",
      wireMsgId: "314725f6-06d8-4059-bdca-e508f6c140fd",
      generatedAtText: "2017-05-05T06:24:09",
      person: { type: "FNR" },
      sender: { name: "Kattskinnet legesenter", identifiers: [{ value: "56704", type: { code: "HER" } }] },
      envelope: { receiver: { organisations: [{ name: "ST OLAVS HOSPITAL HF" }, { name: "Ortopedisk kirurgi" }] } },
    });
  });
});
