import { randomBytes } from "node:crypto";
import type { Day } from "@samvirke/kernel";
import { addDays, osloDay, printDay } from "@samvirke/kernel";
import type { Doors } from "../hub.ts";
import { documentOf } from "../hub.ts";
import type { Status, Travelled } from "../road.ts";

/** Somebody who sends. */
export type Side = "health" | "welfare" | "employer";

/** What a step is played in: one invented person, a first day, and what was sent. */
export interface World {
  readonly doors: Doors;
  /** Leads to the person, the clinician and the ids of the case. */
  readonly seed: string;
  /** The person's synthetic number; it travels in bodies only. */
  readonly number: string;
  /** The day that the case begins on. */
  readonly first: Day;
  readonly sent: ReadonlyMap<string, Sent>;
}

/** A message of the case as it went. */
export interface Sent extends Travelled {
  readonly from: Side;
  readonly bytes: Uint8Array;
}

/** A message to send. */
export interface Paper {
  readonly from: Side;
  readonly bytes: Uint8Array;
  readonly contentType: string;
  /** Where it goes, where that is not the address of messages. */
  readonly path?: string;
}

/** Where the documents lie that were written because of a message, by now. */
export const linksOf = async ({ doors }: World, { from, status }: Sent): Promise<ReadonlyArray<string>> => {
  const answer = await doors[from].get(`/v1/messages/${status.messageId}`);
  return (documentOf(answer, [200], "The status of the message") as Status).links.outbox;
};

/** Ten in the morning of a day of the case, in UTC. */
export const instantOf = ({ first }: Pick<World, "first">, day: number): string =>
  `${printDay(addDays(first, day))}T10:00:00Z`;

/** The case's own day of a count. */
export const dayOf = ({ first }: Pick<World, "first">, day: number): string => printDay(addDays(first, day));

/** A new case about an invented person, which began so many days ago. */
export const makeWorld = async (doors: Doors, length: number): Promise<World> => {
  const seed = `case-${randomBytes(9).toString("base64url")}`;
  const answer = await doors.operations.get(
    `/v1/samples/dialogue-order?${new URLSearchParams({ person: seed }).toString()}`,
  );
  const { personIdent: number } = documentOf(answer, [200], "A sample of the person") as {
    readonly personIdent: string;
  };
  return { doors, seed, number, first: addDays(osloDay(Date.now()), -length), sent: new Map() };
};
