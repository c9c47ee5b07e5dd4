import type { Problem } from "@samvirke/contracts";
import { isProblemName, openApi, problemPage } from "@samvirke/contracts";
import type { Either } from "@samvirke/kernel";
import { E } from "@samvirke/kernel";
import type { Store } from "@samvirke/store";
import { api } from "../core/api.ts";
import type { Handlers, Reply } from "./exchange.ts";
import type { Metrics } from "./metrics.ts";

export interface InternalDeps {
  readonly store: Pick<Store, "settings">;
  readonly metrics: Metrics;
  /** Whether there is room for more messages. */
  readonly hasRoom: () => boolean;
}

type Internal = "live" | "ready" | "metrics" | "openapi" | "problem";

const pageOf = (name: string): Either<Problem, Reply> =>
  isProblemName(name)
    ? E.right({ status: 200, content: { bytes: problemPage(name), type: "text/markdown; charset=utf-8" } })
    : E.left({ name: "not-found" });

/** Probes, metrics, the OpenAPI document and the pages of problem types. */
export const internalHandlers = (deps: InternalDeps): Pick<Handlers, Internal> => ({
  live: () => Promise.resolve(E.right({ status: 200, content: { json: { status: "live" } } })),
  ready: async () => {
    await deps.store.settings();
    return deps.hasRoom() ? E.right({ status: 200, content: { json: { status: "ready" } } }) : E.left({ name: "busy" });
  },
  metrics: () =>
    Promise.resolve(
      E.right({
        status: 200,
        content: { bytes: deps.metrics.print(), type: "text/plain; version=0.0.4; charset=utf-8" },
      }),
    ),
  problem: ({ path }) => Promise.resolve(pageOf(String(path["name"]))),
  openapi: () => Promise.resolve(E.right({ status: 200, content: { json: openApi(api) } })),
});
