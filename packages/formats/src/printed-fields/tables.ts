import {
  appRec10Rows,
  deliveryStatusRows,
  planPdfRows,
  referralAnsweredRows,
  referralGrantedRows,
} from "./answer-rows.ts";
import { grantedCase, grantedTop, refusedCase, refusedTop, settledCase, settledTop } from "./answer-shapes.ts";
import {
  employerCertifiedRows,
  employerPartRows,
  employerReviewedRows,
  employerRevisedRows,
  employerSentRows,
} from "./employer-rows.ts";
import { legacyRows } from "./legacy-rows.ts";
import { letter10Rows, letter11Rows } from "./letter-rows.ts";
import { letterCase, letterIdentity, letterMedical, letterTop } from "./letter-shapes.ts";
import { planCase, planIdentity, planMedical, planTop, planWork } from "./plan-shapes.ts";
import type { PrintedField, Rest } from "./printed-field.ts";
import { printedTable } from "./printed-field.ts";
import { referralMedical } from "./referral-medical-shapes.ts";
import { referralCase, referralIdentity, referralTop, referralWork } from "./referral-shapes.ts";
import {
  certifiedTop,
  revisedTop,
  sickLeaveCase,
  sickLeaveIdentity,
  sickLeaveMedical,
  sickLeaveWork,
} from "./sick-leave-shapes.ts";
import { reviewedCase, reviewedTop, sentCase, sentTop, sentWork } from "./use-shapes.ts";

/** One event, one printed document, and where each leaf of the event goes in it. */
export interface PrintedTable {
  readonly name: string;
  readonly title: string;
  /** The event's Avro contract. */
  readonly contract: string;
  readonly table: ReadonlyArray<PrintedField>;
}

const employersParts: ReadonlyArray<Rest> = [
  ["NOT_ALLOWED", sickLeaveIdentity],
  ["NOT_ALLOWED", sickLeaveWork],
  ["SEALED", sickLeaveCase],
  ["SEALED", sickLeaveMedical],
];

const employer: ReadonlyArray<PrintedTable> = [
  {
    name: "employerCertified",
    title: "The employer's copy: the certificate",
    contract: "SickLeaveCertified",
    table: printedTable(employerPartRows + employerCertifiedRows, ["HUBS_OWN", certifiedTop], ...employersParts),
  },
  {
    name: "employerRevised",
    title: "The employer's copy: a later version of the certificate",
    contract: "SickLeaveRevised",
    table: printedTable(employerPartRows + employerRevisedRows, ["HUBS_OWN", revisedTop], ...employersParts),
  },
  {
    name: "employerSent",
    title: "The employer's copy: what the person sent",
    contract: "SickLeaveSentToEmployer",
    table: printedTable(employerSentRows, ["HUBS_OWN", sentTop], ["NOT_ALLOWED", sentWork], ["SEALED", sentCase]),
  },
  {
    name: "employerReviewed",
    title: "The employer's copy: what welfare decided",
    contract: "SickLeaveReviewed",
    table: printedTable(employerReviewedRows, ["HUBS_OWN", reviewedTop], ["SEALED", reviewedCase]),
  },
];

const appRec = (edition: "1.0" | "1.1"): PrintedTable => ({
  name: `appRec${edition.replace(".", "")}`,
  title: `AppRec ${edition}, here of a message that was refused; every decision holds its envelope and receipt alike`,
  contract: "MessageRefused",
  table: printedTable(appRec10Rows, ["HUBS_OWN", refusedTop], ["NO_PLACE", refusedCase]),
});

const answers: ReadonlyArray<PrintedTable> = [
  appRec("1.0"),
  appRec("1.1"),
  {
    name: "deliveryStatus",
    title: "behandler-dialogmelding-status: what became of a letter",
    contract: "DeliverySettled",
    table: printedTable(deliveryStatusRows, ["HUBS_OWN", settledTop], ["NO_PLACE", settledCase]),
  },
  {
    name: "referralGranted",
    title: "Status of a referral, Dialogmelding 1.1: what was decided",
    contract: "ReferralGranted",
    table: printedTable(referralGrantedRows, ["HUBS_OWN", grantedTop], ["NO_PLACE", grantedCase]),
  },
];

const letter = (edition: "1.0" | "1.1", rows: string): PrintedTable => ({
  name: `letter${edition.replace(".", "")}`,
  title: `A letter from welfare, Dialogmelding ${edition}`,
  contract: "DialogueMessageSent",
  table: printedTable(
    rows,
    ["HUBS_OWN", letterTop],
    ["NO_PLACE", letterIdentity],
    ["NO_PLACE", letterCase],
    ["NO_PLACE", letterMedical],
  ),
});

const letters: ReadonlyArray<PrintedTable> = [
  letter("1.0", letter10Rows),
  letter("1.1", letter11Rows),
  {
    name: "referralAnswered",
    title: "Status of a referral, Dialogmelding 1.1: the referral that it answers",
    contract: "ReferralSent",
    table: printedTable(
      referralAnsweredRows,
      ["HUBS_OWN", referralTop],
      ["NO_PLACE", referralIdentity],
      ["NO_PLACE", referralWork],
      ["NO_PLACE", referralCase],
      ["NO_PLACE", referralMedical],
    ),
  },
];

const documents: ReadonlyArray<PrintedTable> = [
  {
    name: "planPdf",
    title: "A plan's PDF; `lost` is the list of losses beside it",
    contract: "FollowUpPlanShared",
    table: printedTable(
      planPdfRows,
      ["HUBS_OWN", planTop],
      ["NOT_ALLOWED", planIdentity],
      ["NO_PLACE", planWork],
      ["NOT_ALLOWED", planCase],
      ["NOT_ALLOWED", planMedical],
    ),
  },
  {
    name: "legacy",
    title: "ReceivedSykmelding, welfare's older JSON",
    contract: "SickLeaveCertified",
    table: printedTable(
      legacyRows,
      ["HUBS_OWN", certifiedTop],
      ["NO_PLACE", sickLeaveIdentity],
      ["NO_PLACE", sickLeaveWork],
      ["NO_PLACE", sickLeaveCase],
      ["NO_PLACE", sickLeaveMedical],
    ),
  },
];

/** Every table of what is printed from an event. */
export const printedTables: ReadonlyArray<PrintedTable> = [...employer, ...answers, ...letters, ...documents];
