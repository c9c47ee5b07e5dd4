import type { MessageDocument } from "@samvirke/contracts";
import { foreignFrame } from "@samvirke/contracts";
import { E } from "@samvirke/kernel";
import { avroDocumentOf } from "../nav-follow-up/avro-document.ts";
import type { AvroDocument } from "../nav-follow-up/avro-document.ts";
import { readMeetingStatus } from "../nav-follow-up/read-meeting-status.ts";
import { readPersonRegisterEvent, readRegisteredNumbers } from "../nav-follow-up/read-person-register.ts";
import type { MessageKind } from "./message-kind.ts";
import type { PersonNumber, RecordDoor, RecordPlace } from "./record-door.ts";
import { closedDoor } from "./record-door.ts";

interface AvroReader {
  readonly document: MessageDocument;
  readonly kind: MessageKind;
  readonly topics: ReadonlyArray<string>;
  /** The person's number, undefined where there is none; null: the bytes are another record. */
  readonly number: (document: AvroDocument) => string | undefined | null;
}

const elevenDigits = /^\d{11}$/;

// Of all numbers of a human the one in use, else any of the national register: an aktørId is in no other document.
const currentNumber = (document: AvroDocument): string | undefined | null => {
  const read = readRegisteredNumbers(document);
  if (E.isLeft(read)) return null;
  const national = read.right.identity.numbers.filter(({ kind }) => kind === "FNR" || kind === "DNR");
  return (national.find(({ current }) => current) ?? national[0])?.number.value ?? undefined;
};

const readers: ReadonlyArray<AvroReader> = [
  {
    document: "MEETING_STATUS",
    kind: "meeting",
    topics: ["teamsykefravr.isdialogmote-dialogmote-statusendring"],
    number: (document) => {
      const read = readMeetingStatus(document);
      return E.isLeft(read) ? null : read.right.personNumber;
    },
  },
  {
    document: "PERSON_EVENT",
    kind: "person",
    topics: ["pdl.leesah", "pdl.leesah-v1"],
    number: (document) => {
      const read = readPersonRegisterEvent(document);
      return E.isLeft(read) ? null : read.right.personNumbers.find((number) => elevenDigits.test(number));
    },
  },
  { document: "PERSON_NUMBERS", kind: "person", topics: ["pdl.aktor-v2"], number: currentNumber },
];

// An aktørId is in no other document; the national numbers of a human are what others name.
const allNumbers = (document: AvroDocument): ReadonlyArray<PersonNumber> => {
  const read = readRegisteredNumbers(document);
  if (E.isLeft(read)) return [];
  return read.right.identity.numbers.flatMap(({ number: { value }, kind }) =>
    (kind === "FNR" || kind === "DNR") && value !== null ? [{ value, type: undefined }] : [],
  );
};

const personOf = (number: string | undefined | null): PersonNumber | undefined =>
  number ? { value: number, type: undefined } : undefined;

const opened = (
  { document, kind }: AvroReader,
  number: string | undefined | null,
  bytes: AvroDocument,
): RecordDoor => ({
  ...closedDoor,
  format: "AVRO",
  document,
  kind,
  person: personOf(number),
  ...(document === "PERSON_NUMBERS" ? { numbers: allNumbers(bytes) } : {}),
});

/** Document and person of an Avro record: by its topic where that is told, else by the schema that its bytes are of. */
export const readAvroDoor = (bytes: Uint8Array, { topic }: RecordPlace): RecordDoor => {
  const document = avroDocumentOf(bytes);
  const told = readers.find(({ topics }) => topic !== undefined && topics.includes(topic));
  if (told) return opened(told, told.number(document), document);
  for (const reader of readers) {
    const number = reader.number(document);
    if (number !== null) return opened(reader, number, document);
  }
  return { ...closedDoor, format: "AVRO" };
};

const fileMark = [0x4f, 0x62, 0x6a, 0x01];

/** Whether bytes are an Avro record in a registry's frame, or a file with its schema. */
export const looksLikeAvro = (bytes: Uint8Array): boolean =>
  // "<" after a zero is XML in UTF-16.
  (foreignFrame(bytes) !== undefined && bytes[1] !== 0x3c) || fileMark.every((byte, index) => bytes[index] === byte);
