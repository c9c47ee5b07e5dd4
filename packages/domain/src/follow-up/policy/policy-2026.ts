import type { FollowUpPolicy } from "./policy.ts";

/**
 * The policy in force.
 *
 * Unit:   days and hours as the names say.
 * Source: aml. § 4-6, ftrl. §§ 8-4 to 8-12 and NAV's own stop points; where no source sets a number it is the hub's, and says so.
 */
export const followUpPolicy2026: FollowUpPolicy = {
  version: "2026-1",
  spell: { gapDays: 16, legalSource: "ftrl. § 8-19; NAV, oppfølgingstilfelle" },
  repeatedAbsence: {
    years: 3,
    spellDays: 16,
    rules: [
      { spells: 5, days: 100 },
      { spells: 2, days: 300 },
    ],
  },
  sickPay: { days: 248, employerPeriodDays: 16, years: 3, newRightDays: 182, noticeDays: 56 },
  duties: {
    USE_CERTIFICATE: { holder: "PERSON", days: null, legalSource: "ftrl. § 8-7" },
    REVIEW: { holder: "WELFARE", days: 7, legalSource: "own policy" },
    PLAN: { holder: "EMPLOYER", days: 28, legalSource: "aml. § 4-6 (3)" },
    DIALOGUE_MEETING_1: { holder: "EMPLOYER", days: 49, legalSource: "aml. § 4-6 (4)" },
    ACTIVITY: { holder: "WELFARE", days: 56, legalSource: "ftrl. § 8-8 (2)" },
    PREPARE_MEETING_2: { holder: "WELFARE", days: 119, legalSource: "NAV, dialogmøtekandidat at 17 weeks" },
    DIALOGUE_MEETING_2: { holder: "WELFARE", days: 182, legalSource: "ftrl. § 8-7 a" },
    ANSWER_CALL: { holder: "PERSON", days: null, legalSource: "ftrl. § 8-7 a; aml. § 4-6 (4)" },
    ANSWER_QUESTION: { holder: "CLINICIAN", days: 21, legalSource: "ftrl. § 21-4" },
    CONSENT: { holder: "PERSON", days: 14, legalSource: "own policy" },
    HELP_ASKED: { holder: "WELFARE", days: 28, legalSource: "own policy" },
    ANSWER_REFERRAL: { holder: "RECEIVER", days: 28, legalSource: "own policy" },
    RECEIPT: { holder: "RECEIVER_SYSTEM", days: null, legalSource: "HIS 80415; own policy" },
    END_OF_SICK_PAY: { holder: "WELFARE", days: null, legalSource: "ftrl. § 8-12" },
  },
  activityMinimumDays: 56,
  helpAtOnceDays: 7,
  referralDays: { TREATMENT: 14, WORK_HELP: 21 },
  receiptHours: 96,
  meetingExemptions: ["UNNTAK", "IKKE_AKTUELL"],
  activityNotRelevant: ["IKKE_AKTUELL"],
};
