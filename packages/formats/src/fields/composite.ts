import type { CertificateField } from "./field.ts";
import { carried, changed, kept } from "./field.ts";

/** Where a composite element stands: in the certificate, in the event, in the record. */
export interface Places {
  readonly leaf: string;
  readonly event: string;
  readonly record: string;
}

/** A CS that an enum of the record takes the place of. */
export const enumCode = ({ leaf, event, record }: Places): ReadonlyArray<CertificateField> => [
  changed("ENUM", carried(`${leaf}/@V`, `${event}.code`, record)),
  kept(`${leaf}/@DN`, `${event}.text`, "CODE_SAYS_IT"),
];

/** A CS whose code the record has as text. */
export const plainCode = ({ leaf, event, record }: Places): ReadonlyArray<CertificateField> => [
  carried(`${leaf}/@V`, `${event}.code`, record),
  kept(`${leaf}/@DN`, `${event}.text`, "CODE_SAYS_IT"),
];

const words = (leaf: string, event: string): ReadonlyArray<CertificateField> => [
  kept(`${leaf}/@S`, `${event}.system`, "LIST_IS_FIXED"),
  kept(`${leaf}/@DN`, `${event}.text`, "CODE_SAYS_IT"),
  kept(`${leaf}/@OT`, `${event}.originalText`, "NO_PLACE"),
];

/** The type of an identifier that the record does not name. */
export const unnamedType = (leaf: string, event: string): ReadonlyArray<CertificateField> => [
  kept(`${leaf}/@V`, `${event}.code`, "NO_PLACE"),
  ...words(leaf, event),
];

/** The type of an identifier that the record names by an enum; `also` is what else of the event follows from it. */
export const namedType = (
  { leaf, event, record }: Places,
  also: ReadonlyArray<string>,
): ReadonlyArray<CertificateField> => [
  changed("ENUM", carried(`${leaf}/@V`, [`${event}.code`, ...also], record)),
  ...words(leaf, event),
];

/** A diagnosis. */
export const diagnosis = ({ leaf, event, record }: Places): ReadonlyArray<CertificateField> => [
  changed("NO_DOTS", carried(`${leaf}/@V`, `${event}.code`, `${record}.kode`)),
  changed("ENUM", carried(`${leaf}/@S`, `${event}.system`, `${record}.system`)),
  carried(`${leaf}/@DN`, `${event}.text`, `${record}.tekst`),
  kept(`${leaf}/@OT`, `${event}.originalText`, "NO_PLACE"),
];

/** An ArsakType. */
export const causes = ({ leaf, event, record }: Places): ReadonlyArray<CertificateField> => [
  ...enumCode({ leaf: `${leaf}/Arsakskode`, event: `${event}.codes[]`, record: `${record}.arsak[]` }),
  carried(`${leaf}/Beskriv`, `${event}.text`, `${record}.beskrivelse`),
];

/** A NavnType. */
export const name = ({ leaf, event, record }: Places): ReadonlyArray<CertificateField> => [
  carried(`${leaf}/Etternavn`, `${event}.family`, `${record}.etternavn`),
  carried(`${leaf}/Mellomnavn`, `${event}.middle`, `${record}.mellomnavn`),
  carried(`${leaf}/Fornavn`, `${event}.given`, `${record}.fornavn`),
];

/** A TeleCom. */
export const contactPoint = ({ leaf, event, record }: Places): ReadonlyArray<CertificateField> => [
  ...enumCode({ leaf: `${leaf}/TypeTelecom`, event: `${event}.type`, record: `${record}.type` }),
  carried(`${leaf}/TeleAddress/@V`, `${event}.address`, `${record}.value`),
];

/** An Address. */
export const address = ({ leaf, event, record }: Places): ReadonlyArray<CertificateField> => [
  ...enumCode({ leaf: `${leaf}/Type`, event: `${event}.type`, record: `${record}.type` }),
  carried(`${leaf}/StreetAdr`, `${event}.street`, `${record}.gateadresse`),
  carried(`${leaf}/PostalCode`, `${event}.postalCode`, `${record}.postnummer`),
  carried(`${leaf}/City`, `${event}.city`, `${record}.poststed`),
  carried(`${leaf}/Postbox`, `${event}.postBox`, `${record}.postboks`),
  ...plainCode({ leaf: `${leaf}/County`, event: `${event}.county`, record: `${record}.kommune` }),
  ...plainCode({ leaf: `${leaf}/Country`, event: `${event}.country`, record: `${record}.land` }),
];
