import { E } from "@samvirke/kernel";
import { XmlDocument } from "libxml2-wasm";
import { describe, expect, test } from "vitest";
import type { AppRecContent } from "../../src/index.ts";
import { printAppRec10, printAppRec11 } from "../../src/index.ts";
import { bytes, full, parsed } from "../documents.ts";
import { numbers } from "../referral/random.ts";
import { complaints } from "../schema-validation.ts";
import { hasStandards } from "../standards.ts";
import { documentOf } from "./documents.ts";
import { codesOfList } from "./formats.ts";
import { coverageOf, manyDocuments } from "./full-run.ts";
import { schemaModel } from "./schema.ts";
import { saidByXPath } from "./xpath.ts";

const documents = manyDocuments(60);
const namespaces = { m: "http://www.kith.no/xmlstds/msghead/2006-05-24" };
const editions = {
  "1.0": { print: printAppRec10, file: "AppRec-v1-2004-11-21.xsd", version: "1.0 2004-11-21" },
  "1.1": { print: printAppRec11, file: "AppRec-v1.1.xsd", version: "v1.1 2012-02-15" },
} as const;
const errorList = "2.16.578.1.12.4.1.1.8221";
const statusCodes = { OK: "1", REFUSED: "2", PARTIAL: "3" } as const;
const statusWords = { OK: "OK", REFUSED: "Avvist", PARTIAL: "OK, feil i delmelding" } as const;
const statuses = ["OK", "REFUSED", "PARTIAL"] as const;

const receiptBy = (next: () => number, codes: ReadonlyArray<string>): AppRecContent => ({
  status: statuses[Math.floor(next() * 3)] ?? "OK",
  errors: Array.from({ length: Math.floor(next() * 3) }, (_, index) => ({
    system: next() < 0.5 ? null : errorList,
    code: codes[Math.floor(next() * codes.length)] ?? "",
    text: `Feil ${index} & <æøå>`,
  })),
  genDate: Date.UTC(2026, 2, 2, 7, 16),
  id: "receipt-1",
  role: next() < 0.5 ? "MAIN" : "COPY",
});

/** What a message head says at a path, by XPath. */
const asker =
  (message: XmlDocument) =>
  (path: string): ReadonlyArray<string> =>
    message.find(`//m:MsgInfo/${path}`, namespaces).map(({ content }) => content);

type Ask = ReturnType<typeof asker>;
type Stated = ReadonlyArray<string>;

const named = (path: string, values: Stated): Stated => values.map((value) => `${path} ${value}`);

const identsOf = (ask: Ask, from: string, to: string): Stated => {
  const others = `${from}/m:Ident[position()>1][m:TypeId/@V]`;
  return [
    ...named(`${to}/Id`, ask(`${from}/m:Ident[1]/m:Id`)),
    ...named(`${to}/TypeId/@V`, ask(`${from}/m:Ident[1]/m:TypeId/@V`)),
    ...named(`${to}/TypeId/@DN`, ask(`${from}/m:Ident[1]/m:TypeId/@DN`)),
    ...named(`${to}/AdditionalId/Id`, ask(`${others}/m:Id`)),
    ...named(`${to}/AdditionalId/Type/@V`, ask(`${others}/m:TypeId/@V`)),
    ...named(`${to}/AdditionalId/Type/@DN`, ask(`${others}/m:TypeId/@DN`)),
  ];
};

const nameOf = (ask: Ask, from: string): Stated => {
  const parts = ["FamilyName", "GivenName", "MiddleName"].flatMap((part) => ask(`${from}/m:${part}`));
  return parts.length === 0 ? [] : [parts.join(" ")];
};

const partyOf = (ask: Ask, from: string, to: string): Stated => {
  const [unit, person] = [`m:${from}/m:Organisation`, `m:${from}/m:Organisation/m:HealthcareProfessional`];
  const house = `AppRec/${to}/HCP/Inst`;
  return [
    ...named(`${house}/Name`, ask(`${unit}/m:OrganisationName`)),
    ...identsOf(ask, unit, house),
    ...named(`${house}/HCPerson/Name`, nameOf(ask, person)),
    ...identsOf(ask, person, `${house}/HCPerson`),
  ];
};

