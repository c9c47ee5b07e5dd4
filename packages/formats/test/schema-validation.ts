import { readFileSync } from "node:fs";
import { XmlDocument, XsdValidator } from "libxml2-wasm";
import { xmlRegisterFsInputProviders } from "libxml2-wasm/lib/nodejs.mjs";
import { xsd } from "./standards.ts";

xmlRegisterFsInputProviders();

// Kept for the process: thousands of documents are put before the same few schemas.
const validators = new Map<string, XsdValidator>();

const validatorFor = (schema: string): XsdValidator => {
  const known = validators.get(schema);
  if (known) return known;
  const url = xsd(schema);
  const validator = XsdValidator.fromDoc(XmlDocument.fromBuffer(readFileSync(url), { url }));
  validators.set(schema, validator);
  return validator;
};

/** Complaints of an XSD about a document; empty when it is valid. */
export const complaints = (schema: string, document: Uint8Array): ReadonlyArray<string> => {
  const validator = validatorFor(schema);
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
  }
};
