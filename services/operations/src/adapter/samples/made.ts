import type { CertificateSample } from "@samvirke/formats";
import type { Ground } from "./ground.ts";
import { validSample } from "./valid.ts";

/** A sample as it is handed out. */
export interface Made {
  readonly contentType: string;
  readonly bytes: Uint8Array;
}

/** What samples of every kind are made from: the ground, and persons and ids as a certificate of the same wish has them. */
export interface Stuff {
  readonly ground: Ground;
  readonly base: CertificateSample;
  readonly personNumber: string;
}

export type Maker = (stuff: Stuff) => Made;

export const stuffOf = (ground: Ground): Stuff => {
  const base = validSample(ground);
  return { ground, base, personNumber: base.person.number ?? "" };
};

export const xml = (bytes: Uint8Array): Made => ({ contentType: "application/xml", bytes });

export const json = (value: unknown): Made => ({
  contentType: "application/json",
  bytes: Buffer.from(`${JSON.stringify(value)}\n`, "utf8"),
});
