import { explainDecodeFailure, openBytes } from "@samvirke/contracts";
import type { KeyCache } from "@samvirke/contracts";
import { whoHasTheBall } from "@samvirke/domain";
import type { Duty } from "@samvirke/domain";
import { E, printDay } from "@samvirke/kernel";
import type { Day, KeyPort, PersonId } from "@samvirke/kernel";
import type { Statement, Store } from "@samvirke/store";
import { apiName } from "../core/acceptance.ts";

export interface TurnDeps {
  readonly store: Pick<Store, "query">;
  readonly keys: KeyPort;
  readonly keyCache: KeyCache;
}

const statement: Statement = {
  name: "gateway_duties",
  text: "select person_id as person, content from view_case.duties where person_id = $1",
};

/** As the case projection seals them. */
const purpose = "view/duties";

const dutiesOf = async (deps: TurnDeps, person: PersonId): Promise<ReadonlyArray<Duty> | undefined> => {
  const [[row], secrets] = await Promise.all([
    deps.store.query<{ readonly content: Uint8Array }>(statement, [person]),
    deps.keys.secrets([person]),
  ]);
  const secret = secrets.get(person);
  if (!row || !secret) return undefined;
  const opened = openBytes(deps.keyCache, { purpose, id: person, reader: { secret, audience: "hub" } }, row.content);
  if (E.isLeft(opened)) throw new Error(explainDecodeFailure(opened.left));
  return opened.right.state === "Open"
    ? (JSON.parse(Buffer.from(opened.right.value).toString("utf8")) as ReadonlyArray<Duty>)
    : undefined;
};

/** Who has the ball about a person at the end of a day, the most urgent first; undefined where nothing is known of the person. */
export const readTurns = async (deps: TurnDeps, person: PersonId, on: Day): Promise<unknown> => {
  const duties = await dutiesOf(deps, person);
  if (!duties) return undefined;
  const turns = whoHasTheBall(duties, on).map(({ holder, kinds, due }) => ({
    holder: apiName(holder),
    kinds: kinds.map(apiName),
    due: due === null ? null : printDay(due),
  }));
  return { personId: person, on: printDay(on), turns };
};
