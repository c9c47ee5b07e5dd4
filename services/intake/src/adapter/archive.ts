import { explainDecodeFailure, openBytes } from "@samvirke/contracts";
import type { KeyCache } from "@samvirke/contracts";
import { E, archiveId } from "@samvirke/kernel";
import type { ArchiveId, Either, PersonSecret } from "@samvirke/kernel";
import type { Hub } from "@samvirke/stage";

/** The archive as far as the intake needs it. */
export type Archive = Pick<Hub["store"], "readArchive">;

export interface Sealed {
  readonly archiveId: string;
  readonly secret: PersonSecret | undefined;
}

export interface ArchiveFailure {
  readonly reason: "contract";
  readonly detail: string;
}

const failure = (detail: string): Either<ArchiveFailure, never> => E.left({ reason: "contract", detail });

const open = (
  cache: KeyCache,
  { archiveId: id, secret }: Sealed,
  body: Uint8Array,
): Either<ArchiveFailure, Uint8Array> => {
  const opened = openBytes(cache, { purpose: "archive", id, reader: { secret, audience: "archive" } }, body);
  if (E.isLeft(opened)) return failure(`the archived bytes do not open: ${explainDecodeFailure(opened.left)}`);
  return opened.right.state === "Open"
    ? E.right(opened.right.value)
    : failure("the archived bytes are not for the hub");
};

/** The bytes of received messages, opened, in the order given; one read for the batch. */
export const readBytes = async (
  archive: Archive,
  cache: KeyCache,
  wanted: ReadonlyArray<Sealed>,
): Promise<ReadonlyArray<Either<ArchiveFailure, Uint8Array>>> => {
  const ids = wanted.map((one) => archiveId(one.archiveId));
  const entries = await archive.readArchive(ids.filter((id): id is ArchiveId => id !== undefined));
  return wanted.map((one, index) => {
    const id = ids[index];
    const entry = id === undefined ? undefined : entries.get(id);
    return entry === undefined ? failure("the archive has no bytes under this id") : open(cache, one, entry.body);
  });
};
