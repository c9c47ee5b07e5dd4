import { spawnSync } from "node:child_process";
import { parseArgs } from "node:util";

/** What is proved by counting, and where it stands. */
const proofs: Readonly<Record<string, ReadonlyArray<string>>> = {
  order: [
    "services/intake/src/adapter/history.test.ts",
    "packages/domain/src/sick-leave/order.test.ts",
    "packages/domain/src/referral/laws.test.ts",
    "packages/domain/src/dialogue/dialogue.test.ts",
    "packages/domain/src/delivery/delivery.test.ts",
    "packages/domain/test/follow-up/order.test.ts",
  ],
  documents: [
    "packages/formats/test/generated",
    "packages/formats/test/referral/round-trip.test.ts",
    "packages/formats/test/referral/print.test.ts",
    "packages/formats/test/referral/hub.test.ts",
    "packages/formats/test/statement.test.ts",
    "packages/formats/test/plan.test.ts",
    "packages/formats/test/dialogue-random.test.ts",
    "packages/formats/test/dialogue-json.test.ts",
    "packages/formats/test/nav-random.test.ts",
    "packages/formats/test/fhir/round-trip.test.ts",
  ],
  hostile: ["services/intake/src/adapter/hostile.test.ts"],
  fhir: ["packages/formats/test/fhir/validator.test.ts"],
};

const usage = `npm run proofs -- [--only ${Object.keys(proofs).join(",")}] [--count N]`;

const asked = (): { readonly files: ReadonlyArray<string>; readonly count: number } | undefined => {
  const { values } = parseArgs({ options: { only: { type: "string" }, count: { type: "string" } } });
  const names = values.only?.split(",") ?? Object.keys(proofs);
  const count = Number(values.count ?? 10_000);
  const isKnown = names.every((name) => Object.hasOwn(proofs, name)) && Number.isSafeInteger(count) && count > 0;
  return isKnown ? { files: names.flatMap((name) => proofs[name] ?? []), count } : undefined;
};

const run = asked();
if (run === undefined) {
  process.stderr.write(`Usage: ${usage}\n`);
  process.exitCode = 2;
} else {
  const count = String(run.count);
  const done = spawnSync(
    process.execPath,
    ["node_modules/vitest/vitest.mjs", "run", "--project", "unit", ...run.files],
    {
      stdio: "inherit",
      env: { ...process.env, SAMVIRKE_DOCUMENTS: count, SAMVIRKE_HISTORIES: count },
    },
  );
  process.exitCode = done.status ?? 1;
}
