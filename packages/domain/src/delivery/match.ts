import type { DeliveryReceiver, Identifier, ReceiptParty } from "@samvirke/contracts";
import type { Addressee, Outgoing, ReceiptContent } from "./model.ts";

// Old systems write a HER-id with a dot in it.
const plain = (value: string | null): string => (value ?? "").replaceAll(/[.\s]/g, "");

const isSame = (one: Identifier, other: Identifier): boolean => {
  const value = plain(one.value);
  if (value === "" || value !== plain(other.value)) return false;
  return one.type.code === null || other.type.code === null || one.type.code === other.type.code;
};

/** Under which a receiver is remembered: its main identifier, else its name. */
export const routeKey = ({ name, identifiers }: DeliveryReceiver): string => {
  const [main] = identifiers;
  return main === undefined ? (name ?? "") : `${main.type.code ?? ""} ${plain(main.value)}`;
};

const named = ({ receiver }: Addressee, party: ReceiptParty): boolean =>
  party.units.some(({ identifiers }) =>
    identifiers.some((given) => receiver.identifiers.some((known) => isSame(known, given))),
  );

const copyRoles: ReadonlyArray<string> = ["COP", "COPY"];

const roleOf = (party: ReceiptParty | null): Addressee["role"] =>
  copyRoles.includes((party?.role?.code ?? "").trim().toUpperCase()) ? "COPY" : "MAIN";

/**
 * Which addressee a receipt is from: the one it names itself as, else the only one in its role, else the main receiver.
 *
 * Source: HIS 80415: one receipt per receiver, copies answer with role COP.
 */
export const addresseeOf = (addressees: ReadonlyArray<Addressee>, answeredBy: ReceiptParty | null): number => {
  const byId = answeredBy === null ? -1 : addressees.findIndex((one) => named(one, answeredBy));
  if (byId >= 0) return byId;
  const byRole = addressees.findIndex(({ role }) => role === roleOf(answeredBy));
  return Math.max(byRole, 0);
};

/** Whether an id names a message that was sent. */
export const isNamed = ({ messageId, names }: Outgoing, id: string | null): boolean =>
  id !== null && (messageId === id || names.includes(id));

/** The receiver does not exist. Source: list 8221. */
const noReceiver = "E21";

/** Whether a receipt says that nothing more can go this way. */
export const isRouteClosed = (status: ReceiptContent["status"], errorCodes: ReadonlyArray<string>): boolean =>
  status === "REFUSED" && errorCodes.includes(noReceiver);
