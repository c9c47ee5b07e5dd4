import type { Edition } from "../../src/referral/editions.ts";
import { edition09, edition091, edition10, edition11, edition20 } from "../../src/referral/editions.ts";

/** The schema of an edition and where its document stands. */
export interface Tested {
  readonly name: string;
  readonly file: string;
  readonly root: string;
  readonly edition: Edition;
}

export const tested: ReadonlyArray<Tested> = [
  { name: "0.9", file: "Henvisning-v0.9.xsd", root: "Message", edition: edition09 },
  { name: "0.91", file: "Henvisning-v0.91.xsd", root: "Message", edition: edition091 },
  { name: "1.0", file: "Henvisning-v1.0.xsd", root: "Message", edition: edition10 },
  { name: "1.1", file: "Henvisning-v1.1.xsd", root: "Message", edition: edition11 },
  { name: "2.0", file: "Henvisning-v2.0.xsd", root: "Henvisning", edition: edition20 },
];
