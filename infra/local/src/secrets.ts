import { randomBytes } from "node:crypto";
import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";

/** Where a local hub keeps what only its owner may read. */
export const secretFiles = (folder: string) => ({
  masterKey: join(folder, "keys", "master.key"),
  pepper: join(folder, "keys", "pepper.key"),
  parties: join(folder, "parties.json"),
});

const writeOnce = (file: string, content: () => string): void => {
  if (existsSync(file)) return;
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  writeFileSync(file, content(), { mode: 0o600, flag: "wx" });
};

const key = (): string => `${randomBytes(32).toString("hex")}\n`;
const token = (): string => randomBytes(24).toString("base64url");

// Invented parties: a receiving station, one practice, NAV, and one employer. Of all but the practice the receipt times
// that they state count, so that a case of many months can be told in seconds.
const parties = (): string =>
  `${JSON.stringify(
    [
      { id: "local-station", name: "Lokalt mottak", token: token(), sector: "health", station: true, identifiers: [] },
      {
        id: "local-practice",
        name: "Fjellsiden legekontor",
        token: token(),
        sector: "health",
        station: false,
        identifiers: [
          { type: "HER", value: "8140021" },
          { type: "ENH", value: "999990001" },
        ],
      },
      {
        id: "local-nav",
        name: "NAV",
        token: token(),
        sector: "welfare",
        station: false,
        statesTimes: true,
        identifiers: [
          { type: "HER", value: "79768" },
          { type: "ENH", value: "889640782" },
        ],
      },
      {
        id: "local-employer",
        name: "Kvernbruket",
        token: token(),
        sector: "employer",
        station: false,
        statesTimes: true,
        identifiers: [{ type: "ENH", value: "999990002" }],
      },
    ],
    undefined,
    2,
  )}\n`;

/** Makes the keys and the party file of a local hub; what is there stays, since sealed content hangs on it. */
export const prepareSecrets = (folder: string): void => {
  const files = secretFiles(folder);
  writeOnce(files.masterKey, key);
  writeOnce(files.pepper, key);
  writeOnce(files.parties, parties);
};
