import { readFileSync } from "node:fs";
import { XmlDocument, XsdValidator } from "libxml2-wasm";
import { xmlRegisterFsInputProviders } from "libxml2-wasm/lib/nodejs.mjs";
import { xsd } from "./standards.ts";

xmlRegisterFsInputProviders();

/** Complaints of an XSD about a document; empty when it is valid. */
export const complaints = (schema: string, document: Uint8Array): ReadonlyArray<string> => {
  const url = xsd(schema);
  const schemaDocument = XmlDocument.fromBuffer(readFileSync(url), { url });
  const validator = XsdValidator.fromDoc(schemaDocument);
  const parsed = XmlDocument.fromBuffer(document);
  try {
    validator.validate(parsed);
    return [];
  } catch (failure) {
    return String((failure as Error).message)
      .split("\n")
      .filter((line) => line !== "");
  } finally {
    parsed.dispose();
    validator.dispose();
    schemaDocument.dispose();
  }
};
