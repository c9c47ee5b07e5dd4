import { createHmac, createDecipheriv } from "node:crypto";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Audience } from "@samvirke/kernel";
import { E, mintPersonId } from "@samvirke/kernel";
import { person, secret, secretOf } from "../testing/fixture.ts";
import { openBytes, sealBytes } from "./bytes.ts";
import { lengthPrefixed, makeKeyCache } from "./keys.ts";
import { open, seal } from "./seal.ts";

const keys = makeKeyCache();
const audiences: ReadonlyArray<Audience> = ["hub", "health", "welfare", "employer", "archive"];
const binding = { purpose: "case", context: ["event-1", "SickLeaveCertified"] };
const text = Buffer.from("Ryggen er ikke helt god, æøå");
const sealed = seal(keys, { ...binding, secret, audience: "hub", schemaId: 42 }, text);
const reader = { secret, audience: "hub" } as const;

test("what was sealed is opened by the same reader", () =>
  expect(open(keys, { ...binding, reader }, sealed)).toEqual(
    E.right({ state: "Open", value: { schemaId: 42, bytes: text } }),
  ));

test("the frame is format, audience, key version, schema id, nonce, ciphertext, tag, under derived keys", () => {
  const data = lengthPrefixed(["event-1", "SickLeaveCertified", "case", "42", "1"]);
  const nonceKey = createHmac("sha256", secret.secret).update("5:nonce3:hub4:case").digest();
  const key = createHmac("sha256", secret.secret).update("3:hub4:case").digest();
  const nonce = createHmac("sha256", nonceKey).update(data).update(text).digest().subarray(0, 12);
  expect([...sealed.subarray(0, 10)]).toEqual([1, 1, 0, 0, 0, 1, 0, 0, 0, 42]);
  expect(sealed.subarray(10, 22)).toEqual(nonce);
  const decipher = createDecipheriv("aes-256-gcm", key, nonce).setAAD(data).setAuthTag(sealed.subarray(-16));
  expect(Buffer.concat([decipher.update(sealed.subarray(22, -16)), decipher.final()])).toEqual(text);
});

test("no byte of a frame can be changed without notice", () => {
  for (let index = 0; index < sealed.length; index++) {
    const changed = Buffer.from(sealed);
    changed[index] = (changed[index] ?? 0) ^ 1;
    const opened = open(keys, { ...binding, reader }, changed);
    expect(E.isRight(opened) && opened.right.state === "Open").toBe(false);
  }
});

test("a changed nonce, ciphertext or tag is a contract failure, not an absence", () => {
  for (const index of [10, 21, 22, sealed.length - 17, sealed.length - 16, sealed.length - 1]) {
    const changed = Buffer.from(sealed);
    changed[index] = (changed[index] ?? 0) ^ 1;
    expect(open(keys, { ...binding, reader }, changed)).toEqual(E.left({ _tag: "Tampered" }));
  }
});

describe("sealed content belongs to its event", () => {
  const elsewhere: ReadonlyArray<readonly [string, typeof binding]> = [
    ["another event", { ...binding, context: ["event-2", "SickLeaveCertified"] }],
    ["another type", { ...binding, context: ["event-1", "SickLeaveRejected"] }],
    ["another compartment", { ...binding, purpose: "work" }],
    ["parts cut otherwise", { ...binding, context: ["event-1S", "ickLeaveCertified"] }],
  ];
  test.each(elsewhere)("it does not open in %s", (_what, other) =>
    expect(open(keys, { ...other, reader }, sealed)).toEqual(E.left({ _tag: "Tampered" })),
  );

  test("it does not open under another schema id", () => {
    const changed = Buffer.from(sealed);
    changed.writeUInt32BE(43, 6);
    expect(open(keys, { ...binding, reader }, changed)).toEqual(E.left({ _tag: "Tampered" }));
  });
});

test("another audience's content is not mine, whoever asks", () => {
  for (const mine of audiences)
    for (const theirs of audiences.filter((audience) => audience !== mine))
      expect(
        open(
          keys,
          { ...binding, reader: { secret, audience: mine } },
          seal(keys, { ...binding, secret, audience: theirs, schemaId: 1 }, text),
        ),
      ).toEqual(E.right({ state: "NotMine" }));
});

test("a frame that claims another audience does not open there", () => {
  const changed = Buffer.from(sealed);
  changed[1] = 3;
  expect(open(keys, { ...binding, reader: { secret, audience: "welfare" } }, changed)).toEqual(
    E.left({ _tag: "Tampered" }),
  );
});

