import type { Code, Organisation, ReceiptError, WireEnvelope } from "@samvirke/contracts";
import { printAppRec10 } from "@samvirke/formats";
import { E } from "@samvirke/kernel";

const code = (value: string, text: string): Code => ({ system: null, code: value, text, originalText: null });

const unit = (name: string, herId: string): Organisation => ({
  name,
  type: null,
  identifiers: [{ value: herId, type: code("HER", "HER-id") }],
  address: null,
  contactPoints: [],
  healthcareProfessional: null,
});

const messageId = "5c1e4c1e-0f0f-4a0a-8b0b-0d0d0e0e0f0f";

// Nobody's message: invented names and ids.
const envelope: WireEnvelope = {
  format: "MSGHEAD",
  messageType: code("SYKMELD", "Sykmelding"),
  migVersion: null,
  generatedAtText: "2026-03-02T08:15:00+01:00",
  generatedAt: null,
  messageId,
  processingStatus: null,
  requestedPriority: null,
  ack: null,
  parentReference: null,
  conversationReference: null,
  sender: { comMethod: null, organisations: [unit("Prøvebakken legekontor", "8140033")] },
  receiver: { comMethod: null, organisations: [unit("NAV", "79768")] },
  otherReceivers: [],
  receivingStation: null,
};

const genDate = Date.UTC(2026, 2, 2, 7, 15, 5);
const receiptId = "0b8f6a0e-5b3c-5d1e-9c57-1f6c1c0f7a11";

const indented = (xml: string): ReadonlyArray<string> => {
  const lines = xml.replaceAll("><", ">\n<").split("\n");
  let depth = 0;
  return lines.map((line) => {
    const closes = line.startsWith("</");
    const opens = /^<[^/?!]/.test(line) && !line.includes("</") && !line.endsWith("/>");
    if (closes) depth -= 1;
    const text = `${"  ".repeat(depth)}${line}`;
    if (opens) depth += 1;
    return text;
  });
};

/** The receipt that a sender gets: refused with an error, or accepted without one. One element a line. */
export const receiptExample = (error: ReceiptError | null): ReadonlyArray<string> => {
  const errors = error === null ? [] : [error];
  const status = error === null ? "OK" : "REFUSED";
  const printed = printAppRec10(envelope, { status, errors, genDate, id: receiptId });
  return E.isLeft(printed) ? [] : indented(Buffer.from(printed.right).toString("utf8").trim());
};

const verdict = /^\s*<(Status|Error)\b/;

/** Status and errors of that receipt alone. */
export const verdictExample = (error: ReceiptError | null): ReadonlyArray<string> =>
  receiptExample(error)
    .filter((line) => verdict.test(line))
    .map((line) => line.trim());
