export { defaultLimits, guard } from "./xml/guard.ts";
export type { Hostile, HostileReason, MessageLimits } from "./xml/guard.ts";
export { readEnvelope } from "./envelope/read-envelope.ts";
export type { EnvelopeSummary, PersonNumber, SenderParty } from "./envelope/read-envelope.ts";
export type { MessageKind } from "./envelope/message-kind.ts";
export { parseCertificate } from "./certificate/parse-certificate.ts";
export type { ParsedCertificate, Unreadable, UnreadableClass } from "./certificate/parse-certificate.ts";
export { isHospitalMessage } from "./certificate/signer.ts";
