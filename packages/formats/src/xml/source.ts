import { isUtf8 } from "node:buffer";

/**
 * Received bytes as text whose structure can be read before anyone knows the encoding.
 *
 * Shape: one character per byte (per code unit in UTF-16), so every index leads back to a byte; `decode` turns a
 *        piece of it into what was written.
 */
export interface Source {
  readonly text: string;
  readonly decode: (piece: string) => string;
  /** The byte at which the character at this index begins. */
  readonly byteOffset: (index: number) => number;
}

const notAscii = /[\x80-\xff]/;

// Well-formed UTF-8 sequences over one character per byte, after the table of RFC 3629 section 4.
const utf8Sequence =
  /[\xc2-\xdf][\x80-\xbf]|\xe0[\xa0-\xbf][\x80-\xbf]|[\xe1-\xec\xee\xef][\x80-\xbf]{2}|\xed[\x80-\x9f][\x80-\xbf]|\xf0[\x90-\xbf][\x80-\xbf]{2}|[\xf1-\xf3][\x80-\xbf]{3}|\xf4[\x80-\x8f][\x80-\xbf]{2}/g;

const utf8 = (piece: string): string => Buffer.from(piece, "latin1").toString("utf8");

/**
 * What a run of bytes (one character each) says: UTF-8 where it is UTF-8, else Latin-1, also mixed in one run.
 * The declared encoding is not asked: senders declare Latin-1 and write UTF-8, or both in one file.
 */
const decodeBytes = (piece: string): string => {
  if (!notAscii.test(piece)) return piece;
  const bytes = Buffer.from(piece, "latin1");
  return isUtf8(bytes) ? bytes.toString("utf8") : piece.replace(utf8Sequence, utf8);
};

const latin1 = (bytes: Uint8Array, from: number): string =>
  Buffer.from(bytes.buffer, bytes.byteOffset + from, bytes.byteLength - from).toString("latin1");

const utf16 = (bytes: Uint8Array, from: number, bigEndian: boolean): Source => {
  const even = bytes.subarray(from, bytes.length - ((bytes.length - from) % 2));
  const units = bigEndian ? Buffer.from(even).swap16() : Buffer.from(even.buffer, even.byteOffset, even.byteLength);
  return { text: units.toString("utf16le"), decode: (piece) => piece, byteOffset: (index) => from + index * 2 };
};

interface Start {
  readonly signature: ReadonlyArray<number>;
  readonly open: (bytes: Uint8Array) => Source;
}

const byteSource = (bytes: Uint8Array, from: number): Source => ({
  text: latin1(bytes, from),
  decode: decodeBytes,
  byteOffset: (index) => from + index,
});

// Byte order marks, and "<" in UTF-16 without one (XML 1.0, appendix F).
const starts: ReadonlyArray<Start> = [
  { signature: [0xef, 0xbb, 0xbf], open: (bytes) => byteSource(bytes, 3) },
  { signature: [0xff, 0xfe], open: (bytes) => utf16(bytes, 2, false) },
  { signature: [0xfe, 0xff], open: (bytes) => utf16(bytes, 2, true) },
  { signature: [0x3c, 0x00], open: (bytes) => utf16(bytes, 0, false) },
  { signature: [0x00, 0x3c], open: (bytes) => utf16(bytes, 0, true) },
];

/** Opens received bytes; never fails, and never changes them. */
export const openSource = (bytes: Uint8Array): Source => {
  const start = starts.find(({ signature }) => signature.every((byte, index) => bytes[index] === byte));
  return start ? start.open(bytes) : byteSource(bytes, 0);
};
