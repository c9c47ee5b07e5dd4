/** The bytes of a message, and which of them make it the same message wherever it comes by. */
export interface Printed {
  readonly bytes: Buffer;
  /** The MsgHead element, or a receipt's own; the whole where there is none. */
  readonly head: { readonly start: number; readonly end: number };
}

/** A door of the hub. */
export type Door = "health" | "welfare" | "employer";

/** A message on its way to a door. */
export interface Parcel extends Printed {
  readonly door: Door;
  readonly contentType: string;
  /** The topic of welfare's that a record comes from. */
  readonly topic?: string;
}

// A receipt has no MsgHead; it is one element itself.
const headForm = /<(?:\w+:)?(MsgHead|AppRec)[\s>][\s\S]*<\/(?:\w+:)?\1>/;

/** Bytes with the place of their MsgHead. */
export const printed = (content: Uint8Array | string): Printed => {
  const bytes = Buffer.from(content);
  // One character for each byte, so that places in the text are places in the bytes.
  const found = headForm.exec(bytes.toString("latin1"));
  const start = found?.index ?? 0;
  return { bytes, head: { start, end: found ? start + found[0].length : bytes.length } };
};
