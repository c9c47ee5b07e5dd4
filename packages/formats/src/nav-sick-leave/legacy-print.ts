import type { Address, ContactPoint } from "@samvirke/contracts";
import type { JsonObject } from "../sykmelding-record/json.ts";

/** A postal code as welfare's older JSON has it: a number, or null; leading zeros are lost there. */
export const postalNumber = (code: string | null): number | null =>
  code !== null && /^\d{1,9}$/.test(code.trim()) ? Number(code.trim()) : null;

const isMainPhone = ({ type, address }: ContactPoint): boolean =>
  (address ?? "").startsWith("tel:") &&
  ((type?.code ?? "").includes("HP") || (type?.text ?? "").includes("Hovedtelefon"));

const isMail = ({ address }: ContactPoint): boolean => (address ?? "").startsWith("mailto:");

const plain = (address: string): string => address.replace(/^(?:tel|mailto):/, "");

/**
 * The one contact point that welfare's older JSON keeps.
 *
 * Source: fact sheet 2, details: the first main telephone, else the first mail address (both without their prefix), else
 * the first one as it stands.
 */
export const shownPhone = (contactPoints: ReadonlyArray<ContactPoint>): string | null => {
  const chosen = contactPoints.find(isMainPhone) ?? contactPoints.find(isMail);
  if (chosen !== undefined) return plain(chosen.address ?? "");
  return contactPoints[0]?.address ?? null;
};

const noAddress: JsonObject = { gate: null, postnummer: null, kommune: null, postboks: null, land: null };

/** An address of welfare's older JSON: the town stands under the key of the municipality. */
export const legacyAddressJson = (address: Address | null): JsonObject =>
  address === null
    ? noAddress
    : {
        gate: address.street,
        postnummer: postalNumber(address.postalCode),
        kommune: address.city,
        postboks: address.postBox,
        land: address.country?.code ?? null,
      };
