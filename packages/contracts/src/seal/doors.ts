import type { Audience, Compartment } from "@samvirke/kernel";

const doors: Readonly<Record<Audience, ReadonlyArray<Compartment>>> = {
  hub: ["identity", "work", "case", "medical"],
  health: ["identity", "work", "case", "medical"],
  welfare: ["identity", "work", "case", "medical"],
  employer: ["identity", "work"],
  archive: [],
};

/** Whether an audience has a key to a compartment at all; nothing is ever sealed for one that has not. */
export const holds = (audience: Audience, compartment: Compartment): boolean => doors[audience].includes(compartment);
