import { defineConfig } from "vitest/config";

const ignored = ["**/node_modules/**", "**/.samvirke/**"];

export default defineConfig({
  test: {
    passWithNoTests: false,
    teardownTimeout: 120_000,
    projects: [
      {
        test: {
          name: "unit",
          include: ["**/*.test.ts"],
          exclude: [...ignored, "**/*.int.test.ts", "**/*.e2e.test.ts", "**/*.drill.test.ts"],
          testTimeout: 30_000,
        },
      },
      {
        test: {
          name: "parts",
          include: ["**/*.int.test.ts"],
          exclude: ignored,
          globalSetup: ["test/setup/parts.ts"],
          sequence: { groupOrder: 1 },
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
      {
        test: {
          name: "hub",
          include: ["**/*.e2e.test.ts"],
          exclude: ignored,
          globalSetup: ["test/setup/hub.ts"],
          sequence: { groupOrder: 2 },
          fileParallelism: false,
          testTimeout: 600_000,
          hookTimeout: 300_000,
        },
      },
      {
        test: {
          name: "drill",
          include: ["**/*.drill.test.ts"],
          exclude: ignored,
          fileParallelism: false,
          // A hub that is being killed wants the machine for itself.
          sequence: { groupOrder: 3 },
          testTimeout: 1_200_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
});
