import { printDay } from "@samvirke/kernel";
import { startOfAbsence } from "../earlier.ts";
import type { EarlierCertificate } from "../facts.ts";
import type { Case } from "./builder.cases.ts";
import { awaiting, certificate, earlier, graded, monday, period, plus } from "./builder.cases.ts";

const day = (offset: number): string => plus(monday, offset);

/** The start of absence as days from the certificate's first day. */
const starts = (title: string, certificates: ReadonlyArray<EarlierCertificate>, expected: number): Case => ({
  title,
  actual: () => printDay(startOfAbsence(certificate({ earlier: certificates }))),
  expected: day(expected),
});

const one = (from: number, to: number, more: Partial<EarlierCertificate> = {}): EarlierCertificate =>
  earlier([period(day(from), day(to))], more);

/** Joins the certificate to 270 days before. */
const long = one(-270, -1);

export const absenceCases: ReadonlyArray<Case> = [
  starts("without earlier certificates absence starts with this one", [], 0),
  starts("an earlier certificate that joins on is the start", [one(-10, -1)], -10),
  starts("fifteen free days join", [one(-20, -16)], -20),
  starts("sixteen free days break", [one(-20, -17)], 0),
  starts("a chain of certificates is followed", [one(-10, -1), one(-30, -26)], -30),
  starts("a chain is cut at sixteen free days", [one(-10, -1), one(-30, -27)], -10),
  starts("the order of certificates does not matter", [one(-30, -26), one(-10, -1)], -30),
  starts("nothing behind a break counts", [one(-10, -1), one(-30, -27), one(-40, -31)], -10),
  starts(
    "the periods of one certificate form a chain",
    [earlier([period(day(-20), day(-15)), graded(day(-5), day(-1), 50)])],
    -20,
  ),
  starts("a certificate inside another does not move the start", [one(-20, -1), one(-10, -5)], -20),
  starts("overlapping certificates join", [one(-10, -1), one(-20, -5)], -20),
  starts("days after the first day take part", [one(-3, 5)], -3),
  starts(
    "absence may start with newer days behind a break, as at NAV",
    [earlier([period(day(-40), day(-35)), period(day(10), day(12))])],
    10,
  ),
  starts(
    "a certificate from the same day does not count",
    [earlier([period(day(0), day(1)), period(day(40), day(50))])],
    0,
  ),
  starts("a certificate from the day before does", [earlier([period(day(-1), day(1)), period(day(40), day(50))])], 40),
  starts("a last day 40 weeks back does not count", [long, one(-300, -280)], -270),
  starts("a last day within 40 weeks brings all its days", [long, one(-300, -279)], -300),
  starts("awaiting days do not count", [earlier([awaiting(day(-10), day(-1))])], 0),
  starts(
    "awaiting days count for the 40 weeks",
    [long, earlier([awaiting(day(-12), day(-8)), period(day(-300), day(-280))])],
    -300,
  ),
  starts("a refused certificate does not count", [one(-10, -1, { outcome: "INVALID" })], 0),
  starts("a certificate under assessment counts", [one(-10, -1, { outcome: "MANUAL" })], -10),
  starts("a certificate that the person put aside does not count", [one(-10, -1, { use: "aside" })], 0),
  ...(["open", "confirmed", "sent", "expired"] as const).map((use) =>
    starts(`a certificate that is ${use} counts`, [one(-10, -1, { use })], -10),
  ),
  ...["UGYLDIG_TILBAKEDATERING", "TILBAKEDATERING_KREVER_FLERE_OPPLYSNINGER"].map((remark) =>
    starts(`a certificate with remark ${remark} does not count`, [one(-10, -1, { remarks: ["ANNET", remark] })], 0),
  ),
  starts("a certificate with remark UNDER_BEHANDLING counts", [one(-10, -1, { remarks: ["UNDER_BEHANDLING"] })], -10),
  starts("another diagnosis counts", [one(-10, -1, { mainDiagnosisCode: "P76" })], -10),
];