const modelOf = (ask: Ask, { status, errors, role }: AppRecContent, edition: keyof typeof editions): Stated =>
  [
    "AppRec/MsgType/@V APPREC",
    `AppRec/MIGversion ${editions[edition].version}`,
    "AppRec/GenDate 2026-03-02T07:16:00Z",
    "AppRec/Id 2603020815test1.1",
    ...(edition === "1.0" ? [] : [`AppRec/Sender/Role/@V ${role === "COPY" ? "COP" : "PRIM"}`]),
    ...(edition === "1.0" ? [] : [`AppRec/Sender/Role/@DN ${role === "COPY" ? "Kopimottaker" : "Primærmottaker"}`]),
    ...partyOf(ask, "Receiver", "Sender"),
    ...partyOf(ask, "Sender", "Receiver"),
    `AppRec/Status/@V ${statusCodes[status]}`,
    `AppRec/Status/@DN ${statusWords[status]}`,
    ...errors.flatMap(({ code, text }) => [
      `AppRec/Error/@V ${code}`,
      `AppRec/Error/@S ${errorList}`,
      `AppRec/Error/@DN ${text}`,
    ]),
    `AppRec/OriginalMsgId/MsgType/@V ${ask("m:Type/@V")[0] ?? ""}`,
    `AppRec/OriginalMsgId/MsgType/@DN ${ask("m:Type/@DN")[0] ?? ""}`,
    ...named("AppRec/OriginalMsgId/IssueDate", ask("m:GenDate")),
    ...named("AppRec/OriginalMsgId/Id", ask("m:MsgId")),
  ].toSorted();

const wanted = (codes: ReadonlyArray<string>): Stated => [
  ...statuses.map((status) => `AppRec/Status/@V ${statusCodes[status]}`),
  ...codes.map((code) => `AppRec/Error/@V ${code}`),
  "AppRec/Sender/HCP/Inst/HCPerson/AdditionalId/Id",
  "AppRec/Receiver/HCP/Inst/HCPerson/AdditionalId/Id",
  "AppRec/Sender/HCP/Inst/AdditionalId/Id",
  "AppRec/Receiver/HCP/Inst/AdditionalId/Id",
];

const partsIn = (stated: Stated, all: ReadonlySet<string>): Stated =>
  stated.flatMap((one) => [one, one.slice(0, one.indexOf(" "))]).filter((part) => all.has(part));

const printed = (edition: keyof typeof editions, message: Uint8Array, receipt: AppRecContent): Uint8Array => {
  const result = editions[edition].print(parsed(message).case.envelope, receipt);
  if (E.isLeft(result)) throw new Error(result.left._tag);
  const [alone = ""] = /<AppRec[\s\S]*<\/AppRec>/.exec(Buffer.from(result.right).toString()) ?? [];
  return bytes(alone);
};

describe.skipIf(!hasStandards)(`receipts for ${documents} message heads of chance`, () => {
  test.each(["1.0", "1.1"] as const)(
    "AppRec %s is valid and says by XPath what the head and the decision say",
    (edition) => {
      const codes = codesOfList("8221");
      const all = wanted(codes);
      const coverage = coverageOf(`receipts ${edition}`, all);
      const ground = { model: schemaModel("MsgHead-v1_2.xsd", "MsgInfo"), codesFor: () => [] };
      for (let seed = 0; seed < documents; seed += 1) {
        const message = bytes(full.replace(/<MsgInfo>[\s\S]*<\/MsgInfo>/, () => documentOf(ground, seed).xml));
        const receipt = receiptBy(numbers(seed), codes);
        const appRec = printed(edition, message, receipt);
        expect(complaints(editions[edition].file, appRec), `seed ${seed}`).toEqual([]);
        const asked = XmlDocument.fromBuffer(message);
        const said = saidByXPath(appRec, "/*");
        expect(said, `seed ${seed}`).toEqual(modelOf(asker(asked), receipt, edition));
        asked.dispose();
        coverage.see(partsIn(said, new Set(all)));
      }
      coverage.tell();
    },
    documents * 100 + 30_000,
  );
});
