import { describe, expect, test } from "vitest";
import type { Audience, EventId } from "@samvirke/kernel";
import { compartments, deriveEventId, E } from "@samvirke/kernel";
import { contractList } from "../generated/contracts.gen.ts";
import type { Contracts } from "../generated/contracts.gen.ts";
import { fixedIds } from "../registry/registry.ts";
import { contractSample, loadSample } from "../samples/load-sample.ts";
import type { AvroSchema } from "../schema/avro.ts";
import { isArray, isRecord, recordOf } from "../schema/avro.ts";
import { namedTypes } from "../schema/named.ts";
import { holds } from "../seal/doors.ts";
import { catalogue, codec, eventId, secret, secretOf } from "../testing/fixture.ts";
import { makeCodec } from "./codec.ts";
import type { CompartmentOf, ContractName } from "./types.ts";

const hub = { eventId, secret, audience: "hub" } as const;
const reader = { secret, audience: "hub" } as const;
const certified = loadSample(catalogue, "SickLeaveCertified", "full");

const walk = (schema: AvroSchema, value: unknown, found: (field: string) => void): void => {
  if (Array.isArray(value) && isArray(schema)) for (const item of value) walk(schema.items, item, found);
  const record = recordOf(schema);
  if (!record || typeof value !== "object" || value === null) return;
  for (const field of record.fields) {
    const inner = (value as Record<string, unknown>)[field.name];
    if (inner === null || (Array.isArray(inner) && inner.length === 0)) continue;
    found(`${record.name}.${field.name}`);
    walk(field.type, inner, found);
  }
};

const right = <A>(result: E.Either<unknown, A>): A => {
  if (E.isLeft(result)) throw new Error(JSON.stringify(result.left));
  return result.right;
};

const encoded = <N extends ContractName>(name: N, value: Contracts[N], audience: Audience = "hub") => ({
  id: eventId,
  type: name,
  value: codec.encode(name, value, { ...hub, audience }),
});

const decoded = right(codec.decodeAs("SickLeaveCertified", encoded("SickLeaveCertified", certified)));

describe.each(catalogue.contracts.map((contract) => [contract.name, contract] as const))("%s", (_name, contract) => {
  test.each(["min", "full"] as const)("its %s sample comes back as it was", (size) => {
    const value = contractSample(catalogue, contract, size);
    const name = contract.name as ContractName;
    const event = right(codec.decode({ id: eventId, type: name, value: codec.encode(name, value as never, hub) }));
    const opened = right(codec.open(event as never, reader, contract.compartments as never));
    expect(opened).toEqual({ state: "Open", value });
  });

  test("its full sample has something in every field", () => {
    const filled = new Set<string>();
    walk(contract.record, contractSample(catalogue, contract, "full"), (field) => filled.add(field));
    const all = namedTypes(contract.record).flatMap((named) =>
      isRecord(named) ? named.fields.map((f) => `${named.name}.${f.name}`) : [],
    );
    expect(all.filter((field) => !filled.has(field))).toEqual([]);
  });
});

test("the contract list and the schemas name the same records", () =>
  expect(contractList.map((contract) => contract.name)).toEqual([
    ...new Set(catalogue.contracts.map((contract) => contract.name)),
  ]));

test("public fields are read without any key, compartments stay closed", () => {
  expect(decoded.value.sickLeaveId).toBe(certified.sickLeaveId);
  for (const compartment of compartments) expect(decoded.value[compartment]).toBeInstanceOf(Uint8Array);
});

test("no personal value of a record is in its bytes", () => {
  const { value } = encoded("SickLeaveCertified", certified);
  const bytes = Buffer.from(value).toString("latin1");
  const texts =
    JSON.stringify([certified.identity, certified.work, certified.case, certified.medical]).match(
      /(?<=":")[^"]{4,}(?=")/g,
    ) ?? [];
  expect(texts.length).toBeGreaterThan(100);
  for (const text of texts.map((found) => Buffer.from(found).toString("latin1")))
    expect(bytes.includes(text)).toBe(false);
});

