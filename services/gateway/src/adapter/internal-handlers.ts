import { E } from "@samvirke/kernel";
import type { Store } from "@samvirke/store";
import { openApi } from "../core/openapi.ts";
import { routes } from "../core/routes.ts";
import type { Handlers } from "./exchange.ts";
import type { Metrics } from "./metrics.ts";

export interface InternalDeps {
  readonly store: Pick<Store, "settings">;
  readonly metrics: Metrics;
  /** Whether there is room for more messages. */
  readonly hasRoom: () => boolean;
}

const apiVersion = "0.1.0";

/** Probes, metrics and the OpenAPI document. */
export const internalHandlers = (deps: InternalDeps): Pick<Handlers, "live" | "ready" | "metrics" | "openapi"> => ({
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
  openapi: () => Promise.resolve(E.right({ status: 200, content: { json: openApi(routes, apiVersion) } })),
});
