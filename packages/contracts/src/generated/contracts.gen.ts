// Generated from schemas/ by `npm run generate`; never edited.
import type { DayPassed, MessageReceived, MessageRefused, MessageUnreadable, PersonRedriven } from "./message.gen.ts";
import type { OutboundMessage } from "./outbound.gen.ts";
import type { SickLeaveCertified, SickLeaveRejected } from "./sick-leave.gen.ts";
import type { ViewChanged } from "./view.gen.ts";

/** Every record of the hub by its name, in its authored shape. */
export interface Contracts {
  readonly DayPassed: DayPassed;
  readonly MessageReceived: MessageReceived;
  readonly MessageRefused: MessageRefused;
  readonly MessageUnreadable: MessageUnreadable;
  readonly PersonRedriven: PersonRedriven;
  readonly OutboundMessage: OutboundMessage;
  readonly SickLeaveCertified: SickLeaveCertified;
  readonly SickLeaveRejected: SickLeaveRejected;
  readonly ViewChanged: ViewChanged;
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
    name: "MessageReceived",
    area: "message",
    version: 1,
    topics: ["samvirke.messages"],
    compartments: ["case"],
  },
  {
    name: "MessageRefused",
    area: "message",
    version: 1,
    topics: ["samvirke.events"],
    compartments: ["case"],
  },
  {
    name: "MessageUnreadable",
    area: "message",
    version: 1,
    topics: ["samvirke.events"],
    compartments: ["case"],
  },
  {
    name: "PersonRedriven",
    area: "message",
    version: 1,
    topics: ["samvirke.messages", "samvirke.events", "samvirke.health.outbound", "samvirke.welfare.outbound", "samvirke.receipt.outbound"],
    compartments: ["case"],
  },
  {
    name: "OutboundMessage",
    area: "outbound",
    version: 1,
    topics: ["samvirke.health.outbound", "samvirke.welfare.outbound", "samvirke.receipt.outbound"],
    compartments: ["case", "medical"],
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
  {
    name: "ViewChanged",
    area: "view",
    version: 1,
    topics: ["samvirke.health.changes", "samvirke.welfare.changes", "samvirke.employer.changes"],
    compartments: [],
  },
] as const;
