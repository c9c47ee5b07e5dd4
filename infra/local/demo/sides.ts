import type { Doors } from "./hub.ts";
import { documentOf } from "./hub.ts";
import type { Status } from "./road.ts";

/** A document that lies in a mailbox. */
export interface Letter {
  readonly link: string;
  readonly contentType: string;
  readonly bytes: number;
}

/** What the two sides see of a message once it has gone its road. */
export interface Sides {
  /** The receipt in the sender's mailbox. */
  readonly receipt: Letter | null;
  /** NAV's record in NAV's mailbox. */
  readonly record: Letter | null;
  /** Outcome in the health view; null where it shows nothing. */
  readonly health: string | null;
  readonly welfare: string | null;
}

type Side = Pick<Doors, "health" | "welfare">["health"];

const letterIn = async (side: Side, links: ReadonlyArray<string>): Promise<Letter | null> => {
  for (const link of links) {
    const { status, contentType, bytes } = await side.get(link);
    if (status === 200) return { link, contentType, bytes: bytes.byteLength };
  }
  return null;
};

const shownIn = async (side: Side, link: string | undefined): Promise<string | null> => {
  if (link === undefined) return null;
  const answer = await side.get(link);
  if (answer.status === 404) return null;
  return (documentOf(answer, [200], "The view of the sick leave") as { readonly outcome: string }).outcome;
};

/** Looks at both mailboxes and both views. A mailbox shows a party its own letters only, so each link is there for one side. */
export const look = async ({ health, welfare }: Doors, { links }: Status): Promise<Sides> => {
  const [receipt, record, healthShows, welfareShows] = await Promise.all([
    letterIn(health, links.outbox),
    letterIn(welfare, links.outbox),
    shownIn(health, links.sickLeave),
    shownIn(welfare, links.sickLeave),
  ]);
  return { receipt, record, health: healthShows, welfare: welfareShows };
};
