// Generated from schemas/ by `npm run generate`; never edited.
import type { DayPassed } from "./message.gen.ts";
import type { SickLeaveCertified, SickLeaveRejected } from "./sick-leave.gen.ts";

/** Every record of the hub by its name, in its authored shape. */
export interface Contracts {
  readonly DayPassed: DayPassed;
  readonly SickLeaveCertified: SickLeaveCertified;
  readonly SickLeaveRejected: SickLeaveRejected;
}

/** Every record of the hub: where it is found and what of it is sealed. */
export const contractList = [
  {
    name: "DayPassed",
    area: "message",
    version: 1,
    topics: ["samvirke.messages"],
    compartments: [],
  },
  {
    name: "SickLeaveCertified",
    area: "sick-leave",
    version: 1,
    topics: ["samvirke.events"],
    compartments: ["identity", "work", "case", "medical"],
  },
  {
    name: "SickLeaveRejected",
    area: "sick-leave",
    version: 1,
    topics: ["samvirke.events"],
    compartments: ["identity", "work", "case", "medical"],
  },
] as const;
