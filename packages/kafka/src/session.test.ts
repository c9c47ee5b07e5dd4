import { createServer, type AddressInfo, type Server, type Socket } from "node:net";
import { afterEach, expect, test } from "vitest";
import { withDefaults, type KafkaLogOptions } from "./config.ts";
import { openSession } from "./session.ts";

const servers: Array<Server> = [];
afterEach(() => {
  for (const server of servers.splice(0)) server.close();
});

/** A broker that hears one thing and hangs up; answers with what it heard first. */
const firstWords = async (more: Partial<KafkaLogOptions>): Promise<Buffer> => {
  const heard = Promise.withResolvers<Buffer>();
  const server = createServer((socket: Socket) => {
    socket.on("error", () => undefined);
    socket.once("data", (bytes: Buffer) => {
      heard.resolve(bytes);
      socket.destroy();
    });
  });
  servers.push(server);
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const { port } = server.address() as AddressInfo;
  const brokers = [`127.0.0.1:${port}`];
  const opening = openSession(withDefaults({ brokers, clientId: "words", requestTimeout: 1_000, ...more }));
  opening.then(
    (session) => session.close(),
    () => undefined,
  );
  const words = await heard.promise;
  await opening.catch(() => undefined);
  return words;
};

// Source: RFC 8446, a record of type handshake (22) that holds a ClientHello (1).
const isHello = (words: Buffer): boolean => words[0] === 22 && words[5] === 1;

test("a plain connection begins with a request of Kafka's", async () => {
  const words = await firstWords({});
  expect(isHello(words)).toBe(false);
  expect(words.readInt32BE(0)).toBe(words.byteLength - 4);
});

test("an encrypted one begins with a handshake, and says nothing in the clear", async () => {
  const sasl = { mechanism: "plain", username: "bridge", password: "secret-word" } as const;
  const words = await firstWords({ tls: {}, sasl });
  expect(isHello(words)).toBe(true);
  expect(words.includes("secret-word")).toBe(false);
});
