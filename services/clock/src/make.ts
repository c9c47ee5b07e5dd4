import { openHub, withHub } from "@samvirke/stage";
import type { Make } from "@samvirke/stage";
import { startTicking } from "./adapter/ticking.ts";

/** Tells the hub which days have ended. */
export const make: Make = async (env) => {
  const hub = await openHub({ service: "clock", env, poolSize: 1 });
  return withHub(hub, startTicking(hub));
};
