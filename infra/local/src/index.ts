export { partNames, partTitles, type PartName } from "./part-names.ts";
export { startParts } from "./parts.ts";
export type { Parts, PartsOptions } from "./parts-port.ts";
export { freePort, freePorts, isPortFree } from "./ports.ts";
export { startHub, type Hub, type HubOptions } from "./hub.ts";
export { hubFile } from "./hub-files.ts";
export type { Hosted } from "./hosting.ts";
export type { Addresses, Running, Service } from "./services.ts";
export { home, hubPorts, portNames, portSettings, type PortName, type Ports } from "./settings.ts";
