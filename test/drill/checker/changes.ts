import type { Seen } from "./content.ts";
import { placeOf } from "./content.ts";
import type { Report } from "./finding.ts";
import { derivedId } from "./ids.ts";
import { withoutConsequences } from "./log.ts";
import type { Log } from "./log.ts";

interface Column {
  readonly name: string;
  readonly text: string | null;
}

/** What subscribers are told of a decision is what the decision says, with the parts sealed as they were. */
export const checkChanges = (report: Report, log: Log): void => {
  const events = new Map((log.get("samvirke.events") ?? []).map((event) => [event.id, event]));
  const check = (change: Seen): void => {
    const event = events.get(String(change.fields["cause"]));
    const message = change.message;
    if (!event || !message) return;
    const columns = change.fields["columns"] as ReadonlyArray<Column>;
    const outcome = columns.find(({ name }) => name === "outcome")?.text;
    const tells = (what: string): void => report.note("wrong", placeOf(change), what, message.n);
    if (outcome !== message.expected.row) tells("it tells another outcome than was decided");
    if (change.fields["keyId"] !== derivedId("sick-leave", message.messageId)) tells("it is about another certificate");
    if (change.fields["sealed"] !== event.fields["sealed"]) tells("its sealed parts are not those of the decision");
  };
  for (const topic of ["samvirke.health.changes", "samvirke.welfare.changes"])
    for (const change of withoutConsequences(log.get(topic) ?? [])) check(change);
};
