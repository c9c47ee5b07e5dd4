import { connect } from "node:net";
import type { Socket } from "node:net";

/** What came back: a status and a body of text. */
export interface Answer {
  readonly status: number;
  readonly body: string;
}

/** One HTTP/1.1 connection with one request at a time: no client library, so that the load costs little of the machine. */
export interface Connection {
  readonly send: (head: string, body: Buffer) => Promise<Answer>;
}

interface Waiting {
  readonly resolve: (answer: Answer) => void;
  readonly reject: (error: Error) => void;
}

const headEnd = "\r\n\r\n";

const parse = (bytes: Buffer): Answer | undefined => {
  const end = bytes.indexOf(headEnd);
  if (end < 0) return undefined;
  const head = bytes.toString("latin1", 0, end);
  const length = Number(/^content-length: (\d+)/im.exec(head)?.[1] ?? Number.NaN);
  if (Number.isNaN(length)) throw new Error("an answer without content-length");
  const from = end + headEnd.length;
  if (bytes.length < from + length) return undefined;
  return { status: Number(head.slice(9, 12)), body: bytes.toString("utf8", from, from + length) };
};

export const openConnection = (host: string, port: number): Connection => {
  let socket: Socket | undefined;
  let waiting: Waiting | undefined;
  let received: Buffer = Buffer.alloc(0);

  const settle = (act: (waiting: Waiting) => void): void => {
    const one = waiting;
    waiting = undefined;
    received = Buffer.alloc(0);
    if (one) act(one);
  };
  const take = (chunk: Buffer): void => {
    received = received.length === 0 ? chunk : Buffer.concat([received, chunk]);
    try {
      const answer = parse(received);
      if (answer) settle((one) => one.resolve(answer));
    } catch (error) {
      settle((one) => one.reject(error as Error));
    }
  };
  const lost = (): void => {
    socket = undefined;
    settle((one) => one.reject(new Error("connection lost")));
  };
  const open = (): Socket => {
    const made = connect({ host, port, noDelay: true });
    made.on("data", take);
    made.on("error", () => undefined);
    made.on("close", lost);
    return made;
  };
  return {
    send: (head, body) =>
      new Promise((resolve, reject) => {
        waiting = { resolve, reject };
        socket ??= open();
        socket.cork();
        socket.write(head, "latin1");
        socket.write(body);
        socket.uncork();
      }),
  };
};