test("only what is asked for is opened", () => {
  const opened = right(codec.open(decoded, reader, ["work"]));
  expect(opened.state === "Open" && Object.keys(opened.value)).toEqual([
    ...Object.keys(certified).filter((name) => !compartments.some((compartment) => compartment === name)),
    "work",
  ]);
});

test("the same record is the same bytes", () =>
  expect(encoded("SickLeaveCertified", certified)).toEqual(encoded("SickLeaveCertified", certified)));

describe("who may open", () => {
  test("nobody opens what was sealed for another audience", () =>
    expect(codec.open(decoded, { secret, audience: "welfare" }, ["work"])).toEqual(E.right({ state: "NotMine" })));
  test("an erased person's record opens to nothing", () =>
    expect(codec.open(decoded, { secret: undefined, audience: "hub" }, ["work", "identity"])).toEqual(
      E.right({ state: "Erased" }),
    ));
  test("the employer opens work and identity alone", () => {
    const value = loadSample(catalogue, "SickLeaveRejected", "full");
    const event = right(
      codec.decodeAs(
        "SickLeaveRejected",
        encoded("SickLeaveRejected", { ...value, case: null, medical: null }, "employer"),
      ),
    );
    const employer = { secret, audience: "employer" } as const;
    expect(right(codec.open(event, employer, ["identity", "work"])).state).toBe("Open");
    const foreign = { ...event, value: { ...event.value, medical: decoded.value.medical } };
    expect(codec.open(foreign, employer, ["medical"])).toEqual(E.right({ state: "NotMine" }));
  });
  test("nothing is sealed for who has no key to it", () => {
    expect(() => encoded("SickLeaveCertified", certified, "employer")).toThrow(
      "SickLeaveCertified.case: nothing is sealed for employer",
    );
    expect(compartments.filter((compartment) => holds("employer", compartment))).toEqual(["identity", "work"]);
  });
  test("a compartment moved to another event is a contract failure", () => {
    const other = { ...decoded, eventId: deriveEventId("test", "other") };
    expect(codec.open(other, reader, ["case"])).toEqual(E.left({ _tag: "Tampered" }));
  });
  test("a compartment in the place of another is a contract failure", () => {
    const swapped = { ...decoded, value: { ...decoded.value, work: decoded.value.identity } };
    expect(codec.open(swapped, reader, ["work"])).toEqual(E.left({ _tag: "Tampered" }));
  });
  test("a compartment that was taken out is a contract failure", () => {
    const cut = { ...decoded, value: { ...decoded.value, work: null } };
    expect(codec.open(cut, reader, ["work"])).toEqual(E.left({ _tag: "MissingCompartment" }));
  });
  test("a compartment copied into a view opens with its event's id and type", () => {
    const part = {
      eventId,
      eventType: "SickLeaveCertified",
      compartment: "work",
      content: decoded.value.work as Uint8Array,
    } as const;
    expect(codec.openCopied("SickLeaveCertified", part, reader)).toEqual(
      E.right({ state: "Open", value: certified.work }),
    );
    expect(
      codec.openCopied("SickLeaveCertified", { ...part, eventId: deriveEventId("test", "other") }, reader),
    ).toEqual(E.left({ _tag: "Tampered" }));
  });
});

describe("records that do not decode", () => {
  const good = encoded("SickLeaveCertified", certified);
  const withId = (schemaId: number): Uint8Array => {
    const bytes = Buffer.from(good.value);
    bytes.writeUInt32BE(schemaId, 1);
    return bytes;
  };
  const last = Object.keys(fixedIds(catalogue)).length + 100;
  const cases: ReadonlyArray<readonly [string, { type?: string; value?: Uint8Array }, object]> = [
    ["an unknown type", { type: "Nothing" }, { _tag: "UnknownContract" }],
    ["an empty value", { value: new Uint8Array() }, { _tag: "NotFramed" }],
    ["another first byte", { value: Buffer.from([1, ...good.value.subarray(1)]) }, { _tag: "NotFramed" }],
    ["an unknown schema id", { value: withId(last) }, { _tag: "UnknownSchema", schemaId: last }],
    [
      "another record's schema",
      { type: "SickLeaveRejected" },
      { _tag: "WrongSchema", schemaId: fixedIds(catalogue)["SickLeaveCertified.v1"] },
    ],
    [
      "a cut value",
      { value: good.value.subarray(0, -1) },
      { _tag: "NotAvro", schemaId: fixedIds(catalogue)["SickLeaveCertified.v1"] },
    ],
    [
      "bytes after the end",
      { value: Buffer.concat([good.value, Buffer.from([0])]) },
      { _tag: "NotAvro", schemaId: fixedIds(catalogue)["SickLeaveCertified.v1"] },
    ],
  ];
  test.each(cases)("%s", (_what, change, failure) =>
    expect(codec.decode({ ...good, ...change })).toEqual(E.left(failure)),
  );
});

