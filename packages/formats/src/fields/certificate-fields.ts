import { activityFields } from "./activity-fields.ts";
import type { CertificateField } from "./field.ts";
import { followUpFields } from "./follow-up-fields.ts";
import { medicalFields } from "./medical-fields.ts";
import { personFields } from "./person-fields.ts";

/**
 * Every leaf of the certificate's schema and where it goes. The parser and the printers are held to it by a test that
 * changes each leaf in turn; the document of the same name is printed from it.
 *
 * Source: HelseOpplysningerArbeidsuforhet 2013-10-01, with felleskomponent1 and kith.
 */
export const certificateFieldTable: ReadonlyArray<CertificateField> = [
  ...personFields,
  ...medicalFields,
  ...activityFields,
  ...followUpFields,
];
