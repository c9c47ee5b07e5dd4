import type { Codec } from "@samvirke/contracts";
import { newRecord } from "@samvirke/contracts";
import type { Clock, KeyPort, NewRecord, PersonId, PersonSecret } from "@samvirke/kernel";
import { deriveEventId } from "@samvirke/kernel";
import type { Grounds } from "../core/parameters.ts";
import { stageNamed } from "../core/stages.ts";

export interface RedriveRecordDeps {
  readonly codec: Codec;
  readonly keys: KeyPort;
  readonly clock: Clock;
}

/** A person whose parked records a stage is to take up. */
export interface RedriveOf {
  readonly stage: string;
  readonly person: PersonId;
}

interface Cause extends Grounds {
  /** What ids derive from: asked twice, the record is the same. */
  readonly commandId: string;
}

const record = (
  { codec, clock }: RedriveRecordDeps,
  { stage, person, secret }: RedriveOf & { readonly secret: PersonSecret | undefined },
  { by, reason, commandId }: Cause,
): NewRecord => {
  const entry = stageNamed(stage);
  if (!entry) throw new Error("a redrive of no stage");
  return newRecord(codec, {
    topic: entry.topic,
    person,
    name: "PersonRedriven",
    value: { stage, personId: person, case: secret ? { requestedBy: by, reason } : null },
    eventId: deriveEventId(commandId, `PersonRedriven/${stage}/${person}`),
    secret,
    audience: "hub",
    meta: { source: "/samvirke/operations", time: clock.now(), correlationId: commandId },
  });
};

/** What has to be appended so that stages take up what they parked; who asked and why is sealed in it. */
export const redriveRecords = async (
  deps: RedriveRecordDeps,
  persons: ReadonlyArray<RedriveOf>,
  cause: Cause,
): Promise<ReadonlyArray<NewRecord>> => {
  const secrets = await deps.keys.secrets(persons.map(({ person }) => person));
  return persons.map((one) => record(deps, { ...one, secret: secrets.get(one.person) }, cause));
};
