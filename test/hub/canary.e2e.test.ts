import { existsSync, globSync, readFileSync, readdirSync, appendFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { Kafka, logLevel } from "kafkajs";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { startOwnHub } from "../setup/hub.ts";
import type { OwnHub } from "../setup/hub.ts";
import { certificate, printed } from "./certificates.ts";
import { makeClient } from "./client.ts";
import { withDatabase } from "./database.ts";
import { identityNumber } from "./persons.ts";
import { scanFolder, scanText } from "./scan.ts";
import { until } from "./together.ts";

const samples = resolve("../shared/standards/samples/sykmelding-xml");
const person = { number: identityNumber(81_234), name: { given: "Kanarifugl", family: "Gulfjærstad" } };
const diagnosis = "Kanarigulsott uten nærmere angivelse";
const planted = "Plantet-Verdi-ø-8146";

/** Names, numbers and diagnosis texts that a document carries. */
const valuesOf = (document: Buffer): ReadonlyArray<string> => {
  const text = document.toString("latin1");
  const all = [
    ...text.matchAll(/<(?:\w+:)?Id[^>]*>(\d{11})</g),
    ...text.matchAll(/<(?:\w+:)?(?:Etternavn|FamilyName|Fornavn|GivenName)>([^<]{6,})</g),
    ...text.matchAll(/<(?:\w+:)?Diagnosekode[^>]*DN="([^"]{8,})"/g),
  ];
  return all.map(([, value]) => Buffer.from(value ?? "", "latin1").toString("utf8"));
};

const schemas = fileURLToPath(new URL("../../schemas/", import.meta.url));
const contractsText = globSync("**/*.avsc", { cwd: schemas })
  .map((file) => readFileSync(join(schemas, file), "utf8"))
  .join("\n");

describe("personal values", () => {
  let hub: OwnHub;
  const values = new Set([
    person.number,
    person.name.given,
    person.name.family,
    diagnosis,
    identityNumber(900_001),
    "Prøvestad",
  ]);
  const errorBodies: string[] = [];

  beforeAll(async () => {
    hub = await startOwnHub("separate");
    const station = makeClient(hub, "local-station");
    const own = printed(
      certificate(0, { person, mainDiagnosis: { code: "L84", system: "2.16.578.1.12.4.1.1.7170", text: diagnosis } }),
    );
    const documents = [own, Buffer.from(own).subarray(0, 3_000)];
    if (existsSync(samples)) for (const file of readdirSync(samples)) documents.push(readFileSync(join(samples, file)));
    for (const document of documents) for (const value of valuesOf(Buffer.from(document))) values.add(value);
    // A sample's person is called by a word of the standard, which the contracts' own words name as well.
    for (const value of values) if (contractsText.includes(value)) values.delete(value);
    for (const document of documents) await station.settled((await station.send(document)).messageId);

    const refused = [
      {
        path: "/v1/messages",
        method: "POST",
        body: `<!DOCTYPE x [<!ENTITY a "${person.number}">]><x>${person.name.family}</x>`,
      },
      {
        path: "/v1/views/sick-leaves/search",
        method: "POST",
        body: `{"number": "${person.number}", "extra": "${diagnosis}"`,
      },
      { path: `/v1/messages/${person.name.given}`, method: "GET" },
    ];
    for (const { path, method, body } of refused) {
      for (const headers of [station.headers, { authorization: `Bearer ${person.name.family.replaceAll("æ", "a")}` }]) {
        const type = body?.startsWith("{") ? "application/json" : "application/xml";
        const answer = await fetch(`${hub.health}${path}`, {
          method,
          headers: { ...headers, "content-type": type },
          ...(body ? { body } : {}),
        });
        expect(answer.ok).toBe(false);
        errorBodies.push(await answer.text());
      }
    }
  }, 300_000);

  afterAll(async () => hub?.stop());

  test("lie in no topic, table, log or error text in the clear", () => {
    expect(values.size).toBeGreaterThan(5);
    expect(errorBodies.filter((body) => scanText(body, [...values]).length > 0)).toEqual([]);
    expect(scanFolder(hub.folder, [...values]).map(({ file }) => file.slice(hub.folder.length))).toEqual([]);
  });

  test("planted in a topic, a table, a log and an error text are found there", async () => {
    const kafka = new Kafka({ brokers: [await brokerOf(hub)], logLevel: logLevel.NOTHING });
    const producer = kafka.producer();
    await producer.connect();
    await producer.send({
      topic: "samvirke.employer.changes",
      messages: [{ key: "planted", value: Buffer.from(planted, "latin1") }],
    });
    await producer.disconnect();
    await withDatabase(hub.postgresUrl, async (client) => {
      await client.query("create table planted (value text)");
      await client.query("insert into planted values ($1)", [Buffer.from(planted).toString("base64")]);
    });
    appendFileSync(join(hub.folder, "logs", "intake.log"), `${Buffer.from(planted).toString("hex")}\n`);

    const files = await until(
      "the planted values",
      async () => {
        const found = scanFolder(hub.folder, [planted]).map(({ file }) => file.slice(hub.folder.length));
        const places = [/kafka.*employer\.changes.*\.log$/, /postgres/, /logs.intake\.log$/];
        return places.every((place) => found.some((file) => place.test(file))) ? found : undefined;
      },
      30,
    );
    expect(files.length).toBeGreaterThanOrEqual(3);
    expect(scanText(`{"title": "refused: ${planted}"}`, [planted])).toEqual([planted]);
  });
});

const brokerOf = async (hub: OwnHub): Promise<string> => {
  const facts = JSON.parse(readFileSync(join(hub.folder, "hub.json"), "utf8")) as {
    readonly kafka: ReadonlyArray<string>;
  };
  return facts.kafka[0] ?? "";
};
