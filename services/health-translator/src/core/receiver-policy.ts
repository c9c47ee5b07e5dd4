import type { TakesReferrals } from "./referrals.ts";

const digits = (text: string): string => text.replaceAll(/\D/g, "");

/** Which receivers take referrals from welfare, by their HER-ids. */
export const takesReferralsOf = (herIds: string): TakesReferrals => {
  const known = new Set(
    herIds
      .split(",")
      .map(digits)
      .filter((id) => id !== ""),
  );
  return ({ organisations }) =>
    organisations.some(({ identifiers }) =>
      identifiers.some(({ type, value }) => type.code === "HER" && known.has(digits(value ?? ""))),
    );
};
