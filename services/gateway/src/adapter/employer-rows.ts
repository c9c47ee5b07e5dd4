import { explainDecodeFailure } from "@samvirke/contracts";
import type { Codec, ContractName, PersonIdentity, SickLeaveSent, SickLeaveWork } from "@samvirke/contracts";
import { printEmployerSykmelding } from "@samvirke/formats";
import type { EmployerCopy } from "@samvirke/formats";
import { E } from "@samvirke/kernel";
import type { EventId, Instant, KeyPort, PersonId, PersonSecret } from "@samvirke/kernel";
import type { ViewRow } from "../core/view-row.ts";
import type { View } from "../core/views.ts";
import type { PrintEvent } from "./event-json.ts";

export interface EmployerDeps {
  readonly codec: Codec;
  readonly keys: KeyPort;
  readonly print: PrintEvent;
}

interface Copy {
  readonly id: unknown;
  readonly type: unknown;
  readonly content: unknown;
}

type Part = "identity" | "work";

/** Opens one copied part; undefined where there is none, or its person is erased. */
const openCopy = <A>(
  codec: Codec,
  { id, type, content }: Copy,
  asked: { part: Part; secret: PersonSecret | undefined },
): A | undefined => {
  if (!(content instanceof Uint8Array)) return undefined;
  const copied = { eventId: id as EventId, eventType: type as string, compartment: asked.part, content };
  const reader = { secret: asked.secret, audience: "hub" as const };
  // The stored type names the contract by which the part was sealed.
  const opened = codec.openCopied(type as never, copied, reader);
  if (E.isLeft(opened)) throw new Error(explainDecodeFailure(opened.left));
  return opened.right.state === "Open" ? opened.right.value : undefined;
};

const opener = async ({ codec, keys }: EmployerDeps, row: ViewRow) => {
  const person = row["person_id"] as PersonId;
  const secret = (await keys.secrets([person])).get(person);
  return <A>(part: Part, copy: Copy): A | undefined => openCopy<A>(codec, copy, { part, secret });
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
  const open = await opener(deps, row);
  const identity = open<PersonIdentity>("identity", contentOf(row, "identity"));
  const work = open<SickLeaveWork>("work", contentOf(row, "work"));
  const sent = open<SickLeaveSent>("work", sendingOf(row));
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
  const open = await opener(deps, row);
  const identity = isNamed(open<PersonIdentity>("identity", contentOf(row, "identity")));
  const work = open<object>("work", contentOf(row, "work"));
  const printed = { ...(identity ? { identity } : {}), ...(work ? { work } : {}) };
  return deps.print(row["content_type"] as ContractName, printed);
};

/** What an employer reads in a row of its own. Source: fact sheet 6.1. */
export const employerContent = (deps: EmployerDeps, view: View, row: ViewRow): Promise<unknown> =>
  view.table === "sick_leave" ? certificate(deps, row) : parts(deps, row);