describe("records that do not fit", () => {
  const wrong = (change: object) => () => codec.encode("SickLeaveCertified", { ...certified, ...change }, hub);
  test("a missing field is named, its value is not", () =>
    expect(wrong({ ruleSetVersion: undefined })).toThrow(
      "samvirke.sickleave.SickLeaveCertified: field ruleSetVersion does not fit its schema",
    ));
  test("a misfit deep in a compartment is named by path alone", () => {
    const error = (() => {
      try {
        wrong({ identity: { ...certified.identity, name: { given: 5, middle: null, family: "Hemmelig" } } })();
        return undefined;
      } catch (caught) {
        return caught as Error;
      }
    })();
    expect(error?.message).toBe("samvirke.shared.PersonIdentity: field name.given does not fit its schema");
    expect(error?.cause).toBeUndefined();
  });
  test("a text in the place of an id is refused", () =>
    expect(wrong({ sickLeaveId: "01857012006" })).toThrow("field sickLeaveId does not fit"));
  test("an undeclared field is refused where tests run", () =>
    expect(wrong({ diagnosis: "L03" })).toThrow("does not fit its schema"));
  test("a missing compartment is named", () =>
    expect(wrong({ work: null })).toThrow("SickLeaveCertified.work: the compartment is missing"));
  test("content without the person's secret is refused", () =>
    expect(() => codec.encode("SickLeaveCertified", certified, { ...hub, secret: undefined })).toThrow(
      "content needs the person's secret",
    ));
  test("a record without compartments needs no secret", () =>
    expect(
      codec.encode("DayPassed", loadSample(catalogue, "DayPassed", "min"), { ...hub, secret: undefined }).length,
    ).toBeGreaterThan(5));
  test("the hot path refuses the same, undeclared fields apart", () => {
    const fast = makeCodec({ catalogue, ids: fixedIds(catalogue) });
    expect(() => fast.encode("SickLeaveCertified", { ...certified, ruleSetVersion: undefined } as never, hub)).toThrow(
      "field ruleSetVersion",
    );
    expect(fast.encode("SickLeaveCertified", { ...certified, extra: 1 } as never, hub)).toEqual(
      encoded("SickLeaveCertified", certified).value,
    );
  });
});

test("a record larger than the encoder's room is written whole", () => {
  const value = loadSample(catalogue, "OutboundMessage", "full");
  for (const size of [10, 64 * 1024, 3_000_000, 20]) {
    const body = new Uint8Array(size).fill(size % 251);
    const bytes = codec.encode("OutboundMessage", { ...value, medical: { body } }, hub);
    const event = right(codec.decodeAs("OutboundMessage", { id: eventId, type: "OutboundMessage", value: bytes }));
    const opened = right(codec.open(event, reader, ["medical"]));
    expect(opened.state === "Open" && Buffer.compare(opened.value.medical?.body ?? body.subarray(1), body)).toBe(0);
  }
});

test("types tell which compartments a record has", () => {
  const names: ReadonlyArray<CompartmentOf<"OutboundMessage">> = ["work", "case", "medical"];
  expect(names).toEqual(contractList.find(({ name }) => name === "OutboundMessage")?.compartments);
  const id: EventId = decoded.eventId;
  expect(id).toBe(eventId);
  expect(secretOf(7).secret.equals(secret.secret)).toBe(true);
});
