import type { Statement, Store } from "@samvirke/store";
import type { Cursor } from "../core/cursor.ts";
import type { Mailbox } from "./outbox.ts";
import { afterCursor, visible } from "./outbox.ts";

/** Counts further than anybody reads help nobody. */
const mostCounted = 10_000;

const countStatement: Statement = {
  name: "gateway_outbox_unread",
  text: `with slot as (
      select * from unnest($4::text[], $5::text[], $6::text[], $7::int[], $8::bigint[]) as s(stream, topic, stage, partition, after)
    ), unread as (
      select 1 from slot s join view_case.outbox o on o.topic = s.topic and o.partition = s.partition and o.position > s.after
        where ${visible}
      union all
      select 1 from unnest($9::text[], $10::int[], $11::bigint[]) as h(stream, partition, position)
        join slot s on s.stream = h.stream and s.partition = h.partition
        join view_case.outbox o on o.topic = s.topic and o.partition = h.partition and o.position = h.position
        where ${visible}
      limit ${mostCounted + 1}
    ) select count(*)::int as unread from unread`,
};

/** How many documents wait after a cursor. */
export const countUnread = async (
  store: Pick<Store, "query">,
  mailbox: Mailbox,
  after: Cursor,
): Promise<{ readonly unread: number; readonly more: boolean }> => {
  const [row] = await store.query<{ unread: number }>(countStatement, afterCursor(mailbox, after));
  const unread = row?.unread ?? 0;
  return { unread: Math.min(unread, mostCounted), more: unread > mostCounted };
};
