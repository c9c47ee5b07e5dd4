import { openHub, withHub } from "@samvirke/stage";
import type { Make } from "@samvirke/stage";
import { actRoutes } from "./adapter/act-routes.ts";
import { documentRoutes } from "./adapter/document-routes.ts";
import { readRoutes } from "./adapter/read-routes.ts";
import { sampleRoutes } from "./adapter/sample-routes.ts";
import { makeServer } from "./adapter/server.ts";
import { readSettings } from "./config.ts";

/** Status, cases, parked records, and what someone on call may do about them; on loopback. */
export const make: Make = async (env) => {
  const { host, port, registryUrl } = readSettings(env);
  const hub = await openHub({ service: "operations", env, poolSize: 4 });
  const server = makeServer(hub.observe);
  readRoutes(server, { ...hub, registryUrl });
  actRoutes(server, hub);
  sampleRoutes(server, hub);
  documentRoutes(server);
  await server.listen({ host, port });
  return withHub(hub, { stop: async () => server.close(), ended: new Promise(() => undefined) });
};
