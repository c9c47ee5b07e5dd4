import type { Trial, TrialAnswer } from "@samvirke/kernel";
import { arrayLiteral } from "./arrays.ts";
import type { Session, Statement } from "./session.ts";

const takeStatement: Statement = {
  name: "take_trials",
  text: `update hub.trial set taken_at = clock_timestamp() where id in (
      select id from hub.trial where stage = $1 and answered_at is null
        and (taken_at is null or taken_at < clock_timestamp() - interval '1 minute')
      order by asked_at limit 20 for update skip locked)
    returning id, person`,
};

const answerStatement: Statement = {
  name: "answer_trial",
  text: "update hub.trial set answered_at = clock_timestamp(), answer = $2::json where id = $1",
};

const askStatement: Statement = {
  name: "ask_trials",
  text: `insert into hub.trial (id, stage, person) select a.id, a.stage, a.person
    from unnest($1::uuid[], $2::text[], $3::uuid[]) as a(id, stage, person)`,
};

const answersStatement: Statement = {
  name: "trial_answers",
  text: "select id, answer as records from hub.trial where id = any($1::uuid[]) and answered_at is not null",
};

const forgetStatement: Statement = {
  name: "forget_trials",
  text: "delete from hub.trial where id = any($1::uuid[]) or asked_at < now() - interval '1 hour'",
};

/** Takes trials of a stage to answer them. */
export const takeTrials = (session: Session, stage: string): Promise<ReadonlyArray<Trial>> =>
  session.rows(takeStatement, [stage]);

export const answerTrial = async (session: Session, { id, records }: TrialAnswer): Promise<void> => {
  await session.count(answerStatement, [id, records === null ? null : JSON.stringify(records)]);
};

/** Asks a stage to try what it has parked of a person. */
export interface TrialWish extends Trial {
  readonly stage: string;
}

export const askTrials = async (session: Session, wishes: ReadonlyArray<TrialWish>): Promise<void> => {
  const lists = [wishes.map(({ id }) => id), wishes.map(({ stage }) => stage), wishes.map(({ person }) => person)];
  await session.count(askStatement, lists.map(arrayLiteral));
};

/** The answers that have come so far. */
export const trialAnswers = (session: Session, ids: ReadonlyArray<string>): Promise<ReadonlyArray<TrialAnswer>> =>
  session.rows(answersStatement, [arrayLiteral(ids)]);

/** Removes trials that nobody waits for any more, and whatever is older than an hour. */
export const forgetTrials = async (session: Session, ids: ReadonlyArray<string>): Promise<void> => {
  await session.count(forgetStatement, [arrayLiteral(ids)]);
};
