import { parseCertificate } from "@samvirke/formats";
import { E, parseDay } from "@samvirke/kernel";
import { expect, test } from "vitest";
import { message } from "../rig.cases.ts";
import { certificateFindings } from "./validation.ts";

const at = Date.parse("2026-03-02T09:00:05Z");
const day = (text: string) => parseDay(text)!;

const findings = (more: Parameters<typeof message>[1]) => {
  const parsed = parseCertificate(message(1, more));
  if (E.isLeft(parsed)) throw new Error("not readable");
  return certificateFindings({ ...parsed.right, hasMedicalAssessment: true }, at).filter(
    ({ source }) => source !== "parse",
  );
};

test("a certificate in order has no failed check and no rule", () => expect(findings({})).toEqual([]));

test("a rule that needs neither history nor registers is told", () => {
  const periods = [
    { kind: "FULL", from: day("2026-03-01"), to: day("2026-03-08") },
    { kind: "FULL", from: day("2026-03-05"), to: day("2026-03-12") },
  ] as const;
  expect(findings({ periods })).toMatchObject([
    { source: "rule", path: "HelseOpplysningerArbeidsuforhet/Aktivitet/Periode/PeriodeFOMDato" },
  ]);
});

test("a failed pre-check is told as one", () =>
  expect(findings({ periods: [] })).toMatchObject([{ source: "pre-check", code: "PERIODER_IKKE_OPPGITT" }]));
