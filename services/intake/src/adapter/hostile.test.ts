import { guardMessage, printFhirSample, readEnvelope } from "@samvirke/formats";
import { E } from "@samvirke/kernel";
import assert from "node:assert/strict";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { beforeAll, describe, test } from "vitest";
import { eventsOf, intake } from "../core/decide.ts";
import { commandsFor } from "./commands.ts";
import { at, json, nav, order, planRequest, referral, referralXml, statement } from "./documents.cases.ts";
import { hostileVariants } from "./hostile-variants.cases.ts";
import { unreadMessages } from "./history-pool.cases.ts";
import { depsFor, factsOf, print } from "./intake.cases.ts";
import type { Sent } from "./intake.cases.ts";

// A full run says 10,000; each document is then fuzzed a thousand times.
const seeds = Math.ceil(Number(process.env["SAMVIRKE_DOCUMENTS"] ?? 100) / 10);
// A hang is none of a second more or less: whoever is stopped by this stands still.
const watchdog = 600_000;

setFlagsFromString("--expose-gc");
const collect = runInNewContext("gc") as () => void;
const heldAfter = (): number => {
  collect();
  const { heapUsed, external, arrayBuffers } = process.memoryUsage();
  return heapUsed + external + arrayBuffers;
};

const passesDoor = ({ bytes, message }: Sent): boolean => {
  const guarded = guardMessage(bytes, message?.case?.contentType);
  if (E.isLeft(guarded)) assert.match(guarded.left.reason, /^[A-Z_]+$/);
  return E.isRight(guarded);
};

/** What becomes of each of some messages, as the types of its events; each of them is the first of a person. */
const outcomesOf = async (sent: ReadonlyArray<Sent>): Promise<ReadonlyArray<string>> => {
  const commands = await commandsFor(depsFor(sent))(factsOf(sent));
  return commands.map((command) => {
    if (E.isLeft(command) || command.right === undefined) throw new Error("not decided");
    const [first] = eventsOf(command.right, intake.initial);
    assert.ok(first !== undefined);
    return first.type;
  });
};

const kinds = new Map<string, Sent>();

const fhir = (notation: "JSON" | "XML"): Sent =>
  at(
    printFhirSample({
      notation,
      messageId: "8c0e3f7a-2b1f-4c58-9d83-0d6a5a3c1e01",
      referralId: referral.referralId,
      generatedAt: Date.parse("2026-03-02T09:00:00Z"),
      sender: referral.sender,
      receiver: { name: "NAV", herId: "79768" },
      person: referral.person,
      body: { kind: "REFERRAL", asked: "Avklaring", consent: "GIVEN" },
    }),
    { format: "FHIR" },
    `application/fhir+${notation.toLowerCase()}`,
  );

const large = 50 * 1024 * 1024;
const attachment = {
  id: "attachment-1",
  mimeType: "application/pdf",
  description: "stort.pdf",
  bytes: Buffer.alloc((large / 4) * 3, "vedlegg"),
};
const base64 = attachment.bytes.toString("base64");

beforeAll(async () => {
  const others: ReadonlyArray<Sent> = [
    at(planRequest(), { door: "EMPLOYER" }),
    at(json({ appRecStatus: "2", appRecErrorList: [{ errorCode: "E21", oid: "2.16" }] })),
  ];
  kinds.set("FHIR in JSON", fhir("JSON")).set("FHIR in XML", fhir("XML"));
  for (const sent of [...(await unreadMessages()).map((one) => one.sent), ...others]) {
    const kind = `${sent.message?.document ?? "CERTIFICATE"} ${sent.message?.kind ?? ""}`;
    if (!kinds.has(kind)) kinds.set(kind, sent);
  }
}, watchdog);

describe("whatever is done to a document, there is an outcome", () => {
  test("cut, in another encoding, doubled, fuzzed, nested or flooded", { timeout: watchdog }, async () => {
    let tried = 0;
    for (const [kind, sent] of kinds) {
      for (const { what, bytes } of hostileVariants(sent.bytes, seeds)) {
        const variant = { ...sent, bytes };
        assert.ok(readEnvelope(bytes).kind !== undefined, `${kind}: ${what}`);
        tried += 1;
        if (passesDoor(variant)) assert.equal((await outcomesOf([variant])).length, 1, `${kind}: ${what}`);
      }
    }
    process.stdout.write(`${tried} hostile variants of ${kinds.size} kinds of documents\n`);
    assert.ok(kinds.size >= 20);
  });

  test.each([
    ["certificate", (): Sent => ({ bytes: print({ attachments: [attachment] }) }), "SickLeaveCertified"],
    ["statement", () => at(statement({ attachments: [attachment] })), "WorkAbilityAssessed"],
    ["referral, as its text", () => at(referralXml({ reason: base64 })), "ReferralSent"],
    ["order", () => nav(order({ dialogmeldingVedlegg: base64 })), "DialogueMessageSent"],
  ] as const)("50 MB in a %s are taken", { timeout: watchdog }, async (_, make, type) => {
    const sent = make();
    assert.ok(sent.bytes.length >= large);
    assert.ok(passesDoor(sent));
    assert.deepEqual(await outcomesOf([sent]), [type]);
  });

  test("and nothing of it is held", { timeout: watchdog }, async () => {
    const round = async (): Promise<number> => {
      for (const sent of kinds.values())
        for (const { bytes } of hostileVariants(sent.bytes, 1)) {
          const variant = { ...sent, bytes };
          if (passesDoor(variant)) await outcomesOf([variant]);
        }
      return heldAfter();
    };
    const first = await round();
    const grown = (await round()) - first;
    assert.ok(grown < 16 * 1024 * 1024, `${grown} bytes more`);
  });
});
