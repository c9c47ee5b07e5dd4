import type { Api } from "@samvirke/contracts";
import { routes } from "./routes.ts";
import { components } from "./schemas.ts";

/** The gateway as its OpenAPI document tells it. */
export const api: Api = {
  title: "Samvirke gateway",
  version: "0.1.0",
  description:
    "Messages in, receipts and documents out, and what each side may see. Errors are RFC 9457 problem details.",
  routes,
  components,
};
