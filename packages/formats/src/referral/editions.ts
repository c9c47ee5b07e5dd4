import type { ReferralFormat } from "@samvirke/contracts";
import type { ElementCodec, Leaf } from "../codec/codec.ts";
import { document20 } from "./codec-20.ts";
import { message09, message10, message11 } from "./codec-1x.ts";
import type { Derived, WireReferral } from "./wire.ts";
import { eventLeaves } from "./wire.ts";

/** A version of the referral. */
export interface Edition {
  readonly format: ReferralFormat;
  readonly namespace: string;
  readonly codec: ElementCodec<WireReferral>;
  /** What follows from a leaf beside the field that its codec names. */
  readonly derived: Derived;
  /** Whether the edition has a leaf that the codec knows; the codec of one edition serves older ones, which have less. */
  readonly has: (leaf: string) => boolean;
  /** Elements without which a document is no complete referral; noted, never refused. */
  readonly required: ReadonlyArray<string>;
}

const derived1x: Derived = {
  "GenDate/@V": ["case.envelope.generatedAt"],
  "ServReq/IssueDate/@V": ["case.issuedAt"],
  "ServReq/MsgDescr/@V": ["case.programme"],
  "ServReq/ReqServ/Priority/@V": ["case.urgency"],
  "ServReq/RefDoc/Id": ["case.refersTo[]"],
};

const derived20: Derived = {
  IssueDate: ["case.issuedAt"],
  "TypeInnholdIMelding/TypeInnhold/@V": ["case.programme"],
  "ReqServ/Priority/@V": ["case.urgency"],
};

const required1x = [
  "MIGversion",
  "GenDate",
  "MsgId",
  "ServReq",
  "ServReq/ServType",
  "ServReq/IssueDate",
  "ServReq/MsgDescr",
  "ServReq/Id",
  "ServReq/Patient",
  "ServReq/ServProvider",
  "ServReq/Requester",
];

const required20 = ["ServType", "IssueDate", "DocumentId", "TypeInnholdIMelding", "ReqServ"];

const kith = "http://www.kith.no/xmlstds/henvisning/";

const not =
  (...missing: ReadonlyArray<RegExp>) =>
  (leaf: string): boolean =>
    !missing.some((pattern) => pattern.test(leaf));

const comMethod = /\/ComMethod\/@/;
const childPsychiatry =
  /^ServReq\/(?:Comment|Patient\/(?:NeedTranslator|CareSituation|PatRelperson|PatRelInst|Consent))\b/;
const before10: ReadonlyArray<RegExp> = [comMethod, childPsychiatry, /^Status\/@/, /\/HCP\/.*AdditionalId\//];

/** Henvisning 0.9; read as 0.91, since both share a namespace and 0.91 has only the booking in addition. */
export const edition09: Edition = {
  format: "KITH_0_9",
  namespace: `${kith}2003-10-13`,
  codec: message09,
  derived: derived1x,
  has: not(...before10, /\/Booking\//),
  required: [...required1x, "ServReq/Diagnosis"],
};

/** Henvisning 0.91. */
export const edition091: Edition = {
  format: "KITH_0_9",
  namespace: `${kith}2003-10-13`,
  codec: message09,
  derived: derived1x,
  has: not(...before10),
  required: [...required1x, "ServReq/Diagnosis"],
};

export const edition10: Edition = {
  format: "KITH_1_0",
  namespace: `${kith}2005-07-08`,
  codec: message10,
  derived: derived1x,
  has: not(comMethod),
  required: [...required1x, "ServReq/Diagnosis"],
};

export const edition11: Edition = {
  format: "KITH_1_1",
  namespace: `${kith}2012-02-15`,
  codec: message11,
  derived: derived1x,
  has: not(/\/PartyIdBy(?:Requester|ServProv)$/),
  required: [...required1x, "ServReq/ReqServ"],
};

export const edition20: Edition = {
  format: "KITH_2_0",
  namespace: "http://ehelse.no/xmlstds/henvisning/2017-11-30",
  codec: document20,
  derived: derived20,
  has: not(),
  required: required20,
};

const editions: ReadonlyArray<Edition> = [edition091, edition10, edition11, edition20];

/** The edition of a namespace; undefined when the hub has none for it. */
export const editionOf = (namespace: string): Edition | undefined =>
  editions.find((edition) => edition.namespace === namespace);

/** Every leaf of an edition and the fields of the events that follow from it. */
export const leavesOfEdition = ({ codec, derived, has }: Edition): ReadonlyArray<Leaf> =>
  eventLeaves(codec, derived).filter(({ leaf }) => has(leaf));
