import type { WireFormat } from "@samvirke/contracts";
import type { XmlNode } from "../xml/tree.ts";
import { child, children, descend } from "../xml/tree.ts";

export const namespaces = {
  fellesformat1: "http://www.trygdeetaten.no/xml/eiff/1/",
  fellesformat2: "http://www.nav.no/xml/eiff/2/",
  msgHead: "http://www.kith.no/xmlstds/msghead/2006-05-24",
  certificate: "http://www.kith.no/xmlstds/HelseOpplysningerArbeidsuforhet/2013-10-01",
  components: "http://www.kith.no/xmlstds/felleskomponent1",
  base64: "http://www.kith.no/xmlstds/base64container",
} as const;

/** A received document with its parts found. */
export interface WireDocument {
  readonly root: XmlNode;
  readonly format: WireFormat;
  /** The first one. */
  readonly msgHead: XmlNode | undefined;
  readonly receivingStation: XmlNode | undefined;
  /** Every Document, those in message heads nested in a Content included, in document order. */
  readonly documents: ReadonlyArray<XmlNode>;
  /** What lies in the documents' Content, or the root and its children where there is no message head. */
  readonly payloads: ReadonlyArray<XmlNode>;
}

const isCalled = (node: XmlNode, name: string, namespace: string): boolean =>
  node.name === name && node.namespace === namespace;

// Every edition has a namespace of its own under these.
const messages = "http://www.kith.no/xmlstds/henvisning/";
const referrals = "http://ehelse.no/xmlstds/henvisning/";

const isMessage = ({ name, namespace }: XmlNode): boolean => name === "Message" && namespace.startsWith(messages);
const isReferral = ({ name, namespace }: XmlNode): boolean => name === "Henvisning" && namespace.startsWith(referrals);

const formatOf = (root: XmlNode): WireFormat => {
  if (isCalled(root, "EI_fellesformat", namespaces.fellesformat1)) return "FELLESFORMAT_1";
  if (isCalled(root, "EI_fellesformat", namespaces.fellesformat2)) return "FELLESFORMAT_2";
  if (isCalled(root, "MsgHead", namespaces.msgHead)) return "MSGHEAD";
  if (isMessage(root)) return "MESSAGE";
  return isCalled(root, "HelseOpplysningerArbeidsuforhet", namespaces.certificate) ? "PAYLOAD" : "UNKNOWN";
};

// The wrapping is a wildcard: any children in any number.
const msgHeadsOf = (root: XmlNode): ReadonlyArray<XmlNode> =>
  [root, ...root.children].filter((node) => isCalled(node, "MsgHead", namespaces.msgHead));

/** What a document carries; a message head inside a Content is one system's known habit and is looked through. */
const carriedBy = (document: XmlNode): ReadonlyArray<XmlNode> => descend(document, "RefDoc", "Content")?.children ?? [];

const documentsOf = (msgHead: XmlNode): ReadonlyArray<XmlNode> => {
  const reported = children(msgHead, "PatientReport").flatMap((report) => children(report, "Document"));
  return [...children(msgHead, "Document"), ...reported].flatMap((document) => {
    const nested = carriedBy(document).filter((below) => isCalled(below, "MsgHead", namespaces.msgHead));
    return nested.length > 0 ? nested.flatMap(documentsOf) : [document];
  });
};

/** Finds the parts of a document; whatever is not there is undefined or empty. */
export const wireDocument = (root: XmlNode): WireDocument => {
  const msgHeads = msgHeadsOf(root);
  const [msgHead] = msgHeads;
  const documents = msgHeads.flatMap(documentsOf);
  return {
    root,
    format: formatOf(root),
    msgHead,
    receivingStation: root === msgHead ? undefined : child(root, "MottakenhetBlokk"),
    documents,
    payloads: msgHead ? documents.flatMap(carriedBy) : [root, ...root.children],
  };
};

/** The sick-leave certificates in a document, normally one. */
export const certificatesIn = (document: WireDocument): ReadonlyArray<XmlNode> =>
  document.payloads.filter((payload) => isCalled(payload, "HelseOpplysningerArbeidsuforhet", namespaces.certificate));

/** The referrals in a document: `Message` before 2.0, `Henvisning` from then on; normally one. */
export const referralsIn = (document: WireDocument): ReadonlyArray<XmlNode> =>
  document.payloads.filter((payload) => isMessage(payload) || isReferral(payload));

/** The `Message` of a referral before 2.0, which has no message head; undefined where there is one. */
export const messageWithoutHead = (document: WireDocument): XmlNode | undefined =>
  document.msgHead === undefined ? document.payloads.find(isMessage) : undefined;
