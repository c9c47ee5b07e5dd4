import type {
  ContractName,
  Contracts,
  DialogueMessageSent,
  FollowUpPlanShared,
  Identifier,
  MessagePassedOn,
  Organisation,
  ReferralCancelled,
  ReferralChanged,
  ReferralCopied,
  ReferralDeclined,
  ReferralForwarded,
  ReferralGranted,
  ReferralSent,
  SickLeaveReviewed,
  WireEnvelope,
} from "@samvirke/contracts";
import { isWelfareParty } from "@samvirke/contracts";
import { planLetterIdOf, referralLetterIdOf, reviewLetterIdOf } from "../dialogue/index.ts";
import type { AnyEvent } from "../follow-up/index.ts";
import type { Addressee, Outgoing } from "./model.ts";

/** Source: MsgHead, Ack: N asks for no receipt, F for one on error alone. */
const wantsReceipt = ({ ack }: WireEnvelope): boolean => !["N", "F"].includes((ack?.code ?? "").trim());

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

type Receivers = Pick<WireEnvelope, "receiver" | "otherReceivers">;

/** The main receiver first, then whoever gets a copy, in the order of the message. */
const addresseesOf = ({ receiver, otherReceivers }: Receivers): Outgoing["addressees"] => [
  addressee("MAIN", receiver?.organisations ?? []),
  ...otherReceivers.map(({ organisations }) => addressee("COPY", organisations)),
];

/** Whether a message between houses of health goes to another house too: for welfare the hub answers itself. */
const isForHealth = ({ receiver, otherReceivers }: Receivers): boolean =>
  [receiver, ...otherReceivers].some((party) => party !== null && !isWelfareParty(party.organisations));

/** Where an order names no party, welfare's own reference stands for the clinician until the address register is asked. */
const clinicianBy = (reference: string | null): Outgoing["addressees"] => [
  { role: "MAIN", receiver: { name: reference, identifiers: [] } },
];

const letter = (event: DialogueMessageSent): ReadonlyArray<Outgoing> => {
  const { messageId, receivedAt: sentAt, case: shared } = event;
  const { envelope, clinicianReference } = shared;
  if (event.fromSide !== "WELFARE") return [];
  const addressees = envelope.receiver === null ? clinicianBy(clinicianReference) : addresseesOf(envelope);
  return [
    { messageId, names: namesOf(messageId, event.archiveId, envelope.messageId), sentAt, awaited: true, addressees },
  ];
};

const referral = (event: ReferralSent | ReferralChanged): ReadonlyArray<Outgoing> => {
  const { archiveId: messageId, receivedAt: sentAt } = event;
  const { envelope } = event.case;
  if (event.direction === "TO_WELFARE") return [];
  // What welfare asks for may leave as a letter of the hub's.
  const names = namesOf(messageId, envelope.messageId, referralLetterIdOf(messageId));
  return [{ messageId, names, sentAt, awaited: wantsReceipt(envelope), addressees: addresseesOf(envelope) }];
};

const plan = ({ planId, toClinician, format, receivedAt }: FollowUpPlanShared): ReadonlyArray<Outgoing> =>
  toClinician && format !== "NOTICE"
    ? [
        {
          messageId: planLetterIdOf(planId),
          names: [],
          sentAt: receivedAt,
          awaited: true,
          addressees: clinicianBy(planId),
        },
      ]
    : [];

type Relayed =
  | ReferralCancelled
  | ReferralCopied
  | ReferralDeclined
  | ReferralForwarded
  | ReferralGranted
  | MessagePassedOn;

const isOfTheWire = ({ format, sender }: WireEnvelope): boolean =>
  format !== "HUB_JSON" && format !== "UNKNOWN" && !isWelfareParty(sender?.organisations ?? []);

/** A message between houses of health that went on as it was; its receipt is its receiver's. */
const relayed = ({ archiveId: messageId, receivedAt: sentAt, case: shared }: Relayed): ReadonlyArray<Outgoing> => {
  const envelope = shared?.envelope ?? null;
  if (envelope === null || !isOfTheWire(envelope) || !isForHealth(envelope)) return [];
  const names = namesOf(messageId, envelope.messageId);
  return [{ messageId, names, sentAt, awaited: wantsReceipt(envelope), addressees: addresseesOf(envelope) }];
};

/** The letter that may follow a review. Whether it was written hangs on the certificate, so that nothing is missed. */
const review = ({ archiveId, receivedAt, standing, outcome }: SickLeaveReviewed): ReadonlyArray<Outgoing> =>
  standing === "APPLIED" && outcome === "INVALID"
    ? [
        {
          messageId: reviewLetterIdOf(archiveId),
          names: [],
          sentAt: receivedAt,
          awaited: false,
          addressees: clinicianBy(null),
        },
      ]
    : [];

type Told = { readonly [N in ContractName]?: (event: Contracts[N]) => ReadonlyArray<Outgoing> };

const told: Told = {
  DialogueMessageSent: letter,
  ReferralSent: referral,
  ReferralChanged: referral,
  FollowUpPlanShared: plan,
  ReferralCancelled: relayed,
  ReferralCopied: relayed,
  ReferralDeclined: relayed,
  ReferralForwarded: relayed,
  ReferralGranted: relayed,
  MessagePassedOn: relayed,
  SickLeaveReviewed: review,
};

/**
 * What an event makes the hub send that may get a receipt; the ids are those under which follow-up waits for it.
 *
 * Source: canonical model A2 to A5, column receipt.
 */
export const sentOutBy = (event: AnyEvent): ReadonlyArray<Outgoing> => {
  const tell = told[event.type] as ((value: AnyEvent["value"]) => ReadonlyArray<Outgoing>) | undefined;
  return tell === undefined ? [] : tell(event.value);
};
