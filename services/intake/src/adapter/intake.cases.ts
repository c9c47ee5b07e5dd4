import type { Fact, MessageReceived } from "@samvirke/contracts";
import { makeKeyCache, sealBytes } from "@samvirke/contracts";
import { defaultPolicy, followUpPolicy2026 } from "@samvirke/domain";
import { publishedCodeLists } from "@samvirke/domain/published-code-lists";
import { printCertificate } from "@samvirke/formats";
import type { CertificateSample } from "@samvirke/formats";
import { archiveId as toArchiveId, E, deriveEventId, parseDay, personId as toPersonId } from "@samvirke/kernel";
import type { Day, PersonSecret } from "@samvirke/kernel";
import type { Known } from "@samvirke/stage";
import { createSecretKey } from "node:crypto";
import { fileURLToPath } from "node:url";
import { eventsOf, intake } from "../core/decide.ts";
import type { Event, State } from "../core/model.ts";
import { commandsFor } from "./commands.ts";
import type { CommandDeps } from "./commands.ts";
import { makePepper } from "./pepper.ts";
import { welfares } from "./read/readers.ts";
import { fileRegistries } from "./registries/file.ts";
import { localScanner } from "./scanner.ts";

export const day = (text: string): Day => parseDay(text) as Day;
export const patient = "14858030057";
export const doctor = "03916721098";

export const sample: CertificateSample = {
  wrapping: "fellesformat",
  messageId: "5b0f7f5e-6d0f-4b1e-9a50-0c8b7a1d2e01",
  generatedAt: "2026-03-02T10:00:00",
  receivedAt: "2026-03-02T09:05:00",
  ediLogId: "log-1",
  person: { number: patient, name: { given: "Testa", family: "Prøvesen" } },
  clinician: { number: doctor, hprNumber: "7654321", name: { given: "Lise", family: "Legesen" } },
  unit: { name: "Fjellsiden legekontor", organisationNumber: "999990001", herId: "8140021" },
  ruleSetVersion: "3",
  spellStart: day("2026-03-02"),
  employment: { count: "1", employerName: "Verkstedet AS" },
  mainDiagnosis: { code: "L84", text: "Ryggsyndrom uten smerteutstråling", system: "2.16.578.1.12.4.1.1.7170" },
  periods: [{ kind: "FULL", from: day("2026-03-02"), to: day("2026-03-15") }],
  treatedAt: "2026-03-02T09:30:00",
  system: { name: "Journal", version: "1" },
  barcode: "1",
};

export const print = (change: Partial<CertificateSample> = {}): Uint8Array =>
  printCertificate({ ...sample, ...change });

const person = toPersonId("8b5f8f1e-0000-4000-8000-000000000001")!;
export const secret: PersonSecret = { person, version: 1, secret: createSecretKey(Buffer.alloc(32, 7)) };
export const keyCache = makeKeyCache();
export const dataFile = fileURLToPath(new URL("../../../../infra/local/data/registries.json", import.meta.url));

export const archiveIdOf = (n: number): string => `00000000-0000-5000-8000-${String(n).padStart(12, "0")}`;

export interface Sent {
  readonly bytes: Uint8Array;
  readonly message?: Partial<MessageReceived>;
}

export const messageOf = (n: number, { bytes, message }: Sent): MessageReceived => ({
  archiveId: archiveIdOf(n),
  kind: "SICK_LEAVE",
  document: "CERTIFICATE",
  format: "EI_FELLESFORMAT",
  routeClass: "EDGE",
  door: welfares.has(message?.document ?? "UNKNOWN") ? "WELFARE" : "HEALTH",
  byteSize: bytes.byteLength,
  receivedAt: Date.parse("2026-03-02T09:06:00Z"),
  receiptTrusted: true,
  stationReceivedAt: Date.parse("2026-03-02T09:05:00Z"),
  personNumberRead: true,
  conflictsWith: null,
  about: null,
  precededBy: [],
  case: {
    sender: "local-station",
    senderAliases: ["a1"],
    senderOrganisations: [],
    contentType: "application/xml",
    wireMsgId: `wire-${n}`,
    recordTopic: null,
    recordKey: null,
    envelope: null,
  },
  ...message,
});