test("without the secret everything is erased", () =>
  expect(open(keys, { ...binding, reader: { secret: undefined, audience: "hub" } }, sealed)).toEqual(
    E.right({ state: "Erased" }),
  ));

test("content of a secret that was deleted stays erased when the person comes back", () =>
  expect(open(keys, { ...binding, reader: { secret: secretOf(9, 2), audience: "hub" } }, sealed)).toEqual(
    E.right({ state: "Erased" }),
  ));

test("a key version that has not been is a contract failure", () => {
  const later = seal(keys, { ...binding, secret: secretOf(7, 3), audience: "hub", schemaId: 42 }, text);
  expect(open(keys, { ...binding, reader }, later)).toEqual(E.left({ _tag: "UnknownKeyVersion" }));
});

test("another person's secret opens nothing", () =>
  expect(
    open(makeKeyCache(), { ...binding, reader: { secret: secretOf(8, 1, mintPersonId()), audience: "hub" } }, sealed),
  ).toEqual(E.left({ _tag: "Tampered" })));

test.each([0, 1, 21, 37])("%i bytes are no frame", (length) =>
  expect(open(keys, { ...binding, reader }, sealed.subarray(0, length))).toEqual(E.left({ _tag: "UnknownFormat" })),
);

test("the same input gives the same bytes, other input another nonce", () => {
  const input = fc.record({
    id: fc.string(),
    type: fc.string(),
    purpose: fc.string(),
    bytes: fc.uint8Array({ maxLength: 300 }),
  });
  const make = ({ id, type, purpose, bytes }: { id: string; type: string; purpose: string; bytes: Uint8Array }) =>
    seal(makeKeyCache(), { purpose, context: [id, type], secret, audience: "hub", schemaId: 1 }, bytes);
  fc.assert(
    fc.property(input, input, (a, b) => {
      const same = JSON.stringify(a) === JSON.stringify(b);
      expect(make(a)).toEqual(make(a));
      expect(make(a).subarray(10, 22).equals(make(b).subarray(10, 22))).toBe(same);
    }),
    { numRuns: 200 },
  );
});

describe("the key cache", () => {
  test("keeps the persons last added and no more", () => {
    const cache = makeKeyCache(2);
    const [a, b, c] = [mintPersonId(), mintPersonId(), mintPersonId()].map((whose, index) => secretOf(index, 1, whose));
    const first = cache.keysOf(a!, "hub", "case");
    expect(cache.keysOf(a!, "hub", "case")).toBe(first);
    cache.keysOf(b!, "hub", "case");
    cache.keysOf(c!, "hub", "case");
    expect(cache.keysOf(a!, "hub", "case")).not.toBe(first);
  });
  test("tells a new secret of the same person apart", () => {
    const cache = makeKeyCache();
    const before = cache.keysOf(secret, "hub", "case");
    expect(cache.keysOf(secretOf(8), "hub", "case").key.equals(before.key)).toBe(false);
    expect(cache.keysOf(secretOf(7), "hub", "case").key.equals(before.key)).toBe(true);
  });
  test("forgets whom it is told to", () => {
    const cache = makeKeyCache();
    const before = cache.keysOf(secret, "hub", "case");
    cache.forget(person);
    expect(cache.keysOf(secret, "hub", "case")).not.toBe(before);
  });
});

describe("bytes that are no record", () => {
  const body = { purpose: "body", id: "archive-1" };
  const closed = sealBytes(keys, { ...body, secret, audience: "archive" }, text);
  const archivist = { secret, audience: "archive" } as const;

  test("open with their purpose and id", () =>
    expect(openBytes(keys, { ...body, reader: archivist }, closed)).toEqual(E.right({ state: "Open", value: text })));
  test("do not open under another id or purpose", () => {
    expect(openBytes(keys, { ...body, id: "archive-2", reader: archivist }, closed)).toEqual(
      E.left({ _tag: "Tampered" }),
    );
    expect(openBytes(keys, { ...body, purpose: "state", reader: archivist }, closed)).toEqual(
      E.left({ _tag: "Tampered" }),
    );
  });
  test("are not the hub's when they are the archive's", () =>
    expect(openBytes(keys, { ...body, reader }, closed)).toEqual(E.right({ state: "NotMine" })));
  test("are erased with the person", () =>
    expect(openBytes(keys, { ...body, reader: { ...archivist, secret: undefined } }, closed)).toEqual(
      E.right({ state: "Erased" }),
    ));
});
