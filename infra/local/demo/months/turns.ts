import type { Doors } from "../hub.ts";
import { documentOf } from "../hub.ts";

/** Somebody who has to act, as NAV's view tells it. */
export interface Turn {
  readonly holder: string;
  readonly kinds: ReadonlyArray<string>;
  /** The nearest last day; null where none has one. */
  readonly due: string | null;
}

/** Who has the ball at the end of a day, the most urgent first. */
export const turnsOn = async ({ welfare }: Doors, personId: string, day: string): Promise<ReadonlyArray<Turn>> => {
  const answer = await welfare.get(`/v1/views/turns/${personId}?on=${day}`);
  const { turns } = documentOf(answer, [200], "Who has the ball") as { readonly turns: ReadonlyArray<Turn> };
  return turns;
};