type Received = Known<Fact<"MessageReceived", "case">>;

export const knownOf = (n: number, sent: Sent): Received => {
  const message = messageOf(n, sent);
  const id = deriveEventId(message.archiveId, "MessageReceived");
  const place = {
    id,
    personId: person,
    topic: "samvirke.messages",
    partition: 0,
    position: n,
    recordedAt: message.receivedAt,
  };
  const sealed = { ...message, case: null };
  return {
    fact: {
      ...place,
      type: "MessageReceived",
      wire: sealed,
      bytes: new Uint8Array(),
      content: { state: "Open", value: message },
    },
    secret,
    record: { ...place, key: person, type: "MessageReceived", headers: [], value: new Uint8Array() },
  };
};

const archiveOf = (sent: ReadonlyArray<Sent>): CommandDeps["archive"] => ({
  readArchive: (ids) =>
    Promise.resolve(
      new Map(
        sent.flatMap(({ bytes, message }, n) => {
          const id = toArchiveId(message?.archiveId ?? archiveIdOf(n))!;
          if (!ids.includes(id)) return [];
          const body = sealBytes(keyCache, { purpose: "archive", id, secret, audience: "archive" }, bytes);
          return [
            [
              id,
              { archiveId: id, person, sender: new Uint8Array(), kind: "", format: "", body, receivedAt: 0 },
            ] as const,
          ];
        }),
      ),
    ),
});

const noPrecedents: CommandDeps["precedents"] = {
  store: { readArchive: () => Promise.resolve(new Map()), readPerson: () => Promise.resolve([]) },
  keys: { secrets: () => Promise.resolve(new Map()) },
  codec: {
    decodeAs: () => {
      throw new Error("nothing came before");
    },
    open: () => {
      throw new Error("nothing came before");
    },
  },
};

export const basis = { policy: defaultPolicy, policyVersion: "test", codeLists: publishedCodeLists };

export const depsFor = (sent: ReadonlyArray<Sent>, change: Partial<CommandDeps> = {}): CommandDeps => ({
  archive: archiveOf(sent),
  keyCache,
  precedents: noPrecedents,
  clock: { now: () => Date.parse("2026-03-02T09:06:01Z") },
  scanner: localScanner,
  registries: fileRegistries(dataFile),
  pepper: makePepper(createSecretKey(Buffer.alloc(32, 9))),
  basis,
  followUpPolicy: followUpPolicy2026,
  ...change,
});

export const factsOf = (sent: ReadonlyArray<Sent>): ReadonlyArray<Received> => sent.map((one, n) => knownOf(n, one));

/** Sends messages of one person through the shell in one batch and decides them in order. */
export const decideAll = async (
  sent: ReadonlyArray<Sent>,
  change: Partial<CommandDeps> = {},
): Promise<ReadonlyArray<Event>> => {
  const commands = await commandsFor(depsFor(sent, change))(factsOf(sent));
  const folded = commands.reduce<{ readonly state: State; readonly events: ReadonlyArray<Event> }>(
    ({ state, events }, command) => {
      if (E.isLeft(command)) throw new Error(command.left.detail);
      const next = command.right === undefined ? [] : eventsOf(command.right, state);
      return { state: next.reduce(intake.evolve, state), events: [...events, ...next] };
    },
    { state: intake.initial, events: [] },
  );
  return folded.events;
};

/** The names of the rules and pre-checks that an event tells of. */
export const rulesOf = (event: Event | undefined): ReadonlyArray<string> => {
  if (event?.type !== "SickLeaveCertified" && event?.type !== "SickLeaveRejected") return [`${event?.type}`];
  return event.value.case?.ruleHits.map(({ rule }) => rule) ?? [];
};
