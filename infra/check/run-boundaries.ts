import { mkdir, rm, writeFile } from "node:fs/promises";
import { globSync } from "node:fs";
import { join } from "node:path";
import { boundaries, type Boundary } from "./boundaries.mjs";
import { capture } from "./capture.ts";
import type { Finding } from "./finding.ts";

interface Cruise {
  readonly modules: ReadonlyArray<unknown>;
  readonly summary: {
    readonly violations: ReadonlyArray<{
      readonly from: string;
      readonly to: string;
      readonly rule: { readonly name: string };
    }>;
  };
}

const roots = ["packages", "services", "infra", "test"];

const cruise = async (): Promise<Cruise> => {
  const args = ["--config", ".dependency-cruiser.mjs", ...roots, "--output-type", "json"];
  const { stdout } = await capture("depcruise", args);
  return JSON.parse(stdout) as Cruise;
};

const plantedFile = (boundary: Boundary): string => {
  const name = boundary.rule.name.replaceAll(/[^a-z0-9]+/g, "-");
  return join(boundary.plant[0], `zz-planted-${name}.ts`);
};

const clear = async (): Promise<void> => {
  const left = globSync("{packages,services,infra,test}/**/zz-planted-*.ts", {
    exclude: (path) => path.includes("node_modules"),
  });
  await Promise.all(left.map((file) => rm(file, { force: true })));
};

const plant = async (boundary: Boundary): Promise<void> => {
  await mkdir(boundary.plant[0], { recursive: true });
  await writeFile(plantedFile(boundary), `import "${boundary.plant[1]}";\nexport {};\n`);
};

const missed = (seen: Cruise): ReadonlyArray<Finding> =>
  boundaries
    .filter(
      ({ rule, plant: _, ...boundary }) =>
        !seen.summary.violations.some(
          (v) => v.rule.name === rule.name && v.from === plantedFile({ rule, plant: _, ...boundary }),
        ),
    )
    .map(({ rule }) => ({ where: rule.name, what: "a planted violation of this rule was not caught" }));

/** The import matrix holds, and each of its rules was seen to catch a planted violation. */
export const checkBoundaries = async (): Promise<ReadonlyArray<Finding>> => {
  await clear();
  const clean = await cruise();
  if (clean.modules.length < 50)
    return [{ where: "boundaries", what: `only ${clean.modules.length} modules were read` }];
  try {
    await Promise.all(boundaries.map(plant));
    const planted = await cruise();
    return [
      ...clean.summary.violations.map((v) => ({ where: `${v.from} -> ${v.to}`, what: v.rule.name })),
      ...missed(planted),
    ];
  } finally {
    await clear();
  }
};
