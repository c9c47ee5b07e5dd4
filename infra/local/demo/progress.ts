/** Shows that something is waited for, on standard error: one line that is written over, or whole lines where nobody watches. */
export interface Progress {
  readonly wait: (what: string) => void;
  readonly clear: () => void;
}

const width = 98;

const cut = (text: string): string => (text.length > width ? `${text.slice(0, width - 1)}…` : text);

export const makeProgress = (isWatched: boolean): Progress => {
  const write = (text: string): void => void process.stderr.write(text);
  return {
    wait: (what) =>
      write(isWatched ? `\r\u001B[K${cut(`… waiting for ${what}`)}` : `${cut(`… waiting for ${what}`)}\n`),
    clear: () => {
      if (isWatched) write("\r\u001B[K");
    },
  };
};
