import type { Expected, MatrixCase, Output } from "../model.ts";
import { referralStatus } from "../wire/dialogues.ts";
import { hospital, practice } from "../wire/ground.ts";
import { cancelled, later, referred } from "../wire/referrals.ts";

const unchanged = (kind: string): Output => ({ to: "health", kind, contentType: "application/xml" });

/** Within health: no receipt of the hub's, and the bytes go on to whom they were sent. */
const within = (events: ReadonlyArray<string>, health: ReadonlyArray<string>): Expected => ({
  outcomes: ["accepted"],
  events,
  health,
  welfare: [],
  employer: [],
  out: [unchanged("REFERRAL")],
  receipt: "no AppRec",
});

const first = [referred()] as const;
const older = (version: "1.0" | "1.1") => referred({ version });
const copy = {
  copies: [practice],
  sender: hospital,
  receiver: { ...hospital, name: "Prøvedal rehabilitering", herId: "8140078" },
};

/** A3: referrals within health. */
export const referral: ReadonlyArray<MatrixCase> = [
  { row: "R26", what: "new referral 1.0", own: [older("1.0")], expected: within(["ReferralSent"], ["referrals sent"]) },
  { row: "R26", what: "new referral 1.1", own: [older("1.1")], expected: within(["ReferralSent"], ["referrals sent"]) },
  { row: "R27", what: "new condition 2.0", own: first, expected: within(["ReferralSent"], ["referrals sent"]) },
  {
    row: "R27",
    what: "rehabilitation 2.0 without consent",
    own: [referred({ messageType: "HENVISNING_REHAB" })],
    expected: within(["ReferralSent"], ["referrals sent"]),
  },
  {
    row: "R28",
    what: "change",
    before: first,
    own: [later("M")],
    expected: within(["ReferralChanged"], ["referrals sent"]),
  },
  {
    row: "R28",
    what: "addition",
    before: first,
    own: [later("A")],
    expected: within(["ReferralChanged"], ["referrals sent"]),
  },
  {
    row: "R28",
    what: "update of a 1.1 by its earlier id",
    before: [older("1.1")],
    own: [later("O", () => ({ version: "1.1" }))],
    expected: within(["ReferralChanged"], ["referrals sent"]),
  },
  {
    row: "R29",
    what: "cancellation under the id of what it cancels",
    before: first,
    own: [cancelled],
    expected: within(["ReferralCancelled"], ["referrals cancelled"]),
  },
  {
    row: "R29",
    what: "cancellation that comes first",
    own: [later("C"), referred()],
    expected: {
      ...within(["ReferralCancelled", "ReferralCancelled", "ReferralSent"], ["referrals cancelled"]),
      outcomes: ["accepted", "accepted"],
      // Cancelled ahead, the referral itself is never delivered.
      out: [unchanged("REFERRAL")],
    },
  },
  {
    row: "R30",
    what: "history copy to a copy receiver",
    own: [referred({ lifecycle: "H", ...copy })],
    expected: {
      ...within(["ReferralCopied"], ["referral-copies history"]),
      out: [{ ...unchanged("REFERRAL"), has: [/8140021/] }, unchanged("REFERRAL")],
    },
  },
  ...(
    [
      ["called in", "1", "ReferralGranted", "GRANTED"],
      ["right granted", "2", "ReferralGranted", "GRANTED"],
      ["forwarded", "3", "ReferralForwarded", "FORWARDED"],
      ["declined", "4", "ReferralDeclined", "DECLINED"],
    ] as const
  ).map(([what, code, event, state]): MatrixCase => ({
    row: "R31",
    what: `status ${code}, ${what}`,
    before: first,
    own: [referralStatus(code)],
    expected: {
      ...within([event], [`referrals ${state.toLowerCase().replaceAll("_", "-")}`]),
      out: [{ ...unchanged("DIALOGUE"), has: [/9148/] }],
    },
  })),
];
