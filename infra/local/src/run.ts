import { runGuarded, tailOf, type Command } from "./guarded.ts";

/** Where lines about what is going on are told. */
export type Progress = (line: string) => void;

const quietFor = 5_000;

/** Runs a command to its end, tells every five seconds that it still runs, and fails with the end of its output. */
export const runShown = async (command: Command, title: string, onProgress: Progress): Promise<void> => {
  const began = performance.now();
  const seconds = () => Math.round((performance.now() - began) / 1000);
  onProgress(`${title} …`);
  const ticking = setInterval(() => onProgress(`${title} … ${seconds()} s`), quietFor);
  try {
    const running = await runGuarded(command);
    const end = await running.gone;
    if (end !== "exit code 0") throw new Error(`${title}: ${end}.\n${tailOf(command.log)}`);
    onProgress(`${title}: done in ${seconds()} s.`);
  } finally {
    clearInterval(ticking);
  }
};
