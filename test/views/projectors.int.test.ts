import { loadCatalogue, loadSample, newRecord, topics } from "@samvirke/contracts";
import type { ContractName, Contracts } from "@samvirke/contracts";
import { deriveEventId, uuid5 } from "@samvirke/kernel";
import type { PersonId, PersonSecret } from "@samvirke/kernel";
import { openHub, runRelay } from "@samvirke/stage";
import type { Hub, Make, Running } from "@samvirke/stage";
import { createDatabase, dropDatabase } from "@samvirke/store";
import { randomBytes, randomUUID } from "node:crypto";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { make as makeCase } from "@samvirke/case-projector";
import { make as makeEmployer } from "@samvirke/employer-projector";
import { make as makeHealth } from "@samvirke/health-projector";
import { make as makeWelfare } from "@samvirke/welfare-projector";

const name = `views_${randomUUID().slice(0, 8)}`;
const persons = 30;
const catalogue = loadCatalogue();
const makers: ReadonlyArray<Make> = [makeHealth, makeWelfare, makeEmployer, makeCase];
const stages = ["health-projector", "welfare-projector", "employer-projector", "case-events"];

/** In the order in which a person's life might tell them; what goes away again comes last. */
const story = [
  "PersonStatusChanged",
  "SickLeaveCertified",
  "SickLeaveReviewed",
  "SickLeaveRevised",
  "SpellDetermined",
  "SickLeaveConfirmed",
  "SickLeaveSetAside",
  "SickLeaveReopened",
  "SickLeaveSentToEmployer",
  "ReferralSent",
  "ReferralChanged",
  "ReferralGranted",
  "ReferralForwarded",
  "ReferralDeclined",
  "ReferralCancelled",
  "ReferralCopied",
  "EffortRecorded",
  "SharingConsentRecorded",
  "DialogueMessageSent",
  "WorkAbilityAssessed",
  "FollowUpPlanShared",
  "DialogueMeetingCalled",
  "DialogueMeetingAnswered",
  "DialogueMeetingEnded",
  "FollowUpDecisionMade",
  "DeadlineReached",
  "DeadlineWithdrawn",
  "DeliverySettled",
] as const satisfies ReadonlyArray<ContractName>;

let folder: string;
let env: Record<string, string>;
let hub: Hub;
let relay: ReturnType<typeof runRelay>;
let running: ReadonlyArray<Running>;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "views-"));
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
  running = await Promise.all(makers.map((make) => make(env)));
});

afterAll(async () => {
  await Promise.all((running ?? []).map((one) => one.stop()));
  await relay?.stop();
  await hub?.close();
  await dropDatabase(inject("postgresUrl"), name);
  await rm(folder, { recursive: true });
});

const sickLeaveOf = (person: PersonId): string => uuid5("test", "sick-leave", person);

/** A sample as of this person: cases are the person's own, and what is said of the certificate is applied to it. */
const valueOf = <N extends ContractName>(type: N, person: PersonId): Contracts[N] => {
  const value = loadSample(catalogue, type, "full") as unknown as Record<string, unknown>;
  const own = Object.fromEntries(
    Object.entries(value).map(([field, content]) =>
      /^(referral|message|statement|plan|meeting|decision|spell|duty|effort|answer)Id$/.test(field) &&
      typeof content === "string"
        ? [field, uuid5("test", field, person)]
        : [field, content],
    ),
  );
  const certificate = "sickLeaveId" in value ? { sickLeaveId: sickLeaveOf(person) } : {};
  const applied = "standing" in value ? { standing: "APPLIED" } : {};
  const archive = "archiveId" in value ? { archiveId: uuid5("test", type, person) } : {};
  // Expiry would be final.
  const by = type === "SickLeaveSetAside" ? { by: "PERSON" } : {};
  return { ...own, ...certificate, ...applied, ...by, ...archive } as unknown as Contracts[N];
};

const tell = async (secret: PersonSecret, types: ReadonlyArray<ContractName>): Promise<void> => {
  const records = types.map((type) =>
    newRecord(hub.codec, {
      topic: topics.events,
      person: secret.person,
      name: type,
      value: valueOf(type, secret.person),
      eventId: deriveEventId(uuid5("test", type, secret.person), type),
      secret,
      audience: "hub",
      meta: { source: "/samvirke/test", time: 0, correlationId: uuid5("test", secret.person) },
    }),
  );
  await hub.store.transact((transaction) => transaction.append(records));
  hub.store.wake();
};

const count = async (table: string): Promise<number> => {
  const [row] = await hub.store.query<{ readonly n: number }>(
    { name: "", text: `select count(*)::int as n from ${table}` },
    [],
  );
  return row?.n ?? -1;
};

/** Records that a stage has handled. */
const handled = async (stage: string): Promise<number> => {
  const [row] = await hub.store.query<{ readonly n: number }>(
    { name: "", text: "select coalesce(sum(position + 1), 0)::int as n from hub.checkpoint where stage = $1" },
    [stage],
  );
  return row?.n ?? -1;
};

const caughtUp = async (records: number): Promise<void> => {
  for (const stage of stages) await expect.poll(() => handled(stage), { timeout: 60_000, interval: 50 }).toBe(records);
};

let told = 0;
const people: Array<PersonSecret> = [];

test("every event reaches the views through the real parts, and none is parked", async () => {
  const wrapped = Array.from({ length: persons }, () => hub.keys.mint());
  await hub.store.transact((transaction) => transaction.addPersons(wrapped));
  people.push(...wrapped.map((one) => hub.keys.open(one)));
  for (const secret of people) {
    await tell(secret, story);
    told += story.length;
  }
  await caughtUp(told);
  expect(await hub.store.parkedCounts()).toEqual([]);
});

const tables: ReadonlyArray<readonly [table: string, rows: number]> = [
  ["view_health.sick_leave", persons],
  ["view_health.referral where direction is not null", persons],
  ["view_health.dialogue", persons],
  ["view_health.statement", persons],
  ["view_welfare.sick_leave", persons],
  ["view_welfare.referral where direction is not null", persons],
  ["view_welfare.decision", persons],
  ["view_welfare.duty", persons],
  ["view_welfare.delivery", persons],
  ["view_employer.sick_leave", persons],
  ["view_employer.meeting", persons],
  ["view_case.duties", persons],
  ["view_case.person_status", persons],
];

test.each(tables)("%s has a row for each person", async (table, rows) => expect(await count(table)).toBe(rows));

test("a state that was kept is read again after a restart: what is reopened leaves its employer", async () => {
  await Promise.all(running.map((one) => one.stop()));
  running = await Promise.all(makers.map((make) => make(env)));
  for (const { person, ...secret } of people.slice(0, 10)) {
    const value = { ...valueOf("SickLeaveReopened", person), archiveId: uuid5("test", "again", person) };
    const record = newRecord(hub.codec, {
      topic: topics.events,
      person,
      name: "SickLeaveReopened",
      value,
      eventId: deriveEventId(value.archiveId, "SickLeaveReopened"),
      secret: { person, ...secret },
      audience: "hub",
      meta: { source: "/samvirke/test", time: 0, correlationId: value.archiveId },
    });
    await hub.store.transact((transaction) => transaction.append([record]));
    told += 1;
  }
  hub.store.wake();
  await caughtUp(told);
  expect(await hub.store.parkedCounts()).toEqual([]);
  expect(await count("view_employer.sick_leave")).toBe(persons - 10);
  expect(await count("view_welfare.sick_leave where used = 'OPEN'")).toBe(10);
});
