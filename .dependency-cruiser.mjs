import { rules } from "./infra/check/boundaries.mjs";

export default {
  forbidden: rules,
  options: {
    parser: "swc",
    doNotFollow: { path: "node_modules" },
    exclude: { path: "(^|/)(\\.samvirke|dist)/|\\.d\\.m?ts$" },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "node", "default"],
      extensions: [".ts", ".mjs", ".js", ".json"],
    },
    moduleSystems: ["es6"],
  },
};
