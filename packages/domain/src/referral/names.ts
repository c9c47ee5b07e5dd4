import type { ReferralCase, WireEnvelope } from "@samvirke/contracts";
import { isUuid, uuid5 } from "@samvirke/kernel";
import type { ReferralNames } from "./model.ts";

/** What to make HMACs over, one per name; the parts are length-prefixed by whoever makes it. */
export interface NameParts {
  readonly referral: ReadonlyArray<string> | null;
  readonly message: ReadonlyArray<string> | null;
  readonly earlier: ReadonlyArray<ReadonlyArray<string>>;
}

const plain = (id: string): string => id.trim().toLowerCase();

// A UUID is the same for everybody; any other id only means something beside its sender.
const parts = (id: string, sender: string): ReadonlyArray<string> =>
  isUuid(plain(id)) ? ["referral", plain(id)] : ["referral", sender, plain(id)];

const named = (id: string | null, sender: string): ReadonlyArray<string> | null =>
  id === null || plain(id) === "" ? null : parts(id, sender);

const allNamed = (ids: ReadonlyArray<string | null>, sender: string): ReadonlyArray<ReadonlyArray<string>> =>
  ids.flatMap((id) => {
    const one = named(id, sender);
    return one === null ? [] : [one];
  });

/** Life cycle messages of a known referral, list 7309. */
const lifecycle: ReadonlyArray<string> = ["M", "A", "O", "C"];

/**
 * The names in a referral. What it names as earlier counts only where it changes or cancels: a new one may name any document.
 *
 * Source: Henvisning 1.x, ServReq/Id and RefDoc/Id; 2.0, DocumentId.
 */
export const namesIn = (content: ReferralCase, sender: string): NameParts => {
  const speaks = lifecycle.includes((content.lifecycle?.code ?? "").trim().toUpperCase());
  return {
    referral: named(content.referralIdAsSent, sender),
    message: named(content.envelope.messageId, sender),
    earlier: speaks ? allNamed(content.refersTo, sender) : [],
  };
};

/** The names in an answer about a referral: its own id and every reference it makes. Source: HIS 1206, ConversationRef. */
export const namesInAnswer = (
  envelope: WireEnvelope | null,
  references: ReadonlyArray<string | null>,
  sender: string,
): NameParts => ({
  referral: null,
  message: named(envelope?.messageId ?? null, sender),
  earlier: allNamed(
    [...references, envelope?.parentReference ?? null, envelope?.conversationReference ?? null],
    sender,
  ),
});

/** All of a message's names. */
export const allNames = ({ referral, message, earlier }: ReferralNames): ReadonlyArray<string> => [
  ...new Set([...(referral === null ? [] : [referral]), ...(message === null ? [] : [message]), ...earlier]),
];

/** The id of a referral's stream, by the strongest name that a message has for it. */
export const referralIdOf = ({ referral, message, earlier }: ReferralNames, archiveId: string): string =>
  uuid5("referral", referral ?? earlier[0] ?? message ?? archiveId);
