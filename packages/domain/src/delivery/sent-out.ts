import type {
  DialogueMessageSent,
  FollowUpPlanShared,
  Identifier,
  Organisation,
  ReferralChanged,
  ReferralSent,
  WireEnvelope,
} from "@samvirke/contracts";
import { planLetterIdOf, referralLetterIdOf } from "../dialogue/index.ts";
import type { AnyEvent } from "../follow-up/index.ts";
import type { Addressee, Outgoing } from "./model.ts";

const plain = (id: string): string => id.trim().toLowerCase();

const namesOf = (messageId: string, ...others: ReadonlyArray<string | null>): Outgoing["names"] => {
  const names = others.map((one) => plain(one ?? "")).filter((name) => name !== "" && name !== messageId);
  return [...new Set(names)];
};

const identifiersOf = (organisations: ReadonlyArray<Organisation>): ReadonlyArray<Identifier> =>
  organisations.flatMap(({ identifiers, healthcareProfessional }) => [
    ...identifiers,
    ...(healthcareProfessional?.identifiers ?? []),
  ]);

const addressee = (role: Addressee["role"], organisations: ReadonlyArray<Organisation>): Addressee => ({
  role,
  receiver: { name: organisations[0]?.name ?? null, identifiers: identifiersOf(organisations) },
});

/** The main receiver first, then whoever gets a copy, in the order of the message. */
const addresseesOf = ({ receiver, otherReceivers }: WireEnvelope): Outgoing["addressees"] => [
  addressee("MAIN", receiver?.organisations ?? []),
  ...otherReceivers.map(({ organisations }) => addressee("COPY", organisations)),
];

/** Where an order names no party, welfare's own reference stands for the clinician until the address register is asked. */
const clinicianBy = (reference: string | null): Outgoing["addressees"] => [
  { role: "MAIN", receiver: { name: reference, identifiers: [] } },
];

const letter = (event: DialogueMessageSent): ReadonlyArray<Outgoing> => {
  const { messageId, receivedAt: sentAt, case: shared } = event;
  const { envelope, clinicianReference } = shared;
  if (event.fromSide !== "WELFARE") return [];
  const addressees = envelope.receiver === null ? clinicianBy(clinicianReference) : addresseesOf(envelope);
  return [{ messageId, names: namesOf(messageId, event.archiveId, envelope.messageId), sentAt, addressees }];
};

const referral = (event: ReferralSent | ReferralChanged): ReadonlyArray<Outgoing> => {
  const { archiveId: messageId, receivedAt: sentAt } = event;
  const { envelope } = event.case;
  if (event.direction === "TO_WELFARE") return [];
  // What welfare asks for may leave as a letter of the hub's.
  const names = namesOf(messageId, envelope.messageId, referralLetterIdOf(messageId));
  return [{ messageId, names, sentAt, addressees: addresseesOf(envelope) }];
};

const plan = ({ planId, toClinician, format, receivedAt }: FollowUpPlanShared): ReadonlyArray<Outgoing> =>
  toClinician && format !== "NOTICE"
    ? [{ messageId: planLetterIdOf(planId), names: [], sentAt: receivedAt, addressees: clinicianBy(planId) }]
    : [];

/**
 * What an event makes the hub send that wants a receipt; the ids are those under which follow-up waits for it.
 *
 * Source: canonical model A2 to A5, column receipt.
 */
export const sentOutBy = (event: AnyEvent): ReadonlyArray<Outgoing> => {
  switch (event.type) {
    case "DialogueMessageSent":
      return letter(event.value);
    case "ReferralSent":
    case "ReferralChanged":
      return referral(event.value);
    case "FollowUpPlanShared":
      return plan(event.value);
    default:
      return [];
  }
};
