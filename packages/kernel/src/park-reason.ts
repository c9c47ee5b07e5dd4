/**
 * Why a record was parked. contract: one of ours does not decode; defect: a throw in a core; constraint: the database
 * refused the row; too-long: a value of it, what it leads to, or its handling is longer than allowed; behind: an earlier
 * record of the person is parked.
 */
export const parkReasons = ["contract", "defect", "constraint", "too-long", "behind"] as const;
export type ParkReason = (typeof parkReasons)[number];
