import { createSecretKey, randomBytes } from "node:crypto";
import { fixedIds, loadCatalogue, loadSample, makeCodec, makeKeyCache, topics } from "@samvirke/contracts";
import type { ContractName } from "@samvirke/contracts";
import { printCertificate } from "@samvirke/formats";
import type { CertificateSample } from "@samvirke/formats";
import { parseDay } from "@samvirke/kernel";
import type { Day } from "@samvirke/kernel";
import { makeObserve } from "@samvirke/observe";
import { createDatabase, makeKeyPort, makeStore } from "@samvirke/store";
import type { Store } from "@samvirke/store";
import type { GatewaySettings, RunningGateway } from "./adapter/gateway.ts";
import { openGateway } from "./adapter/gateway.ts";
import type { KnownParty } from "./adapter/parties.ts";
import { makeParties } from "./adapter/parties.ts";
import { makePepper } from "./adapter/pepper.ts";
import { createViews } from "./views.cases.ts";

const party = (id: string, more: Partial<KnownParty> = {}): KnownParty => ({
  id,
  name: id,
  token: `token-of-${id}`,
  sector: "health",
  station: false,
  identifiers: [],
  ...more,
});

/** Invented parties. */
export const parties: ReadonlyArray<KnownParty> = [
  party("test-station", { station: true }),
  party("test-practice", { identifiers: [{ type: "HER", value: "8140021" }] }),
  party("test-stranger"),
  party("test-welfare", { sector: "welfare" }),
  party("test-employer", { sector: "employer", identifiers: [{ type: "ENH", value: "999990005" }] }),
  party("test-other-employer", { sector: "employer", identifiers: [{ type: "ENH", value: "999990006" }] }),
];

export const bearer = (id: string): Record<string, string> => ({ authorization: `Bearer token-of-${id}` });

const day = (text: string): Day => parseDay(text) as Day;

/** A synthetic certificate; month plus 80 in its numbers. */
export const sample = (index: number, more: Partial<CertificateSample> = {}): CertificateSample => ({
  wrapping: "fellesformat",
  messageId: `7d0a0e6f-0f3a-4a53-8d21-${String(index).padStart(12, "0")}`,
  generatedAt: "2026-03-02T10:00:00",
  receivedAt: "2026-03-02T09:00:05Z",
  ediLogId: `log-${index}`,
  person: { number: `0181${String(9_000_000 + index)}`, name: { given: "Prøve", family: "Gransvik" } },
  clinician: { number: "03916721098", name: { given: "Alma", family: "Steinheim" } },
  unit: { name: "Fjellsiden legekontor", herId: "8140021", organisationNumber: "999990001" },
  spellStart: day("2026-03-01"),
  employment: { count: "1", employerName: "Kvernbruket", positionPercent: 100 },
  mainDiagnosis: { code: "L87", system: "2.16.578.1.12.4.1.1.7170", text: "Bursitt/tendinitt/synovitt INA" },
  periods: [{ kind: "FULL", from: day("2026-03-01"), to: day("2026-03-08") }],
  treatedAt: "2026-03-01T09:00:00",
  contactOn: day("2026-03-01"),
  system: { name: "Provejournal", version: "1" },
  barcode: "1",
  ...more,
});

/** A message as bytes. */
export const message = (index: number, more: Partial<CertificateSample> = {}): Uint8Array =>
  printCertificate(sample(index, more));

const prepare = async (store: Store): Promise<void> => {
  await store.migrate();
  await store.createTopics(Object.values(topics));
  await createViews(store);
};

/** A hub without stages: the parts that a gateway uses, on a database of its own. */
export const openRig = async (postgresUrl: string) => {
  const url = await createDatabase(postgresUrl, `gateway_${randomBytes(6).toString("hex")}`);
  const store = makeStore({ url, applicationName: "gateway-test" });
  await prepare(store);
  const catalogue = loadCatalogue();
  const keyCache = makeKeyCache(1_000);
  const codec = makeCodec({ catalogue, ids: fixedIds(catalogue), keys: keyCache, strict: true });
  const keys = makeKeyPort({ store, masterKey: createSecretKey(randomBytes(32)), capacity: 1_000 });
  const pepper = makePepper(createSecretKey(randomBytes(32)));
  const lines: Array<string> = [];
  const observe = makeObserve({ service: "gateway", level: "debug", write: (line) => void lines.push(line) });
  const clock = { now: () => Date.parse("2026-03-02T09:30:00Z") };
  const hub = { store, codec, keys, keyCache, clock, observe };
  const open = (more: Partial<GatewaySettings> = {}): Promise<RunningGateway> => {
    const settings: GatewaySettings = {
      sector: "health",
      port: 0,
      host: "127.0.0.1",
      maxBytes: 200_000,
      queue: 2_000,
      outboxDays: 365,
      ...more,
    };
    return openGateway({ hub, settings, pepper, catalogue, parties: makeParties(parties, settings.sector, pepper) });
  };
  const sampleOf = <N extends ContractName>(name: N) => loadSample(catalogue, name, "full");
  return { ...hub, catalogue, pepper, lines, url, open, sampleOf };
};

export type Rig = Awaited<ReturnType<typeof openRig>>;
