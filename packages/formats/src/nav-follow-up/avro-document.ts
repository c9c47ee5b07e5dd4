import { foreignFrame, readContainer } from "@samvirke/contracts";
import type { ForeignAvro, ForeignSchema } from "@samvirke/contracts";
import type { Either } from "@samvirke/kernel";
import { E } from "@samvirke/kernel";
import type { JsonSource } from "../nav-sick-leave/json-source.ts";
import type { Malformed, Read } from "../nav-sick-leave/malformed.ts";
import { malformed, readLenient } from "../nav-sick-leave/malformed.ts";

/** An Avro record as it comes: framed or bare, with the schema it was written by where a registry told it. */
export interface AvroDocument {
  readonly bytes: Uint8Array;
  readonly writer?: ForeignSchema;
}

/** The record in bytes: an Avro file of one record brings the schema that it was written by. */
export const avroDocumentOf = (bytes: Uint8Array): AvroDocument => {
  const file = readContainer(bytes);
  return file ? { bytes: file.body, writer: file.writer } : { bytes };
};

/** The bytes of the record, its frame taken off. */
const bodyOf = ({ bytes }: AvroDocument): Uint8Array => foreignFrame(bytes)?.body ?? bytes;

/** Reads an Avro record; what is no record of its schema is malformed. */
export const readAvro = <A>(
  avro: ForeignAvro,
  document: AvroDocument,
  read: (source: JsonSource) => A,
): Either<Malformed, Read<A>> => {
  const decoded = avro.decode(bodyOf(document), document.writer);
  return E.isLeft(decoded) ? malformed([{ path: "", rule: decoded.left._tag }]) : readLenient(decoded.right, read);
};
