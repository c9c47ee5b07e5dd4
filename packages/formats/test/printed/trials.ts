import type { SickLeaveCertified } from "@samvirke/contracts";
import { certified, full, fullUnemployed, parsed } from "../documents.ts";
import { printReceivedSykmelding } from "../../src/index.ts";
import type { Trial } from "./changes.ts";
import { certificateEvents, employerTrials } from "./employer-trials.ts";
import { healthTrials } from "./health-trials.ts";

const number = (code: string, value: string) => ({
  value,
  type: { system: "2.16.578.1.12.4.1.1.9051", code, text: code, originalText: code },
});
const [plain] = certificateEvents;
if (!plain) throw new Error("no certificate");
const { envelope } = plain.case;
const [office] = envelope.sender?.organisations ?? [];
if (!office) throw new Error("no office");
const codeOf = (list: string, code: string) => ({
  system: `2.16.578.1.12.4.1.1.${list}`,
  code,
  text: code,
  originalText: code,
});
// One whose numbers, codes and causes are all of the lists that welfare reads.
const numbered: SickLeaveCertified = {
  ...plain,
  work: { ...plain.work, treatedClock: null },
  case: {
    ...plain.case,
    envelope: {
      ...envelope,
      generatedAt: null,
      messageId: null,
      receivingStation: null,
      sender: {
        comMethod: null,
        organisations: [
          { ...office, identifiers: [number("ENH", "999990001"), number("HER", "80001"), number("RSH", "70001")] },
        ],
      },
    },
    clinicianNumbers: [number("FNR", "01857012009"), number("HER", "80002")],
    registryAnswers: { ...plain.case.registryAnswers, clinicianNumber: null },
    signer: plain.case.signer && {
      ...plain.case.signer,
      numbers: [number("FNR", "01857012009"), number("HPR", "7000001")],
    },
    ruleSetVersionAsSent: "3",
    helpAsked: { atOnce: false, text: "hjelp" },
    patient: {
      ...plain.case.patient,
      contactPoints: [
        { type: codeOf("9051", "MC"), address: "mailto:ronja@prove.example" },
        { type: codeOf("9051", "HP"), address: "tel:77000001" },
        { type: { ...codeOf("9051", "XX"), text: "Hovedtelefon" }, address: "tel:77000002" },
      ],
    },
  },
  medical: {
    ...plain.medical,
    medicalCauses: [{ periodIndex: 0, codes: [codeOf("8133", "1")], text: "rygg" }],
    attachments: plain.medical.attachments.map((one) => ({ ...one, kind: "ATTACHMENT" as const, reference: null })),
    otherAbsence: plain.medical.otherAbsence && { ...plain.medical.otherAbsence, codes: [codeOf("8131", "2")] },
  },
};

/** Every printer with the events that it is tried with. */
export const trials: Readonly<Record<string, Trial>> = {
  ...employerTrials,
  ...healthTrials,
  legacy: {
    isXml: false,
    contract: "SickLeaveCertified",
    events: [...certificateEvents, certified(parsed(full)), certified(parsed(fullUnemployed)), numbered],
    others: { "medical.medicalCauses[].periodIndex": [0] },
    print: (event: SickLeaveCertified) => JSON.stringify(printReceivedSykmelding(event, "")),
  },
};
