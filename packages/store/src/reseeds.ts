import type { ReseedState, Topic } from "@samvirke/kernel";
import type { Session, Statement } from "./session.ts";

/** A wish that a topic is filled anew from the log. */
export interface ReseedWish {
  readonly topic: Topic;
  /** Whether a topic that holds records is deleted first. */
  readonly deletes: boolean;
  readonly by: string;
  readonly why: string;
}

/** The latest wish about a topic, and what became of it. */
export interface Reseed extends ReseedWish {
  readonly state: ReseedState;
  readonly at: Date;
}

const askStatement: Statement = {
  name: "ask_reseed",
  text: `insert into hub.reseed (topic, deletes, state, by, why) values ($1, $2, 'asked', $3, $4)
    on conflict (topic) do update set deletes = $2, state = 'asked', by = $3, why = $4, at = now()`,
};
const readStatement: Statement = {
  name: "read_reseed",
  text: "select topic, deletes, state, by, why, at from hub.reseed where topic = $1",
};
const answerStatement: Statement = {
  name: "answer_reseed",
  text: "update hub.reseed set state = $2 where topic = $1 and state = 'asked'",
};

/** Asks the relay; in the transaction of the journal's line. */
export const askReseed = async (session: Session, { topic, deletes, by, why }: ReseedWish): Promise<void> => {
  await session.count(askStatement, [topic, deletes, by, why]);
};

/** The latest wish about a topic; undefined where there was none. */
export const readReseed = async (session: Session, topic: Topic): Promise<Reseed | undefined> =>
  (await session.rows<Reseed>(readStatement, [topic]))[0];

/** Notes what the relay did about the wish. */
export const answerReseed = async (session: Session, topic: Topic, state: ReseedState): Promise<void> => {
  await session.count(answerStatement, [topic, state]);
};
