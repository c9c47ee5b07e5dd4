/** Bytes that a number takes as zig-zag varint; lengths and deltas below 2^31. */
export const sizeOfVarInt = (value: number): number => {
  let rest = ((value << 1) ^ (value >> 31)) >>> 0;
  let size = 1;
  while (rest > 0x7f) {
    rest >>>= 7;
    size++;
  }
  return size;
};

/** Writes a number as zig-zag varint and tells where it ended. */
export const writeVarInt = (bytes: Uint8Array, value: number, start: number): number => {
  let rest = ((value << 1) ^ (value >> 31)) >>> 0;
  let at = start;
  while (rest > 0x7f) {
    bytes[at++] = (rest & 0x7f) | 0x80;
    rest >>>= 7;
  }
  bytes[at++] = rest;
  return at;
};

/** A place in bytes that moves as they are read. */
export interface Reading {
  readonly bytes: Buffer;
  at: number;
}

/** Reads a zig-zag varint of at most 32 bits. */
export const readVarInt = (reading: Reading): number => {
  let byte = reading.bytes[reading.at++] as number;
  let value = byte & 0x7f;
  for (let shift = 7; byte > 0x7f; shift += 7) {
    byte = reading.bytes[reading.at++] as number;
    value |= (byte & 0x7f) << shift;
  }
  return (value >>> 1) ^ -(value & 1);
};

/** Reads a zig-zag varint of at most 53 significant bits. */
export const readVarLong = (reading: Reading): number => {
  let byte = reading.bytes[reading.at++] as number;
  let value = byte & 0x7f;
  for (let scale = 128; byte > 0x7f; scale *= 128) {
    byte = reading.bytes[reading.at++] as number;
    value += (byte & 0x7f) * scale;
  }
  return value % 2 === 0 ? value / 2 : -(value + 1) / 2;
};
