import { openHub, withHub } from "@samvirke/stage";
import type { Make } from "@samvirke/stage";
import { actRoutes } from "./adapter/act-routes.ts";
import { parkedRoutes } from "./adapter/parked-routes.ts";
import { startRedriver } from "./adapter/redriver.ts";
import { documentRoutes } from "./adapter/document-routes.ts";
import { readRoutes } from "./adapter/read-routes.ts";
import { makeReplays } from "./adapter/replay/replays.ts";
import { replayRoutes } from "./adapter/replay/routes.ts";
import { makeRebuilds } from "./adapter/rebuild/rebuilds.ts";
import { rebuildRoutes } from "./adapter/rebuild/routes.ts";
import { sampleRoutes } from "./adapter/sample-routes.ts";
import { makeVerifications } from "./adapter/verify/verifications.ts";
import { reseedRoutes } from "./adapter/verify/reseed.ts";
import { verifyRoutes } from "./adapter/verify/routes.ts";
import { makeServer } from "./adapter/server.ts";
import { readSettings } from "./config.ts";

/** Status, cases, parked records, and what someone on call may do about them; on loopback. */
export const make: Make = async (env) => {
  const { host, port, registryUrl } = readSettings(env);
  const hub = await openHub({ service: "operations", env, poolSize: 4 });
  const server = makeServer(hub.observe);
  const redriver = startRedriver(hub);
  readRoutes(server, { ...hub, registryUrl, env });
  parkedRoutes(server, hub);
  actRoutes(server, { ...hub, kick: redriver.kick });
  sampleRoutes(server, hub);
  documentRoutes(server);
  const replays = makeReplays({ ...hub, env });
  replayRoutes(server, replays);
  const rebuilds = makeRebuilds({ ...hub, env });
  rebuildRoutes(server, rebuilds);
  const verifications = makeVerifications(hub);
  verifyRoutes(server, verifications);
  reseedRoutes(server, hub);
  await server.listen({ host, port });
  const stop = async (): Promise<void> => {
    await Promise.all([replays.close(), rebuilds.close(), verifications.close()]);
    await server.close();
    await redriver.stop();
  };
  return withHub(hub, { stop, ended: new Promise(() => undefined) });
};
