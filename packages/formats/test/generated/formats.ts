import { readFileSync } from "node:fs";
import type { Either } from "@samvirke/kernel";
import { E } from "@samvirke/kernel";
import {
  appRecFieldTable,
  certificateFieldTable,
  dialogueFieldTable,
  parseAppRec,
  parseCertificate,
  parseDialogue,
  parsePlanForm,
  parseReferral,
  parseStatement,
  planFormFieldTable,
  printDialogueSample,
  printStatement,
  referralFieldTable,
  statementFieldTable,
} from "../../src/index.ts";
import { note, textOf } from "../dialogue-documents.ts";
import { bytes, certificateOf, full } from "../documents.ts";
import { wrapped } from "../referral/documents.ts";
import { tested } from "../referral/editions.ts";
import { standards } from "../standards.ts";
import { typicalStatement } from "../statement-samples.ts";

interface Warned {
  readonly warnings: ReadonlyArray<{ readonly code?: string; readonly rule?: string }>;
}
/** Where a leaf of a format goes, as its field table tells. */
interface Goes {
  readonly leaf: string;
  readonly event: ReadonlyArray<string>;
}
/** A format of which documents are generated. */
export interface Format {
  readonly name: string;
  readonly file: string;
  readonly root: string;
  /** A whole message around a document. */
  readonly wrap: (document: string) => string;
  /** What was read, as the event has it; throws where nothing was. */
  readonly read: (message: Uint8Array) => Warned;
  readonly table: ReadonlyArray<Goes>;
  /** Number of the code list that a leaf's codes are of, by the leaf's end; a schema's own codes need no naming. */
  readonly lists: Readonly<Record<string, string>>;
  /** Where the event keeps what stands more often than the table's path has room for: keys of lists of its own. */
  readonly overflow: ReadonlyArray<string>;
  /** Warnings that a document of chance may rightly get. */
  readonly warns: ReadonlyArray<string>;
}

const reading =
  <A extends Warned>(parse: (message: Uint8Array) => Either<{ readonly class: string }, A>) =>
  (message: Uint8Array): A => {
    const result = parse(message);
    if (E.isLeft(result)) throw new Error(`not read: ${result.left.class}`);
    return result.right;
  };

const inside =
  (message: string, whole: RegExp) =>
  (document: string): string =>
    message.replace(whole, () => document);

const plain = { lists: {}, warns: [], overflow: [] };

const dialogue = (version: "1.0" | "1.1", file: string): Format => ({
  ...plain,
  name: `Dialogmelding ${version}`,
  file,
  root: "Dialogmelding",
  wrap: inside(textOf(printDialogueSample({ ...note, version })), /<Dialogmelding[\s\S]*<\/Dialogmelding>/),
  read: reading(parseDialogue),
  table: dialogueFieldTable.filter(({ only }) => only === undefined || only === version),
  lists: { "Notat/TemaKodet/@V": "9069", "Foresporsel/Hastegrad/@V": "9067" },
  warns: ["SEVERAL_THEMES"],
});

const appRec = (version: string, file: string): Format => ({
  ...plain,
  name: `AppRec ${version}`,
  file,
  root: "AppRec",
  wrap: (document) => document,
  read: (message) => {
    const { status: outcome, errorCodes, content, warnings } = reading(parseAppRec)(message);
    return { outcome, errorCodes, case: content, warnings } as Warned;
  },
  table: appRecFieldTable,
  lists: { "Status/@V": "8258", "Error/@V": "8221" },
  // A receipt whose status has no code.
  warns: ["UNKNOWN_CODE"],
});

const referral = ({ name, file, root, edition }: (typeof tested)[number]): Format => ({
  ...plain,
  name: `Henvisning ${name}`,
  file,
  root,
  wrap: wrapped,
  read: reading(parseReferral),
  table: referralFieldTable(edition),
  lists: { "ReasonAsText/Heading/@V": "8231", "MsgInfo/Status/@V": "7309" },
  // A yes or no that stands empty.
  warns: name === "1.0" ? ["VALUE_UNREADABLE"] : [],
  overflow: ["otherProfessionals"],
});

/** All XML formats whose schema is known. */
export const formats: ReadonlyArray<Format> = [
  {
    ...plain,
    name: "sick-leave certificate 2013-10-01",
    file: "HelseOpplysningerArbeidsuforhet_2013-10-01.xsd",
    root: "HelseOpplysningerArbeidsuforhet",
    wrap: (document) => full.replace(certificateOf(full), () => document),
    read: reading(parseCertificate),
    table: certificateFieldTable,
    lists: {
      "HarArbeidsgiver/@V": "8130",
      "AnnenFraversArsak/Arsakskode/@V": "8131",
      "Arbeidsplassen/Arsakskode/@V": "8132",
      "MedisinskeArsaker/Arsakskode/@V": "8133",
      "Restriksjonskode/@V": "8134",
    },
  },
  {
    ...plain,
    name: "medical statement 2008-06-06",
    file: "NAV-Legeerklaring-2008-06-06.xsd",
    root: "Legeerklaring",
    wrap: inside(textOf(printStatement(typicalStatement)), /<Legeerklaring[\s\S]*<\/Legeerklaring>/),
    read: reading(parseStatement),
    table: statementFieldTable,
  },
  dialogue("1.0", "dialogmelding.xsd"),
  dialogue("1.1", "dialogmelding-v1.1.xsd"),
  appRec("1.0", "AppRec-v1-2004-11-21.xsd"),
  appRec("1.1", "AppRec-v1.1.xsd"),
  {
    ...plain,
    name: "follow-up plan 2016",
    file: "Oppfolgingsplan201607_2.xsd",
    root: "melding",
    wrap: (document) => document,
    read: reading(parsePlanForm),
    table: planFormFieldTable,
  },
  ...tested.map(referral),
];

type Lists = Readonly<Record<string, Readonly<Record<string, string>>>>;

/** The codes of a national list by its number. */
export const codesOfList = (number: string): ReadonlyArray<string> => {
  const { codelists } = JSON.parse(readFileSync(`${standards}kodeverk/kith-codelists.json`, "utf8")) as {
    readonly codelists: Lists;
  };
  const codes = Object.keys(codelists[`2.16.578.1.12.4.1.1.${number}`] ?? {});
  if (codes.length === 0) throw new Error(`no list ${number}`);
  return codes;
};

/** The message around a document, in bytes. */
export const messageOf = ({ wrap }: Format, document: string): Uint8Array => bytes(wrap(document));
