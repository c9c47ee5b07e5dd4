import type { ReferralAttachment } from "@samvirke/contracts";
import { attachmentsOf } from "../certificate/attachments.ts";
import type { WireDocument } from "../envelope/document.ts";
import { referralsIn } from "../envelope/document.ts";
import type { Findings } from "../xml/findings.ts";

/** The documents beside the referral in a message head; a HelseID signature is none of them. Source: fact sheet 1.3. */
export const headAttachments = (document: WireDocument, findings: Findings): ReadonlyArray<ReferralAttachment> => {
  const [referral] = referralsIn(document);
  if (!referral || !document.msgHead) return [];
  return attachmentsOf(document.documents, referral, findings)
    .filter(({ kind }) => kind !== "SIGNATURE")
    .map(({ kind: _kind, connection: _connection, ...attachment }) => ({
      ...attachment,
      compression: null,
      booking: null,
    }));
};
