import type { Codec, ContractName, PersonIdentity, SickLeaveSent, SickLeaveWork } from "@samvirke/contracts";
import { printEmployerSykmelding } from "@samvirke/formats";
import type { EmployerCopy } from "@samvirke/formats";
import type { EventId, Instant, KeyPort, PersonId } from "@samvirke/kernel";
import type { ViewRow } from "../core/view-row.ts";
import type { View } from "../core/views.ts";
import type { PrintEvent } from "./event-json.ts";
import type { OtherIds } from "./opening.ts";
import { openForAny } from "./opening.ts";

export interface EmployerDeps {
  readonly codec: Codec;
  readonly keys: KeyPort;
  readonly otherIds: OtherIds;
  readonly print: PrintEvent;
}

interface Copy {
  readonly id: unknown;
  readonly type: unknown;
  readonly content: unknown;
}

type Part = "identity" | "work";

/** Opens copied parts of a row; undefined where there is none, or its person is erased. */
const opener = (deps: EmployerDeps, row: ViewRow) => {
  const person = row["person_id"] as PersonId;
  return async <A>(part: Part, { id, type, content }: Copy): Promise<A | undefined> => {
    if (!(content instanceof Uint8Array)) return undefined;
    const copied = { eventId: id as EventId, eventType: type as string, compartment: part, content };
    const opened = await openForAny<A>(deps, person, (secret) =>
      // The stored type names the contract by which the part was sealed.
      deps.codec.openCopied(type as never, copied, { secret, audience: "hub" as const }),
    );
    return opened.state === "Open" ? opened.value : undefined;
  };
};

const contentOf = (row: ViewRow, part: Part): Copy => ({
  id: row["content_id"],
  type: row["content_type"],
  content: row[part],
});

const sendingOf = (row: ViewRow): Copy => ({
  id: row["sending_id"],
  type: row["sending_type"],
  content: row["sending"],
});

const words = (value: unknown): ReadonlyArray<string> =>
  typeof value === "string" ? value.split(" ").filter((word) => word !== "") : [];

/** The certificate exactly as an employer may read it; undefined once its person is erased. */
const certificate = async (deps: EmployerDeps, row: ViewRow): Promise<unknown> => {
  const open = opener(deps, row);
  const identity = await open<PersonIdentity>("identity", contentOf(row, "identity"));
  const work = await open<SickLeaveWork>("work", contentOf(row, "work"));
  const sent = await open<SickLeaveSent>("work", sendingOf(row));
  if (!identity || !work || !sent) return undefined;
  return printEmployerSykmelding({
    certificateId: row["row_id"] as string,
    receivedAt: row["received_at"] as Instant,
    channel: row["channel"] as EmployerCopy["channel"],
    identity,
    work,
    sent,
    remarks: words(row["remarks"]),
  });
};

const isNamed = (identity: PersonIdentity | undefined) => identity && { number: identity.number, name: identity.name };

const parts = async (deps: EmployerDeps, row: ViewRow): Promise<unknown> => {
  const open = opener(deps, row);
  const identity = isNamed(await open<PersonIdentity>("identity", contentOf(row, "identity")));
  const work = await open<object>("work", contentOf(row, "work"));
  const printed = { ...(identity ? { identity } : {}), ...(work ? { work } : {}) };
  return deps.print(row["content_type"] as ContractName, printed);
};

/** What an employer reads in a row of its own. Source: fact sheet 6.1. */
export const employerContent = (deps: EmployerDeps, view: View, row: ViewRow): Promise<unknown> =>
  view.table === "sick_leave" ? certificate(deps, row) : parts(deps, row);
