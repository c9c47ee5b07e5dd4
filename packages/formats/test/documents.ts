import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { SickLeaveCertified } from "@samvirke/contracts";
import { E } from "@samvirke/kernel";
import type { ParsedCertificate } from "../src/index.ts";
import { parseCertificate } from "../src/index.ts";

const fixture = (file: string): string =>
  readFileSync(fileURLToPath(new URL(`fixtures/${file}`, import.meta.url)), "utf8");

/** A document of ours with every leaf of the certificate's schema, in the envelope of a receiving station. */
export const full = fixture("full.xml");

const unemployed =
  "<ErIkkeIArbeid><ArbeidsforPaSikt>true</ArbeidsforPaSikt><ArbeidsforFraDato>2026-04-12</ArbeidsforFraDato><VurderingDato>2026-04-13</VurderingDato></ErIkkeIArbeid>";

/** The same with the other branch of the only choice that a document cannot take twice. */
export const fullUnemployed = full.replace(/<ErIArbeid>[\s\S]*<\/ErIArbeid>/, unemployed);

export const committedLeaves = fixture("certificate-leaves.txt").trim().split("\n");

export const certificateOf = (document: string): string =>
  /<HelseOpplysningerArbeidsuforhet[\s\S]*<\/HelseOpplysningerArbeidsuforhet>/.exec(document)?.[0] ?? "";

export const msgHeadOf = (document: string): string => /<MsgHead[\s\S]*<\/MsgHead>/.exec(document)?.[0] ?? "";

export const bytes = (text: string): Uint8Array => Buffer.from(text, "utf8");

export const parsed = (document: string | Uint8Array): ParsedCertificate => {
  const result = parseCertificate(typeof document === "string" ? bytes(document) : document);
  if (E.isLeft(result)) throw new Error(`unreadable: ${result.left.class}`);
  return result.right;
};

export const refused = (document: string | Uint8Array): string => {
  const result = parseCertificate(typeof document === "string" ? bytes(document) : document);
  return E.isLeft(result) ? [result.left.class, ...result.left.findings.map(({ code }) => code)].join(" ") : "read";
};

/** The event that a certificate becomes when nothing speaks against it. */
export const certified = (certificate: ParsedCertificate): SickLeaveCertified => ({
  sickLeaveId: "5b1f0c52-7a1e-5d40-9c3a-000000000001",
  archiveId: "5b1f0c52-7a1e-5d40-9c3a-000000000002",
  aliases: [],
  channel: "XML",
  receivedAt: Date.UTC(2026, 2, 2, 7, 15, 33),
  ruleSetVersion: "1",
  policyVersion: "1",
  warnings: certificate.warnings.length,
  assessment: "OK",
  identity: certificate.identity,
  work: certificate.work,
  case: certificate.case,
  medical: certificate.medical,
});
