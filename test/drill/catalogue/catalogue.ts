import { brokerFull } from "./entries/broker-full.ts";
import { brokerKilled } from "./entries/broker-killed.ts";
import { brokerRestarted } from "./entries/broker-restarted.ts";
import { clockMoved } from "./entries/clock-moved.ts";
import { connectionsExhausted } from "./entries/connections-exhausted.ts";
import { databaseFull } from "./entries/database-full.ts";
import { gatewayKilled } from "./entries/gateway-killed.ts";
import { instanceFrozen } from "./entries/instance-frozen.ts";
import { instancesComeAndGo } from "./entries/instances-come-and-go.ts";
import { intakeKilled } from "./entries/intake-killed.ts";
import { offsetsDeleted } from "./entries/offsets-deleted.ts";
import { postgresKilled } from "./entries/postgres-killed.ts";
import { postgresStopped } from "./entries/postgres-stopped.ts";
import { projectorKilled } from "./entries/projector-killed.ts";
import { randomKills } from "./entries/random-kills.ts";
import { recordsRepeated } from "./entries/records-repeated.ts";
import { registryDown } from "./entries/registry-down.ts";
import { relayKilled } from "./entries/relay-killed.ts";
import { translatorKilled } from "./entries/translator-killed.ts";
import type { Entry } from "./entry.ts";

/** Every trouble that the drill brings about, in its order: those that upset the least come first. */
export const catalogue: ReadonlyArray<Entry> = [
  gatewayKilled,
  relayKilled,
  intakeKilled,
  projectorKilled,
  translatorKilled,
  offsetsDeleted,
  recordsRepeated,
  instancesComeAndGo,
  instanceFrozen,
  clockMoved,
  registryDown,
  brokerRestarted,
  brokerKilled,
  brokerFull,
  postgresStopped,
  connectionsExhausted,
  postgresKilled,
  databaseFull,
  randomKills,
];
