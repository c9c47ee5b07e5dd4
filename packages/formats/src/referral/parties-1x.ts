import type { OtherReceiver, ReferralCopyRole, ReferralParty, ReferralProvider, WireParty } from "@samvirke/contracts";
import type { ElementCodec } from "../codec/codec.ts";
import { absent, many, one, record, struct } from "../codec/combine.ts";
import { levels, otherProfessionals } from "../codec/hcp.ts";
import { cs, cv, text, ts } from "../codec/values.ts";
import type { FullCopy, FullParty } from "./wire.ts";

const unnamed = {
  specialty: one("HCP/MedSpeciality", cv),
  idByRequester: one("HCP/PartyIdByRequester", text),
  idByServiceProvider: one("HCP/PartyIdByServProv", text),
  cityDistrict: one("HCP/Address/CityDistr", cs),
  otherProfessionals,
};

const withRole = record<ReferralParty>({ role: one("Role", cs), ...unnamed });
const withoutRole = record<ReferralParty>({ role: absent(null), ...unnamed });

const copyRole = struct<ReferralCopyRole>({
  messageType: one("MsgType", cs),
  wantedMethod: one("ReqComMethod", cs),
  actualMethod: one("ActComMethod", cs),
});

const copyReceiver = record<OtherReceiver>({
  comMethod: absent(null),
  role: one("Role", cs),
  organisations: levels,
  patient: absent(null),
  person: absent(null),
  healthcareProfessional: absent(null),
});

/** The elements of a referral that hold a HCP. */
export interface PartyCodecs {
  /** Requester and ServProvider. */
  readonly party: ElementCodec<FullParty>;
  /** CopyDest. */
  readonly copy: ElementCodec<FullCopy>;
  /** PatRelHCP. */
  readonly provider: ElementCodec<ReferralProvider>;
}

/** Codecs of what holds a HCP, by the sequence in which an edition writes it. */
export const partiesIn = (order: ReadonlyArray<string>): PartyCodecs => ({
  party: struct<FullParty>(
    { wire: record<WireParty>({ comMethod: one("ComMethod", cs), organisations: levels }), party: withRole },
    order,
  ),
  copy: struct<FullCopy>(
    { receiver: copyReceiver, copy: record({ party: withoutRole, documents: many("CopyDestRole", copyRole) }) },
    order,
  ),
  provider: struct<ReferralProvider>(
    {
      relation: one("Relation", cs),
      from: one("StartDateTime", ts),
      to: one("EndDateTime", ts),
      organisations: levels,
      party: withoutRole,
    },
    order,
  ),
});
