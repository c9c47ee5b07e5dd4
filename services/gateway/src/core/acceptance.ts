/** What the transaction found out about a message. */
export interface Acceptance {
  readonly messageId: string;
  readonly personId: string;
  readonly kind: string;
  readonly format: string;
  readonly receivedAt: number;
  /** The same bytes from the same sender were there before. */
  readonly isRepeat: boolean;
  /** An earlier message of the same sender under the same wire id, with other bytes. */
  readonly conflictsWith: string | undefined;
}

export interface Answer {
  readonly status: 200 | 202;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Readonly<Record<string, string | boolean>>;
}

/** Contract enumerations as the API spells them: lower case with hyphens. */
export const apiName = (symbol: string): string => symbol.toLowerCase().replaceAll("_", "-");

/** The answer to a durable message: 202 when it is new, 200 for a repeat. */
export const answerTo = (accepted: Acceptance): Answer => ({
  status: accepted.isRepeat ? 200 : 202,
  headers: { location: `/v1/messages/${accepted.messageId}` },
  body: {
    messageId: accepted.messageId,
    personId: accepted.personId,
    kind: apiName(accepted.kind),
    format: apiName(accepted.format),
    receivedAt: new Date(accepted.receivedAt).toISOString(),
    repeat: accepted.isRepeat,
    ...(accepted.conflictsWith === undefined ? {} : { conflictsWith: accepted.conflictsWith }),
  },
});
