import { randomUUID } from "node:crypto";
import { sickLeaveIdOf } from "@samvirke/domain";
import { printFollowUpSample } from "@samvirke/formats";
import { addDays, osloDay } from "@samvirke/kernel";
import { describe, expect, inject, test } from "vitest";
import { certificate, printed } from "./certificates.ts";
import { makeClient } from "./client.ts";
import type { Accepted } from "./client.ts";
import { withDatabase } from "./database.ts";
import { identityNumber } from "./persons.ts";
import { until } from "./together.ts";

const hub = inject("hub");
const station = makeClient(hub, "local-station");
const nav = makeClient(hub, "local-nav");
const today = osloDay(Date.now());

/** The register's word that two numbers are one human's. */
const oneHuman = (current: string, old: string): Promise<Accepted> => {
  const { bytes, contentType } = printFollowUpSample("PERSON_NUMBERS", {
    id: randomUUID(),
    otherId: randomUUID(),
    personNumber: current,
    otherNumber: old,
    employer: "",
    office: "",
    caseWorker: "",
    at: Date.now(),
    meetingAt: Date.now(),
    from: today,
    to: today,
    text: "",
  });
  return nav.send(bytes, { "content-type": contentType, "samvirke-record-topic": "pdl.aktor-v2" });
};

const confirmed = (sickLeaveId: string, number: string): Promise<Accepted> => {
  const at = new Date().toISOString();
  const value = {
    kafkaMetadata: { sykmeldingId: sickLeaveId, timestamp: at, fnr: number, source: "user" },
    event: { sykmeldingId: sickLeaveId, timestamp: at, statusEvent: "BEKREFTET", arbeidsgiver: null, sporsmals: [] },
  };
  return nav.send(Buffer.from(JSON.stringify(value)), {
    "content-type": "application/json",
    "samvirke-record-topic": "teamsykmelding.sykmeldingstatus-leesah",
  });
};

interface Row {
  readonly id?: string;
  readonly sickLeaveId?: string;
  readonly use?: string | null;
}

const rowsOf = async (view: string, number: string): Promise<ReadonlyArray<Row>> => {
  const answer = await fetch(`${nav.base}/v1/views/${view}/search`, {
    method: "POST",
    headers: { ...nav.headers, "content-type": "application/json" },
    body: JSON.stringify({ number }),
  });
  expect(answer.status).toBe(200);
  return ((await answer.json()) as { readonly items: ReadonlyArray<Row> }).items;
};

const eventsOf = (archiveId: string): Promise<ReadonlyArray<string>> =>
  withDatabase(hub.postgresUrl, async (client) => {
    const text = `select type from hub.log where topic = 'samvirke.events' and headers::text like '%"correlationid","' || $1 || '"%'`;
    return (await client.query<{ type: string }>(text, [archiveId])).rows.map(({ type }) => type).sort();
  });

const parked = (): Promise<number> =>
  withDatabase(hub.postgresUrl, async (client) =>
    Number((await client.query("select count(*) n from hub.parked")).rows[0].n),
  );

const accepted = async (sent: Promise<Accepted>): Promise<string> => {
  const { status, messageId } = await sent;
  expect(status).toBe(202);
  return messageId;
};

/** Two certificates that follow each other, under two numbers. */
const twoNumbers = async (n: number) => {
  const [old, current] = [identityNumber(n), identityNumber(n + 1)];
  const first = certificate(n, {
    periods: [{ kind: "FULL", from: today, to: addDays(today, 4) }],
    spellStart: today,
  });
  const next = certificate(n + 1, {
    periods: [{ kind: "FULL", from: addDays(today, 5), to: addDays(today, 14) }],
    spellStart: today,
  });
  const a = await accepted(station.send(printed(first)));
  const b = await accepted(station.send(printed(next)));
  await Promise.all([station.settled(a), station.settled(b)]);
  return { old, current, first: sickLeaveIdOf(a), next: sickLeaveIdOf(b) };
};

const taken = (record: string): Promise<ReadonlyArray<string>> =>
  until("the other stream to be taken over", async () => {
    const events = await eventsOf(record);
    return events.filter((type) => type === "PersonIdentityLinked").length === 3 ? events : undefined;
  });

describe("two numbers that turn out to be one human's", () => {
  test("are one person at every door, with one spell, and what is said of either's certificate finds it", async () => {
    const { old, current, first, next } = await twoNumbers(40_000);
    expect(await rowsOf("sick-leaves", old)).toHaveLength(1);
    const record = await accepted(oneHuman(current, old));
    await taken(record);
    for (const number of [old, current]) {
      const ids = await until("both certificates", async () => {
        const rows = await rowsOf("sick-leaves", number);
        return rows.length === 2 ? rows.map(({ sickLeaveId }) => sickLeaveId).toSorted() : undefined;
      });
      expect(ids).toEqual([first, next].toSorted());
      await until("one spell", async () => ((await rowsOf("spells", number)).length === 1 ? true : undefined));
    }
    const said = await accepted(confirmed(first, old));
    expect(await nav.settled(said)).toMatchObject({ status: "done", outcome: "accepted" });
    const used = await until("the certificate to be used", async () =>
      (await rowsOf("sick-leaves", current)).find(
        ({ sickLeaveId, use }) => sickLeaveId === first && use === "confirmed",
      ),
    );
    expect(used).toBeDefined();
    expect(await parked()).toBe(0);
  });

  test("told a second time change nothing", async () => {
    const { old, current } = await twoNumbers(40_010);
    const record = await accepted(oneHuman(current, old));
    const events = await taken(record);
    expect((await oneHuman(current, old)).status).toBe(200);
    const other = await accepted(oneHuman(old, current));
    expect(await nav.settled(other)).toMatchObject({ outcome: "accepted" });
    expect((await eventsOf(other)).filter((type) => type === "PersonIdentityLinked")).toHaveLength(1);
    expect(await eventsOf(record)).toEqual(events);
  });

  test("of three, one after the other in one rush, all is with the last", async () => {
    const { old, current } = await twoNumbers(40_020);
    const last = identityNumber(40_030);
    await station.settled(await accepted(station.send(printed(certificate(40_030)))));
    await Promise.all([accepted(oneHuman(current, old)), accepted(oneHuman(last, current))]);
    for (const number of [old, current, last])
      await until("three certificates", async () =>
        (await rowsOf("sick-leaves", number)).length === 3 ? true : undefined,
      );
    expect(await parked()).toBe(0);
  });

  test("are told of in order: a message that comes with the record goes to one of both, and nothing is lost", async () => {
    const [old, current] = [40_050, 40_051];
    const sends = Array.from({ length: 6 }, (_, index) => {
      const from = addDays(today, index * 7);
      const periods = [{ kind: "FULL" as const, from, to: addDays(from, 5) }];
      return () => station.send(printed(certificate(index % 2 === 0 ? old : current, { periods, spellStart: from })));
    });
    const record = () => oneHuman(identityNumber(current), identityNumber(old));
    await accepted(sends[0]!());
    await accepted(sends[1]!());
    const answers = await Promise.all([sends[2]!(), record(), ...sends.slice(3).map((send) => send())]);
    expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 202));
    for (const number of [old, current])
      await until("six certificates", async () =>
        (await rowsOf("sick-leaves", identityNumber(number))).length === 6 ? true : undefined,
      );
    expect(await parked()).toBe(0);
  });
});
