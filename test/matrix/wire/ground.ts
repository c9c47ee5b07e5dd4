import { addDays, osloDay, printDay, uuid5 } from "@samvirke/kernel";
import type { Day } from "@samvirke/kernel";
import { identityNumber } from "../../hub/persons.ts";
import type { Message, Sent, Side, World } from "../model.ts";

/** The day on which the matrix is played. */
export const today: Day = osloDay(Date.now());

/** A day some days from today, as written. */
export const dayFrom = (days: number): string => printDay(addDays(today, days));

/** An instant some minutes ago, as a message states it. */
export const minutesAgo = (minutes: number): string =>
  new Date(Date.now() - minutes * 60_000).toISOString().replace(/\.\d+Z$/, "Z");

/** The synthetic number of a case's person. */
export const numberOf = ({ n }: World): string => identityNumber(n);

export const nameOf = ({ n }: World) => ({ given: "Vilja", family: `Testmo${n}` });

/** An id for something of a case: the same name gives the same id in the same run. */
export const idOf = ({ n }: World, name: string): string => uuid5("matrix", process.pid.toString(), String(n), name);

export const clinician = {
  number: identityNumber(610_001),
  hprNumber: "8140777",
  name: { given: "Sjalg", family: "Prøvestad" },
  phone: "tel:55500000",
};

/** The practice whose mailbox and view the matrix reads: it stands in the local party file. */
export const practice = { name: "Fjellsiden legekontor", organisationNumber: "999990001", herId: "8140021" };

/** A hospital that nobody of the local parties reads for. */
export const hospital = { name: "Prøvedal sykehus", organisationNumber: "999990077", herId: "8140077" };

export const welfareOffice = { name: "NAV", organisationNumber: "889640782", herId: "79768" };

/** The employer whose view the matrix reads. */
export const employer = { organisationNumber: "999990002", name: "Kvernbruket" };

export const system = { name: "Prøve-EPJ", version: "1.0" };

/** The message before that a later one builds on. */
export const earlier = ({ sent }: World, at = 0): Sent => {
  const found = sent.at(at);
  if (found === undefined) throw new Error("nothing was sent before");
  return found;
};

/** The certificate of the first message, by the hub's id, which is the one that welfare is told. */
export const certificateId = (world: World): string => {
  const [id] = earlier(world).streams;
  if (id === undefined) throw new Error("the certificate has no id");
  return id;
};

export const xml = (from: Side, bytes: Uint8Array, wireId?: string): Message => ({
  from,
  bytes,
  contentType: "application/xml",
  ...(wireId === undefined ? {} : { wireId }),
});

export const json = (from: Side, value: unknown, wireId?: string): Message => ({
  from,
  bytes: Buffer.from(JSON.stringify(value)),
  contentType: "application/json",
  ...(wireId === undefined ? {} : { wireId }),
});

/** A record of a topic with its key. */
export const record = (topic: string, key: string, value: unknown): Message => ({
  ...json("welfare", { key, value }),
  topic,
});
