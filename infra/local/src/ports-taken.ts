import { isPortFree, portHolder } from "./ports.ts";
import { portNames, portSettings, type PortName, type Ports } from "./settings.ts";

const sentence = (name: PortName, port: number): string => {
  const { variable, flag } = portSettings[name];
  const holder = portHolder(port) ?? "another process";
  return `Port ${port} (${name}) is taken by ${holder}. Choose another with ${variable}=… or ${flag}=….`;
};

/** One sentence for each port that somebody else listens on: which, who, and what changes it. */
export const takenPorts = async (ports: Ports): Promise<readonly string[]> => {
  const looked = await Promise.all(portNames.map(async (name) => ({ name, free: await isPortFree(ports[name]) })));
  return looked.filter(({ free }) => !free).map(({ name }) => sentence(name, ports[name]));
};
