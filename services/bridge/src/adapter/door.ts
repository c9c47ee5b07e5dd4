import type { Parcel } from "./parcel.ts";

/** What the gateway made of a record: kept, or refused for good. Rejects while it cannot say. */
export type Hand = (parcel: Parcel) => Promise<"kept" | "refused">;

export interface DoorOptions {
  /** Address of the welfare gateway. */
  readonly url: string;
  /** Of the party under whose name the records come. */
  readonly token: string;
}

const patienceMs = 30_000;
const refusals: ReadonlySet<number> = new Set([400, 413, 415, 422]);

/** The welfare gateway's door: 202 and 200 say that a record is durable. */
export const makeHand =
  ({ url, token }: DoorOptions): Hand =>
  async ({ topic, contentType, bytes }) => {
    const answer = await fetch(`${url}/v1/messages`, {
      method: "POST",
      headers: { authorization: `Bearer ${token}`, "content-type": contentType, "samvirke-record-topic": topic },
      body: Buffer.from(bytes),
      signal: AbortSignal.timeout(patienceMs),
    });
    await answer.body?.cancel();
    if (answer.ok) return "kept";
    if (refusals.has(answer.status)) return "refused";
    throw new Error(`the gateway answered ${answer.status}`);
  };
