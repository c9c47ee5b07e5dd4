// Castagnoli polynomial, reflected.
const polynomial = 0x82f63b78;

const makeFirst = (): Int32Array => {
  const table = new Int32Array(256);
  for (let byte = 0; byte < 256; byte++) {
    let crc = byte;
    for (let bit = 0; bit < 8; bit++) crc = (crc & 1) === 1 ? (crc >>> 1) ^ polynomial : crc >>> 1;
    table[byte] = crc;
  }
  return table;
};

// Eight tables in one array, 256 entries each: eight bytes a round instead of one (slicing by 8).
const makeTables = (): Int32Array => {
  const first = makeFirst();
  const tables = new Int32Array(2048);
  tables.set(first);
  for (let i = 256; i < 2048; i++) {
    const previous = tables[i - 256] as number;
    tables[i] = (previous >>> 8) ^ (first[previous & 0xff] as number);
  }
  return tables;
};

const tables = makeTables();
const at = (index: number): number => tables[index] as number;

/** CRC-32C of bytes `start` to `end`. Source: RFC 3720 appendix B.4. */
export const crc32c = (bytes: Uint8Array, start: number, end: number): number => {
  let crc = -1;
  let i = start;
  for (; i + 8 <= end; i += 8) {
    const low =
      crc ^
      ((bytes[i] as number) |
        ((bytes[i + 1] as number) << 8) |
        ((bytes[i + 2] as number) << 16) |
        ((bytes[i + 3] as number) << 24));
    crc =
      at(1792 + (low & 0xff)) ^
      at(1536 + ((low >>> 8) & 0xff)) ^
      at(1280 + ((low >>> 16) & 0xff)) ^
      at(1024 + (low >>> 24)) ^
      at(768 + (bytes[i + 4] as number)) ^
      at(512 + (bytes[i + 5] as number)) ^
      at(256 + (bytes[i + 6] as number)) ^
      at(bytes[i + 7] as number);
  }
  for (; i < end; i++) crc = (crc >>> 8) ^ at((crc ^ (bytes[i] as number)) & 0xff);
  return (crc ^ -1) >>> 0;
};
