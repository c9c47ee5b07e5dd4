/** What a code on a receipt tells the sender. */
export interface ReceiptCode {
  readonly meaning: string;
  readonly remedy: string;
}

const signal = "Repair what the system writes, then send it as a new message with a new message id.";

/** Every code that the hub writes on a receipt. Source: list 8221; the words are our own. */
export const receiptCodes: Readonly<Record<string, ReceiptCode>> = {
  E10: {
    meaning: "The message id is none, or stood on other content before.",
    remedy: "Give every new message a UUID.",
  },
  E20: {
    meaning: "Whoever signed is not in the register.",
    remedy: "Sign with the number under which the clinician is registered.",
  },
  E21: {
    meaning: "The receiver is not known; no message of this route will arrive.",
    remedy: "Look the receiver up in the address register before the next message.",
  },
  E31: { meaning: "The person's number has the wrong length.", remedy: "Write all eleven digits." },
  E36: {
    meaning: "The message does not say well enough whom it is about.",
    remedy: "State a number, or name, birth date and sex.",
  },
  E53: {
    meaning: "The person's number is in no register.",
    remedy: "Check the number against the person register.",
  },
  T01: { meaning: "The bytes are no well-formed XML, or there are none.", remedy: signal },
  T02: { meaning: "The XML is not a document that can be read.", remedy: signal },
  T10: {
    meaning: "Messages of this kind are not taken.",
    remedy: "Send a kind and edition of the list in the README.",
  },
  T99: { meaning: "The document has a form that is not taken from anybody.", remedy: signal },
  X99: {
    meaning: "Another reason, which the text of the error tells; most rules and pre-checks have this code.",
    remedy: "Find the rule by the findings of the message's status, then its page below.",
  },
};
