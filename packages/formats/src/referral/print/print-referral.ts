import type { Code } from "@samvirke/contracts";
import type { Either } from "@samvirke/kernel";
import { E, printDay } from "@samvirke/kernel";
import type { XmlDraft } from "../../xml/write.ts";
import { printXml } from "../../xml/write.ts";
import type { Edition } from "../editions.ts";
import { edition09, edition091, edition10, edition11, edition20, leavesOfEdition } from "../editions.ts";
import { knownBy } from "../known-elements.ts";
import { namespacesOf } from "../namespaces.ts";
import { parseReferral } from "../parse-referral.ts";
import type { ReferralParts } from "../parts.ts";
import type { WireReferral } from "../wire.ts";
import { some, typedAddress } from "./filled.ts";
import { headDraft } from "./head-draft.ts";
import type { ReferralLoss } from "./losses.ts";
import { lossesBetween } from "./losses.ts";
import { pruned } from "./pruned.ts";
import { copiesOf, fullPartyOf, medical09, medical1x, shared11, shared1x } from "./to-1x.ts";
import { medical20, shared20 } from "./to-20.ts";

/** A version that can be printed. */
export type ReferralVersion = "0.9" | "0.91" | "1.0" | "1.1" | "2.0";

/** NO_DIAGNOSIS: the version demands one, and a code is never made up. */
export interface NotPrintable {
  readonly _tag: "NotPrintable";
  readonly reason: "NO_DIAGNOSIS";
}

export interface PrintedReferral {
  readonly bytes: Uint8Array;
  /** What the version has no place for. */
  readonly losses: ReadonlyArray<ReferralLoss>;
}

/** What to print; `referralId` stands where the sender gave the referral no id of its own. */
export interface ReferralToPrint {
  readonly parts: ReferralParts;
  readonly referralId: string;
}

const editions: Readonly<Record<ReferralVersion, Edition>> = {
  "0.9": edition09,
  "0.91": edition091,
  "1.0": edition10,
  "1.1": edition11,
  "2.0": edition20,
};

const referralType: Code = { system: null, code: "H", text: "Henvisning", originalText: null };

// Written in MIGversion, which the schemas demand of the versions without message head.
const migVersions: Readonly<Record<ReferralVersion, string>> = {
  "0.9": "v0.9 2003-10-13",
  "0.91": "v0.91 2004-08-30",
  "1.0": "v1.0 2005-07-08",
  "1.1": "v1.1 2012-02-15",
  "2.0": "v1.2 2006-05-24",
};

const sharedOf = ({ parts, referralId }: ReferralToPrint, version: ReferralVersion): WireReferral["shared"] => {
  if (version === "2.0") return shared20(parts, referralId);
  return version === "1.1" ? shared11(parts, referralId) : shared1x(parts, referralId);
};

const medicalOf = ({ parts }: ReferralToPrint, version: ReferralVersion): WireReferral["medical"] => {
  if (version === "2.0") return medical20(parts.medical);
  return version === "0.9" || version === "0.91" ? medical09(parts) : medical1x(parts);
};

// What a document encloses stays in the archive; what it only names is named again.
const referencesOf = ({ parts }: ReferralToPrint): WireReferral["attachments"] =>
  parts.medical.attachments
    .filter(({ contentElements }) => contentElements === 0)
    .map(({ index: _index, ...named }) => ({ ...named, messageType: some(named.messageType) }));

const wireOf = (referral: ReferralToPrint, version: ReferralVersion): WireReferral => {
  const { case: shared, identity } = referral.parts;
  const { patient, envelope } = shared;
  const bornText = patient.bornText ?? (patient.bornOn === null ? null : printDay(patient.bornOn));
  return {
    head: { ...envelope, migVersion: migVersions[version], messageType: referralType },
    sender: fullPartyOf(shared, "sender"),
    receiver: fullPartyOf(shared, "receiver"),
    copies: copiesOf(shared),
    named: identity,
    patient: { ...patient, bornText, address: typedAddress(patient) },
    shared: sharedOf(referral, version),
    medical: medicalOf(referral, version),
    attachments: referencesOf(referral),
  };
};

const documentDraft = (referral: ReferralToPrint, version: ReferralVersion): XmlDraft => {
  const edition = editions[version];
  const draft = edition.codec.write(wireOf(referral, version), version === "2.0" ? "Henvisning" : "Message");
  const known = knownBy(leavesOfEdition(edition));
  return pruned({ name: "Message", content: [], ...draft, attributes: namespacesOf(edition) }, known);
};

const demandsDiagnosis: ReadonlyArray<ReferralVersion> = ["0.9", "0.91", "1.0"];

const lossesOf = ({ parts }: ReferralToPrint, bytes: Uint8Array): ReadonlyArray<ReferralLoss> => {
  const again = parseReferral(bytes);
  return E.isLeft(again) ? [{ path: "", reason: "NO_PLACE" }] : lossesBetween(parts, again.right);
};

/**
 * A referral as a version of the standard writes it, with what that version has no place for. What a schema demands and nobody
 * said is printed empty; a code is never made up, so a version that demands a diagnosis is not printed without one.
 *
 * Rejects: NO_DIAGNOSIS.
 * Source:  Henvisning 0.9, 0.91, 1.0, 1.1 (Message), 2.0 (MsgHead 1.2).
 */
export const printReferral = (
  referral: ReferralToPrint,
  version: ReferralVersion,
): Either<NotPrintable, PrintedReferral> => {
  const hasDiagnosis = referral.parts.medical.diagnoses.some(({ concept }) => (concept?.code ?? "") !== "");
  if (!hasDiagnosis && demandsDiagnosis.includes(version))
    return E.left({ _tag: "NotPrintable", reason: "NO_DIAGNOSIS" });
  const document = documentDraft(referral, version);
  const bytes = printXml(version === "2.0" ? headDraft(referral.parts, document) : document);
  return E.right({ bytes, losses: lossesOf(referral, bytes) });
};
