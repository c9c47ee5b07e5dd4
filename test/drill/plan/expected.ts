import type { Expected, Kind } from "./message.ts";

type Plain = Exclude<Kind, "repeat">;

/**
 * What each kind of message leads to.
 *
 * Source: the rules of sick-leave certificates (grade, periods, backdating), receipts by list 8258, duplicates and conflicts
 * by the hub's own rule: a duplicate is told to its sender alone, a conflict is no certificate.
 */
export const expectations: Readonly<Record<Plain, Expected>> = {
  full: {
    decision: "SickLeaveCertified",
    outcome: "accepted",
    route: "automatic",
    receipt: "1",
    toWelfare: true,
    row: "OK",
  },
  graded: {
    decision: "SickLeaveCertified",
    outcome: "accepted",
    route: "automatic",
    receipt: "1",
    toWelfare: true,
    row: "OK",
  },
  refused: {
    decision: "SickLeaveRejected",
    outcome: "rejected",
    route: "automatic",
    rule: "GRADERT_SYKMELDING_0_PROSENT",
    receipt: "2",
    toWelfare: true,
    row: "REJECTED",
  },
  manual: {
    decision: "SickLeaveCertified",
    outcome: "accepted",
    route: "manual",
    rule: "OVER_1_MND_MED_BEGRUNNELSE",
    receipt: "1",
    toWelfare: true,
    row: "PENDING",
  },
  // Late by more than a month, which a diagnosis of the specialist service makes no matter.
  specialist: {
    decision: "SickLeaveCertified",
    outcome: "accepted",
    route: "automatic",
    receipt: "1",
    toWelfare: true,
    row: "OK",
  },
  // Stands only because the person has an earlier one for the same days: decided before that one, it would be refused.
  "late-copy": {
    decision: "SickLeaveCertified",
    outcome: "accepted",
    route: "automatic",
    receipt: "1",
    toWelfare: true,
    row: "OK",
  },
  duplicate: {
    decision: "SickLeaveRejected",
    outcome: "duplicate",
    route: "automatic",
    rule: "DUPLIKAT",
    receipt: "2",
    toWelfare: false,
    row: "REJECTED",
  },
  conflict: { decision: "MessageRefused", outcome: "conflict", route: null, receipt: "2", toWelfare: false },
  malformed: { decision: "MessageUnreadable", outcome: "malformed", route: null, toWelfare: false },
};
