import type { WireEnvelope } from "@samvirke/contracts";
import { loadCatalogue, loadSample } from "@samvirke/contracts";
import { expect, test } from "vitest";
import { classify } from "./classify.ts";

const catalogue = loadCatalogue();
const written = loadSample(catalogue, "MessageReceived", "full").case.envelope as WireEnvelope;

const to = (value: string | undefined): WireEnvelope => ({
  ...written,
  receiver:
    value === undefined
      ? null
      : {
          comMethod: null,
          organisations: [
            {
              name: null,
              type: null,
              identifiers: [{ value, type: { system: null, code: "HER", text: null, originalText: null } }],
              address: null,
              contactPoints: [],
              healthcareProfessional: null,
            },
          ],
        },
});
const welfare = to("79768");
const hospital = to("8140099");

test.each([
  ["sick-leave", "FELLESFORMAT_1", welfare, "SICK_LEAVE", "EI_FELLESFORMAT", "EDGE"],
  ["sick-leave", "FELLESFORMAT_2", welfare, "SICK_LEAVE", "EI_FELLESFORMAT", "EDGE"],
  ["sick-leave", "MSGHEAD", hospital, "SICK_LEAVE", "MSGHEAD", "EDGE"],
  ["sick-leave", "PAYLOAD", undefined, "SICK_LEAVE", "XML", "HTTP"],
  ["receipt", "FELLESFORMAT_1", undefined, "RECEIPT", "EI_FELLESFORMAT", "NONE"],
  ["receipt", "JSON", undefined, "RECEIPT", "JSON", "NONE"],
  ["dialogue", "FELLESFORMAT_2", hospital, "DIALOGUE", "EI_FELLESFORMAT", "EDGE"],
  ["dialogue", "MSGHEAD", hospital, "DIALOGUE", "MSGHEAD", "RELAY"],
  ["dialogue", "MSGHEAD", welfare, "DIALOGUE", "MSGHEAD", "EDGE"],
  ["referral", "MESSAGE", hospital, "REFERRAL", "XML", "RELAY"],
  ["referral", "MESSAGE", welfare, "REFERRAL", "XML", "EDGE"],
  ["referral", "MSGHEAD", to(undefined), "REFERRAL", "MSGHEAD", "EDGE"],
  ["referral", "FHIR", undefined, "REFERRAL", "FHIR", "HTTP"],
  ["meeting", "AVRO", undefined, "MEETING", "AVRO", "HTTP"],
  ["tombstone", "JSON", undefined, "TOMBSTONE", "JSON", "HTTP"],
  ["discharge-summary", "MSGHEAD", hospital, "UNKNOWN", "MSGHEAD", "EDGE"],
  ["unknown", "UNKNOWN", undefined, "UNKNOWN", "UNKNOWN", "HTTP"],
] as const)("%s in %s", (kind, format, envelope, ...[asKind, asFormat, routeClass]) =>
  expect(classify({ kind, format, document: "UNKNOWN", envelope })).toEqual({
    kind: asKind,
    document: "UNKNOWN",
    format: asFormat,
    routeClass,
  }),
);
