import { randomUUID } from "node:crypto";
import { describe, expect, inject, test } from "vitest";
import { certificate, printed } from "./certificates.ts";
import { makeClient } from "./client.ts";
import { withDatabase } from "./database.ts";
import { overWorkers, until } from "./together.ts";

const hub = inject("hub");
const station = makeClient(hub, "local-station");
const count = 1_000;
const connections = 4;
const first = 20_000;

const rows = async (text: string, ids: ReadonlyArray<string>): Promise<number> =>
  withDatabase(hub.postgresUrl, async (client) => Number((await client.query(text, [ids])).rows[0].n));

const certificates = "select count(*) n from view_welfare.sick_leave where archive_id = any($1::uuid[])";
const receipts = "select count(*) n from view_case.outbox where kind = 'RECEIPT' and in_reply_to = any($1::uuid[])";
const received = "select count(*) n from view_case.message where outcome = 'accepted' and archive_id = any($1::uuid[])";
const duplicates =
  "select count(*) n from view_case.message where outcome = 'duplicate' and archive_id = any($1::uuid[])";

describe("the same thousand certificates", () => {
  const samples = Array.from({ length: count }, (_, index) => certificate(first + index));
  const documents = samples.map(printed);

  test("sent twice at the same time from four connections are a thousand certificates, receipts and repeats", async () => {
    const twice = documents.flatMap((document) => [document, document]);
    const answers = await overWorkers(connections, twice, (document) => station.send(document));
    const statuses = answers.map(({ status }) => status);
    expect(statuses.filter((status) => status === 202)).toHaveLength(count);
    expect(statuses.filter((status) => status === 200)).toHaveLength(count);
    const ids = [...new Set(answers.map(({ messageId }) => messageId))];
    expect(ids).toHaveLength(count);
    await until("a thousand receipts", async () => ((await rows(receipts, ids)) === count ? true : undefined), 120);
    await until("a thousand rows", async () => ((await rows(certificates, ids)) === count ? true : undefined));
    expect(await rows(received, ids)).toBe(count);
  });

  test("under new message ids are a thousand duplicates, each with a negative receipt", async () => {
    const again = samples.map((sample) =>
      printed({ ...sample, messageId: randomUUID(), ediLogId: `edi-${randomUUID()}` }),
    );
    const answers = await overWorkers(connections, again, (document) => station.send(document));
    expect(answers.every(({ status }) => status === 202)).toBe(true);
    const ids = answers.map(({ messageId }) => messageId);
    await until("a thousand duplicates", async () => ((await rows(duplicates, ids)) === count ? true : undefined), 120);
    await until("their receipts", async () => ((await rows(receipts, ids)) === count ? true : undefined));
    expect(await rows(certificates, ids)).toBe(0);
    const told = await overWorkers(connections, ids, (id) => station.settled(id));
    expect(told.every(({ appRec }) => String(appRec?.status) === "2" && (appRec?.errors.length ?? 0) > 0)).toBe(true);
  });
});
