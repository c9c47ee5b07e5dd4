export { partNames, partTitles, type PartName } from "./part-names.ts";
export { startParts, type Parts, type PartsOptions } from "./parts.ts";
export { freePort, isPortFree } from "./ports.ts";
