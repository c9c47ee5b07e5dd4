import { personNumber } from "@samvirke/domain";
import { parseDay } from "@samvirke/kernel";
import type { Day } from "@samvirke/kernel";
import assert from "node:assert/strict";
import { mkdtemp, readFile, rm, utimes, writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { idnr } from "@navikt/fnrvalidator";
import { afterAll, beforeAll, expect, test } from "vitest";
import { fileRegistries } from "./file.ts";
import { httpRegistries } from "./http.ts";
import { inventedNationalNumber, inventedRegisterNumber } from "./invented-number.ts";
import { dataFile } from "../intake.cases.ts";

const day = (text: string): Day => parseDay(text) as Day;
let folder: string;
let file: string;
let source: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "registries-"));
  file = join(folder, "registries.json");
  source = await readFile(dataFile, "utf8");
  await writeFile(file, source);
});

afterAll(() => rm(folder, { recursive: true }));

const edit = async (change: (data: { [name: string]: { unavailable?: boolean } }) => void): Promise<void> => {
  const data = JSON.parse(source) as { [name: string]: { unavailable?: boolean } };
  change(data);
  await writeFile(file, JSON.stringify(data));
  await utimes(file, new Date(), new Date(Date.now() + Math.random() * 1e6));
};

test("numbers of the file are synthetic and sound", () => {
  const numbers = source.match(/"\d{11}"/g) ?? [];
  expect(numbers.length).toBeGreaterThan(9);
  for (const quoted of numbers) {
    const number = quoted.slice(1, -1);
    expect(idnr(number)).toMatchObject({ status: "valid", type: "tnr" });
  }
});

test("whoever is not listed exists, with numbers that are always the same", async () => {
  const registries = fileRegistries(file);
  const [person] = await registries.persons(["10987654321"]);
  assert.deepEqual(person, { found: true, currentNumber: "10987654321" });
  const ask = (type: string, value: string) => registries.clinicians([personNumber(type, value)]);
  const [byNational] = await ask("FNR", "03916721098");
  assert.deepEqual(byNational, (await ask("FNR", "03916721098"))[0]);
  assert.deepEqual(
    byNational?.numbers.map(({ type, value }) => [type.code, value]),
    [
      ["HPR", inventedRegisterNumber("03916721098")],
      ["FNR", "03916721098"],
    ],
  );
  const [byRegister] = await ask("HPR", "007654321");
  assert.deepEqual(byRegister?.numbers[1]?.value, inventedNationalNumber("7654321"));
  assert.deepEqual(
    byRegister?.approvals.map(({ category }) => category?.value),
    ["LE"],
  );
});

test("invented numbers are synthetic and sound", () => {
  for (let n = 0; n < 2_000; n += 1)
    expect(idnr(inventedNationalNumber(String(n)))).toMatchObject({ status: "valid", type: "tnr" });
});

test("a suspension counts from its first day", async () => {
  const suspended = (on: string) => fileRegistries(file).suspensions([{ number: "30866944462", on: day(on) }]);
  assert.deepEqual([await suspended("2019-12-31"), await suspended("2020-01-01")], [[false], [true]]);
});

test("a reference leads to its office however it is written, and one that is not listed to nobody", async () => {
  const { addresses } = fileRegistries(file);
  const [listed, padded, unlisted] = await addresses([
    "0a9a4d7e-52c6-4f1b-9d3e-8140021a0001",
    " 0A9A4D7E-52C6-4F1B-9D3E-8140021A0001",
    "0a9a4d7e-52c6-4f1b-9d3e-8140021a0002",
  ]);
  assert.equal(listed?.found, true);
  assert.deepEqual([padded, unlisted], [listed, { found: false }]);
});

test("whoever is not listed is employed, who is listed only where and while it says so", async () => {
  const employed = async (number: string, employer: string, on: string) =>
    (await fileRegistries(file).employments([{ number, employer, on: day(on) }]))[0];
  assert.equal(await employed("10987654321", "999990002", "2026-03-02"), true);
  assert.equal(await employed("12847014057", "999990002", "2024-12-31"), true);
  assert.equal(await employed("12847014057", "999990002", "2025-01-01"), false);
  assert.equal(await employed("12847014057", "999990077", "2024-12-31"), false);
});

