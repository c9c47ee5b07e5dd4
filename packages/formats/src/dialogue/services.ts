import type { Code, ReceivingStation } from "@samvirke/contracts";
import { entryOf, listOf } from "./codes.ts";

/** Which sector speaks. */
export type Side = "HEALTH" | "WELFARE";

/** What may be sent under one service and action of the transport. */
export interface Service {
  readonly service: string;
  readonly action: string;
  readonly from: Side;
  /** Code lists that fit; of a list that two services share, the codes. */
  readonly lists: Readonly<Record<string, ReadonlyArray<string> | "all">>;
  readonly messageType: string;
}

const health = (service: string, action: string, more: Pick<Service, "lists" | "messageType">): Service => ({
  service,
  action,
  from: "HEALTH",
  ...more,
});
const welfare = (service: string, action: string, more: Pick<Service, "lists" | "messageType">): Service => ({
  service,
  action,
  from: "WELFARE",
  ...more,
});

/**
 * Who may send which code with which service.
 *
 * Source: fact sheet 1.3 (services) and 5.5 (lists). An answer that repeats the question's own code is the practice of
 *         some systems, and NAV takes it.
 */
export const services: ReadonlyArray<Service> = [
  health("HenvendelseFraLege", "Henvendelse", { lists: { "8128": "all" }, messageType: "DIALOG_NOTAT" }),
  health("ForesporselFraSaksbehandler", "ForesporselSvar", {
    lists: { "9069": "all", "8129": "all" },
    messageType: "DIALOG_SVAR",
  }),
  health("DialogmoteInnkalling", "MoteRespons", { lists: { "8126": "all" }, messageType: "DIALOG_SVAR" }),
  welfare("DialogmoteInnkalling", "MoteInnkalling", { lists: { "8125": "all" }, messageType: "DIALOG_FORESPORSEL" }),
  welfare("ForesporselFraSaksbehandler", "Foresporsel", {
    lists: { "8129": "all" },
    messageType: "DIALOG_FORESPORSEL",
  }),
  welfare("HenvendelseFraSaksbehandler", "Henvendelse", {
    lists: { "8127": ["2", "3", "4", "5", "6", "8", "9"] },
    messageType: "DIALOG_NOTAT",
  }),
  welfare("Oppfolgingsplan", "Plan", { lists: { "8127": ["1"] }, messageType: "DIALOG_NOTAT" }),
];

const written = (text: string | null | undefined): string => text?.trim() ?? "";

/** The service that a message came under; "none" where the transport names none, undefined where it is not in the table. */
export const serviceOf = (station: ReceivingStation | null): Service | "none" | undefined => {
  const [service, action] = [written(station?.ebService), written(station?.ebAction)];
  if (service === "" && action === "") return "none";
  return services.find((one) => one.service === service && one.action === action);
};

const takes = (theme: Code | null, { lists }: Service): "all" | "some" | "none" => {
  const codes = entryOf(lists, listOf(theme));
  if (codes === undefined) return "none";
  if (codes === "all") return "all";
  return codes.includes(theme?.code ?? "") ? "all" : "some";
};

/**
 * Whether a code may be sent under a service. A value that is new in a list that fits is no reason to refuse; one that
 * belongs to another service is.
 */
export const fitsService = (theme: Code | null, service: Service): boolean => {
  const taken = takes(theme, service);
  if (taken !== "some") return taken === "all";
  return services.every((one) => one.from !== service.from || takes(theme, one) !== "all");
};

/** Whether a side may send a code at all, where no service is named. */
export const fitsSide = (theme: Code | null, side: Side): boolean =>
  services.some((service) => service.from === side && fitsService(theme, service));
