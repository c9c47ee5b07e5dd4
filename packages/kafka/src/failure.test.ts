import { logFailure } from "@samvirke/kernel";
import { KafkaJSConnectionError, KafkaJSNumberOfRetriesExceeded, KafkaJSProtocolError } from "kafkajs";
import { expect, test } from "vitest";
import { codeOf, failureOf, isAnswer } from "./failure.ts";

const answer = (type: string): Error =>
  new KafkaJSProtocolError({ name: "", message: "text", type, code: 1, retriable: true } as never);
const wrapped = (error: Error): Error =>
  new KafkaJSNumberOfRetriesExceeded(error as never, { retryCount: 1, retryTime: 1 } as never);

test.each([
  ["REBALANCE_IN_PROGRESS", "fenced"],
  ["ILLEGAL_GENERATION", "fenced"],
  ["UNKNOWN_MEMBER_ID", "fenced"],
  ["TOPIC_AUTHORIZATION_FAILED", "fatal"],
  ["MESSAGE_TOO_LARGE", "fatal"],
  ["INVALID_SESSION_TIMEOUT", "fatal"],
  ["NOT_LEADER_FOR_PARTITION", "retriable"],
  ["UNKNOWN_TOPIC_OR_PARTITION", "retriable"],
  ["a code of a later broker", "retriable"],
])("the answer %s is %s, wrapped or not", (type, fate) => {
  for (const error of [answer(type), wrapped(answer(type)), wrapped(wrapped(answer(type)))]) {
    expect(failureOf(error, "a test").fate).toBe(fate);
    expect(codeOf(error)).toBe(type);
    expect(isAnswer(error)).toBe(true);
  }
});

test("a lost connection is retriable, and no answer", () => {
  const lost = new KafkaJSConnectionError("Connection error: connect ECONNREFUSED", {
    broker: "b",
    code: "ECONNREFUSED",
  });
  expect(failureOf(wrapped(lost), "a test").fate).toBe("retriable");
  expect(codeOf(wrapped(lost))).toBe("ECONNREFUSED");
  expect(isAnswer(lost)).toBe(false);
});

test("a failure of ours keeps its fate and is named after its cause", () => {
  const failure = logFailure("fatal", "kafka: closed", answer("POLICY_VIOLATION"));
  expect(failureOf(failure, "a test")).toBe(failure);
  expect(codeOf(failure)).toBe("POLICY_VIOLATION");
});

test("no text of an error gets into a failure's message, only its code", () => {
  const failure = failureOf(new TypeError("the value 12345678901 is bad"), "appending to t");
  expect(failure.message).toBe("kafka: appending to t failed (TypeError)");
  expect(codeOf("not an error")).toBe("unknown");
});
