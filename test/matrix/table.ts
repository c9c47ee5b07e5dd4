import type { MatrixCase } from "./model.ts";
import { dialogue } from "./rows/dialogue.ts";
import { followUp } from "./rows/follow-up.ts";
import { receipts } from "./rows/receipts.ts";
import { referral } from "./rows/referral.ts";
import { sectors } from "./rows/sectors.ts";
import { sickLeave } from "./rows/sick-leave.ts";

/** Every case of the matrix, in the order of its rows. */
export const cases: ReadonlyArray<MatrixCase> = [
  ...sickLeave,
  ...dialogue,
  ...referral,
  ...sectors,
  ...followUp,
  ...receipts,
];
