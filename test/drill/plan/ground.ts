import { addDays, parseDay } from "@samvirke/kernel";
import type { Day } from "@samvirke/kernel";
import type { Times } from "./certificate.ts";
import type { Message } from "./message.ts";

/** What printing a message needs beside the message. */
export interface Printing {
  readonly times: Times;
  /** Calendar day in Oslo on which everything is written. */
  readonly day: string;
  /** The hub's id of an earlier message, by its place in the plan. */
  readonly messageIdOf: (n: number) => string;
}

export const practice = { name: "Øvelsen legekontor", organisationNumber: "999990099", herId: "8140099" };
export const hospital = { name: "Øvelsen sykehus", organisationNumber: "999990088", herId: "8140088" };

/** The employer of the local party file. */
export const employer = { name: "Kvernbruket", organisationNumber: "999990002" };

export const hprNumber = "900000099";

/** The drill's clinician, with the number of a signer. */
export const clinicianOf = (signer: string) => ({
  number: signer,
  hprNumber,
  name: { given: "Siv", family: "Øvre" },
});

export const personOf = ({ person }: Message) => ({
  number: person.number,
  name: { given: person.given, family: person.family },
});

const secondMs = 1000;

/** When a message was written: each of a person's a second after the one before. */
export const writtenAt = ({ k }: Message, { times }: Printing): number => Date.parse(times.written) + k * secondMs;

/** The same as text, in UTC. */
export const writtenText = (message: Message, printing: Printing): string =>
  `${new Date(writtenAt(message, printing)).toISOString().slice(0, 19)}Z`;

/** A day so many days from the day of the run. */
export const dayFrom = ({ day }: Printing, days: number): Day => {
  const today = parseDay(day);
  if (today === undefined) throw new Error("the plan has no day");
  return addDays(today, days);
};
