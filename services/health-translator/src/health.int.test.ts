import { loadCatalogue, loadSample, newRecord, sealBytes, topics } from "@samvirke/contracts";
import type { ContractName, Contracts } from "@samvirke/contracts";
import { archiveId as toArchiveId, deriveEventId, E, mintPersonId, uuid5 } from "@samvirke/kernel";
import type { ArchiveId, NewRecord, PersonSecret } from "@samvirke/kernel";
import { openHub, runRelay } from "@samvirke/stage";
import type { Hub, Running } from "@samvirke/stage";
import { createDatabase, dropDatabase } from "@samvirke/store";
import { randomBytes, randomUUID } from "node:crypto";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, inject, test, vi } from "vitest";
import { clinic, code, numbered } from "./adapter/told.cases.ts";
import { make } from "./make.ts";

const name = `health_${randomUUID().slice(0, 8)}`;
const catalogue = loadCatalogue();
const doctor = clinic("Fjellsiden legekontor", "8140021");
const enclosed = Buffer.from("%PDF-1.7 vedlegg").toString("base64");
const archive = toArchiveId(uuid5("test", "order")) as ArchiveId;
let folder: string;
let hub: Hub;
let relay: ReturnType<typeof runRelay>;
let translator: Running;
let env: Record<string, string>;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "health-"));
  for (const key of ["master.key", "pepper.key"]) await writeFile(join(folder, key), randomBytes(32).toString("hex"));
  env = {
    SAMVIRKE_POSTGRES_URL: await createDatabase(inject("postgresUrl"), name),
    SAMVIRKE_KAFKA_BROKERS: inject("kafkaBrokers").join(","),
    SAMVIRKE_REGISTRY_URL: inject("registryUrl"),
    SAMVIRKE_MASTER_KEY_FILE: join(folder, "master.key"),
    SAMVIRKE_PEPPER_FILE: join(folder, "pepper.key"),
    SAMVIRKE_TOPIC_PREFIX: `${name}.`,
    SAMVIRKE_SESSION_TIMEOUT_MS: "6000",
    SAMVIRKE_LOG_LEVEL: "fatal",
  };
  hub = await openHub({ service: "test", env });
  const { log, store, clock, observe } = hub;
  relay = runRelay({ topics: [topics.events], log, store, clock, observe });
  translator = await make(env);
});

afterAll(async () => {
  await translator.stop();
  await relay.stop();
  await hub.close();
  await dropDatabase(inject("postgresUrl"), name);
  await rm(folder, { recursive: true });
});

const order = {
  behandlerRef: "b",
  personIdent: "12895012345",
  dialogmeldingUuid: uuid5("order"),
  dialogmeldingRefConversation: uuid5("conversation"),
  dialogmeldingType: "OPPFOLGINGSPLAN",
  dialogmeldingKodeverk: "HENVENDELSE",
  dialogmeldingKode: 1,
  dialogmeldingVedlegg: enclosed,
};

/** What the doctor wrote first; the letter answers it, and so goes there. */
const certificate = (): Contracts["SickLeaveCertified"] => {
  const base = loadSample(catalogue, "SickLeaveCertified", "full");
  const envelope = { ...base.case.envelope, sender: doctor, messageId: order.dialogmeldingRefConversation };
  return { ...base, ruleSetVersion: "52", case: { ...base.case, envelope, senderAliases: ["practice"] } };
};

const letter = (): Contracts["DialogueMessageSent"] => {
  const base = loadSample(catalogue, "DialogueMessageSent", "full");
  const theme = { ...code("1"), system: "2.16.578.1.12.4.1.1.8127" };
  const references = { receiver: null, parentReference: null, otherReceivers: [] };
  const envelope = { ...base.case.envelope, ...references, conversationReference: order.dialogmeldingRefConversation };
  const note = { theme, documentId: null, datedOn: null, roles: [], question: null };
  return {
    ...base,
    archiveId: archive,
    fromSide: "WELFARE",
    kind: "PLAN_LETTER",
    identity: numbered(base.identity),
    case: { ...base.case, envelope, receiverAliases: [], notes: [note], questions: [] },
  };
};

const event = <N extends ContractName>(secret: PersonSecret, type: N, value: Contracts[N]): NewRecord =>
  newRecord(hub.codec, {
    topic: topics.events,
    person: secret.person,
    name: type,
    eventId: deriveEventId(archive, type),
    secret,
    audience: "hub",
    value,
    meta: { source: "/samvirke/intake", time: 0, correlationId: archive },
  });

test("a letter finds its receiver in what came before, and its enclosure in the archive", async () => {
  const wrapped = hub.keys.mint(mintPersonId());
  const secret = hub.keys.open(wrapped);
  const body = sealBytes(
    hub.keyCache,
    { purpose: "archive", id: archive, secret, audience: "archive" },
    Buffer.from(JSON.stringify(order)),
  );
  await hub.store.transact(async (transaction) => {
    await transaction.addPersons([wrapped]);
    const entry = { archiveId: archive, person: secret.person, sender: new Uint8Array(16) };
    await transaction.insertArchive([{ ...entry, kind: "DIALOGUE", format: "JSON", body, receivedAt: 0 }]);
    await transaction.append([
      event(secret, "SickLeaveCertified", certificate()),
      event(secret, "DialogueMessageSent", letter()),
    ]);
  });
  hub.store.wake();

  const written = await vi.waitFor(
    async () => {
      const records = await hub.store.readPerson(topics.healthOutbound, secret.person);
      expect(records).toHaveLength(1);
      return records;
    },
    { timeout: 60_000, interval: 200 },
  );
  const sealed = hub.codec.decodeAs("OutboundMessage", written[0]!);
  if (E.isLeft(sealed)) throw new Error("not decoded");
  expect(sealed.right.value).toMatchObject({ partyAlias: "practice", inReplyTo: archive, kind: "FOLLOW_UP_PLAN" });
  const opened = hub.codec.open(sealed.right, { secret, audience: "health" }, ["case", "medical"]);
  if (E.isLeft(opened) || opened.right.state !== "Open") throw new Error("not opened");
  expect(Buffer.from(opened.right.value.medical?.body ?? []).toString()).toContain(enclosed);
  expect(opened.right.value.case?.lost).not.toContainEqual(expect.objectContaining({ rule: "ORIGINAL_NOT_KEPT" }));
});
