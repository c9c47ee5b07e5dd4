import type { Statement } from "@samvirke/store";
import type { Sector } from "../core/party.ts";
import type { View } from "../core/views.ts";

const slotColumns = ({ slots }: View): ReadonlyArray<string> =>
  slots.flatMap(({ column, opens }) => [
    `v.${column}_id`,
    `v.${column}_type`,
    `v.${column}`,
    `${opens} as ${column}_opens`,
  ]);

const copies = ["v.content_id", "v.content_type", "v.identity", "v.work"];
const copiedColumns = ({ schema, table }: View): ReadonlyArray<string> => {
  if (schema !== "view_employer") return [];
  return table === "sick_leave" ? [...copies, "v.sending_id", "v.sending_type", "v.sending"] : copies;
};

const quotedColumns = ({ columns }: View): ReadonlyArray<string> => Object.keys(columns).map((name) => `v."${name}"`);

const selected = (view: View): string =>
  [
    `v.${view.id} as row_id`,
    "v.person_id",
    "v.partition",
    "v.position",
    "v.recorded_at",
    ...quotedColumns(view),
    ...slotColumns(view),
    ...copiedColumns(view),
  ].join(", ");

/** What rows are asked for: one, those of persons, those that belong to another row, or a page of all. */
export type Asking = "one" | "persons" | "page" | { readonly by: string };

const conditions = (view: View, asking: Asking): string => {
  if (asking === "one") return `v.${view.id} = $2`;
  if (asking === "persons") return "v.person_id = any($2::uuid[])";
  if (asking === "page") return `v.${view.id} > $2`;
  return `v.${asking.by} = $2`;
};

const nameOf = (asking: Asking): string => (typeof asking === "string" ? asking : "children");

// An employer's row stands under each name of the employer's, and is one row all the same.
const distinct = ({ schema, id }: View): string => (schema === "view_employer" ? `distinct on (v.${id}) ` : "");

/** The statement that reads a view's rows as far as the reader with the aliases in $1 may see them; $3 is the most rows. */
export const viewStatement = (sector: Sector, view: View, asking: Asking): Statement => ({
  name: `gateway_view_${sector}_${view.table}_${nameOf(asking)}`,
  text: `select ${distinct(view)}${selected(view)} from ${view.schema}.${view.table} v
    where ${conditions(view, asking)} and ${view.rule} and cardinality($1::text[]) > 0
    order by v.${view.id} limit $3`,
});