test("an edit is seen while the hub runs, and a register can be set to unavailable", async () => {
  const registries = fileRegistries(file);
  await registries.persons(["10987654321"]);
  await edit((data) => {
    data["persons"]!.unavailable = true;
  });
  await assert.rejects(registries.persons(["10987654321"]), { code: "REGISTRY_UNAVAILABLE", message: /persons/ });
  assert.deepEqual(await registries.suspensions([]), []);
  await edit(() => undefined);
  assert.equal((await registries.persons(["10987654321"]))[0]?.found, true);
});

test("a file of another shape is told by place, never by value", async () => {
  await writeFile(file, source.replace('"found": false', '"found": "hemmelig"'));
  const failure = await fileRegistries(file)
    .persons(["1"])
    .catch((error: Error) => error.message);
  expect(failure).toMatch(/entries\/\d\/found/);
  expect(failure).not.toContain("hemmelig");
  await writeFile(file, '{"hemmelig');
  await expect(fileRegistries(file).persons(["1"])).rejects.toThrow(/^(?!.*hemmelig)/);
});

test("by HTTP questions stand in the body, and every question must be answered", async () => {
  const seen: Array<{ readonly url: string | undefined; readonly body: unknown }> = [];
  const answers: Record<string, unknown> = {
    "/persons": { answers: [{ found: true, birthDay: "1980-05-14", currentNumber: "14858030057" }] },
    "/health-personnel": { answers: [{ found: true, numbers: [{ type: "HPR", value: "1" }], approvals: [] }] },
    "/suspensions": { answers: [true] },
    "/addresses": {
      answers: [{ found: true, office: "Legehuset", herId: "8140099", organisationNumber: "999990099" }],
    },
    "/employments": { answers: [false] },
  };
  const server = createServer(async (request, response) => {
    const chunks: Array<Buffer> = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    seen.push({ url: request.url, body: JSON.parse(Buffer.concat(chunks).toString()) });
    response.setHeader("content-type", "application/json").end(JSON.stringify(answers[request.url ?? ""]));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  const base = `http://127.0.0.1:${typeof address === "object" && address ? address.port : 0}`;
  const registries = httpRegistries(base);
  assert.deepEqual(await registries.persons(["14858030057"]), [
    { found: true, birthDay: day("1980-05-14"), currentNumber: "14858030057" },
  ]);
  assert.deepEqual(await registries.clinicians([personNumber("HPR", "1")]), [
    { found: true, numbers: [personNumber("HPR", "1")], approvals: [] },
  ]);
  assert.deepEqual(await registries.suspensions([{ number: "14858030057", on: day("2026-03-02") }]), [true]);
  const [office] = await registries.addresses(["ref-1"]);
  assert.ok(office?.found);
  assert.equal(office.party.organisations[0]?.identifiers[0]?.value, "8140099");
  const employment = { number: "14858030057", employer: "999990002", on: day("2026-03-02") };
  assert.deepEqual(await registries.employments([employment]), [false]);
  assert.deepEqual(
    seen.map(({ url }) => url),
    ["/persons", "/health-personnel", "/suspensions", "/addresses", "/employments"],
  );
  assert.deepEqual(seen[4]?.body, { questions: [{ ...employment, on: "2026-03-02" }] });
  assert.deepEqual(seen[2]?.body, { questions: [{ number: "14858030057", on: "2026-03-02" }] });
  await assert.rejects(registries.persons(["1", "2"]), { code: "REGISTRY_UNAVAILABLE" });
  answers["/suspensions"] = { answers: ["ja"] };
  await assert.rejects(registries.suspensions([{ number: "1", on: day("2026-03-02") }]), {
    code: "REGISTRY_UNAVAILABLE",
  });
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
  await assert.rejects(registries.persons(["1"]), { code: "REGISTRY_UNAVAILABLE" });
});
