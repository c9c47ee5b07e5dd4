export type * from "./generated/follow-up.gen.ts";
export type * from "./generated/message.gen.ts";
export type * from "./generated/outbound.gen.ts";
export type * from "./generated/person.gen.ts";
export type * from "./generated/receipt.gen.ts";
export type * from "./generated/referral.gen.ts";
export type * from "./generated/shared.gen.ts";
export type * from "./generated/sick-leave.gen.ts";
export type * from "./generated/view.gen.ts";
export type { Contracts } from "./generated/contracts.gen.ts";
export { contractList } from "./generated/contracts.gen.ts";
export type { SchemaIds } from "./codec/book.ts";
export type { Codec, CodecOptions } from "./codec/codec.ts";
export { makeCodec } from "./codec/codec.ts";
export type {
  AnySealedEvent,
  CompartmentOf,
  ContractName,
  CopiedPart,
  EncodeContext,
  EncodedRecord,
  OpenedOf,
  PublicOf,
  SealedEvent,
  WireOf,
} from "./codec/types.ts";
export type { ForeignAvro, ForeignFailure, ForeignFrame, ForeignSchema } from "./foreign/foreign-avro.ts";
export { printContainer, readContainer } from "./foreign/container.ts";
export type { AvroContainer } from "./foreign/container.ts";
export { foreignAvro, foreignFrame } from "./foreign/foreign-avro.ts";
export type { Api } from "./http/openapi.ts";
export { openApi } from "./http/openapi.ts";
export type { ParkClass } from "./parking/park-classes.ts";
export { parkClasses, parkClassPage } from "./parking/park-classes.ts";
export type { ProblemName, ProblemType } from "./http/problem-table.ts";
export { problems } from "./http/problem-table.ts";
export type { Problem, ProblemDetails, ProblemField } from "./http/problem.ts";
export {
  isProblemName,
  problemDetails,
  problemHeaders,
  problemPage,
  problemPath,
  problemType,
} from "./http/problem.ts";
export type { JsonSchema, Route, RouteAnswer, RouteParameter } from "./http/route.ts";
export { commonProblems, problemsOf } from "./http/route.ts";
export type { Fact, FactOf, Place } from "./record/fact.ts";
export type { EventMeta, Lineage } from "./record/headers.ts";
export { eventHeaders, lineageOf, originOf, timeOf } from "./record/headers.ts";
export type { RecordInput } from "./record/new-record.ts";
export { isWelfareParty, welfareParty } from "./record/welfare-party.ts";
export { dataSchema, newRecord } from "./record/new-record.ts";
export type { RegistryFailure, RegistryOptions } from "./registry/confluent.ts";
export { confluentRegistry, isRefused, lookUpContracts, registerContracts } from "./registry/confluent.ts";
export type { SchemaRegistry } from "./registry/registry.ts";
export { fixedIds, memoryRegistry, registerWith } from "./registry/registry.ts";
export { loadSample } from "./samples/load-sample.ts";
export { erasedFactOf, factOf } from "./samples/sample-fact.ts";
export type { Sensitivity } from "./schema/avro.ts";
export type { Catalogue } from "./schema/catalogue.ts";
export { loadCatalogue } from "./schema/catalogue.ts";
export type { SchemaFinding } from "./schema/finding.ts";
export { lintSchemas } from "./schema/lint.ts";
export { gateSchemas } from "./gate/gate.ts";
export { topics } from "./schema/topics.ts";
export type { BytesBinding, BytesSeal } from "./seal/bytes.ts";
export { openBytes, sealBytes } from "./seal/bytes.ts";
export { holds } from "./seal/doors.ts";
export type { DecodeFailure } from "./seal/failure.ts";
export { explainDecodeFailure } from "./seal/failure.ts";
export type { KeyCache } from "./seal/keys.ts";
export { makeKeyCache } from "./seal/keys.ts";
export type { Reader } from "./seal/seal.ts";
