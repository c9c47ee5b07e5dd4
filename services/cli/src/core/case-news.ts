import type { CaseDocument } from "./case-text.ts";

/** One thing that is new about a case. */
export interface News {
  readonly what: "event" | "message" | "receipt" | "document" | "view" | "parked" | "ball";
  readonly text: string;
}

type Parts = ReadonlyMap<string, News>;

const placed = ({ topic, partition, position }: CaseDocument["events"][number]): string =>
  `${topic} ${partition}/${position}`;

const partsOf = (shown: CaseDocument): Parts => {
  const all: ReadonlyArray<News> = [
    ...shown.events.map((event): News => ({ what: "event", text: `${event.type} at ${placed(event)}` })),
    ...shown.messages.map(({ messageId, outcome }): News => ({
      what: "message",
      text: `${messageId} is ${outcome ?? "undecided"}`,
    })),
    ...shown.receipts.map(({ messageId, contentType }): News => ({
      what: "receipt",
      text: `${messageId} ${contentType}`,
    })),
    ...shown.outbound.map(({ messageId, kind }): News => ({ what: "document", text: `${messageId} ${kind}` })),
    ...shown.views.map(({ view, sickLeaveId, outcome }): News => ({
      what: "view",
      text: `${view} has ${sickLeaveId} as ${outcome}`,
    })),
    ...shown.parked.map(({ stage, type, reason }): News => ({
      what: "parked",
      text: `${type} in ${stage}: ${reason}`,
    })),
    ...(shown.ball === null ? [] : [{ what: "ball", text: `${shown.ball.holder}: ${shown.ball.text}` } as const]),
  ];
  return new Map(all.map((news) => [`${news.what} ${news.text}`, news]));
};

/** What a case has that it did not have before, who has the ball last. */
export const newsBetween = (before: CaseDocument, now: CaseDocument): ReadonlyArray<News> => {
  const known = partsOf(before);
  return [...partsOf(now)].filter(([key]) => !known.has(key)).map(([, news]) => news);
};
