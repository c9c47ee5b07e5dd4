import { expect, test } from "vitest";
import type { ArchiveId } from "@samvirke/kernel";
import { E, header } from "@samvirke/kernel";
import { loadSample } from "../samples/load-sample.ts";
import { catalogue, codec, eventId, person, secret } from "../testing/fixture.ts";
import { lineageOf, timeOf } from "./headers.ts";
import { newRecord } from "./new-record.ts";

const archive = "5b1f0c52-7a1e-5d40-9c3a-0d6f1e2a7b11" as ArchiveId;
const meta = {
  source: "/samvirke/intake",
  time: Date.UTC(2026, 2, 2, 7, 15, 30, 5),
  correlationId: archive,
  causationId: eventId,
  traceparent: "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01",
  archiveId: archive,
  stream: `sick-leave/${archive}`,
  sequence: 0,
};
const input = {
  topic: "samvirke.events",
  person,
  eventId,
  secret,
  audience: "hub",
  name: "SickLeaveCertified",
  meta,
} as const;
const value = loadSample(catalogue, "SickLeaveCertified", "full");
const record = newRecord(codec, { ...input, value });

test("a record has its CloudEvents headers", () =>
  expect(record.headers).toEqual([
    ["ce_specversion", "1.0"],
    ["ce_source", "/samvirke/intake"],
    ["ce_time", "2026-03-02T07:15:30.005Z"],
    ["ce_dataschema", "urn:samvirke:schema:samvirke.events:SickLeaveCertified:1"],
    ["correlationid", archive],
    ["causationid", eventId],
    ["traceparent", "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01"],
    ["samvirke_archive_id", archive],
    ["samvirke_stream", `sick-leave/${archive}`],
    ["samvirke_sequence", "0"],
  ]));

test("what is not known has no header", () => {
  const { headers } = newRecord(codec, {
    ...input,
    value,
    meta: { source: "/samvirke/clock", time: 0, correlationId: "tick" },
  });
  expect(headers.map(([name]) => name)).toEqual([
    "ce_specversion",
    "ce_source",
    "ce_time",
    "ce_dataschema",
    "correlationid",
  ]);
  expect(header(headers, "causationid")).toBeUndefined();
});

test("lineage and time are read back", () => {
  expect(lineageOf(record.headers)).toEqual({
    correlationId: archive,
    traceparent: meta.traceparent,
    archiveId: archive,
  });
  expect(timeOf(record.headers)).toBe(meta.time);
  expect(timeOf([])).toBeUndefined();
});

test("a record is keyed by its person and decodes", () => {
  expect(record).toMatchObject({ topic: "samvirke.events", key: person, id: eventId, type: "SickLeaveCertified" });
  expect("partition" in record).toBe(false);
  expect(E.isRight(codec.decode(record))).toBe(true);
});

test("a record for one partition says so", () =>
  expect(
    newRecord(codec, {
      ...input,
      topic: "samvirke.messages",
      name: "DayPassed",
      value: loadSample(catalogue, "DayPassed", "min"),
      partition: 3,
    }).partition,
  ).toBe(3));

test("a topic carries only its contracts", () =>
  expect(() => newRecord(codec, { ...input, topic: "samvirke.messages", value })).toThrow(
    "samvirke.messages carries no SickLeaveCertified",
  ));
