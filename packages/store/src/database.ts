import { setTimeout as delay } from "node:timers/promises";
import pg from "pg";
import { storeFailure } from "./failure.ts";
import { clientConfig } from "./session.ts";

const nameForm = /^[a-z][a-z0-9_]{0,50}$/;

const administer = async (url: string, name: string, text: string): Promise<void> => {
  if (!nameForm.test(name)) throw new Error("not a name of a database");
  const client = new pg.Client(clientConfig({ url, applicationName: "samvirke database" }));
  client.on("error", () => undefined);
  try {
    await client.connect();
    await client.query(text);
  } catch (error) {
    throw storeFailure(text, error);
  } finally {
    await client.end();
  }
};

/** Makes a database beside the one that the address names; answers its address. */
export const createDatabase = async (url: string, name: string): Promise<string> => {
  await administer(url, name, `create database "${name}"`);
  const address = new URL(url);
  address.pathname = `/${name}`;
  return address.href;
};

const dropTries = 50;
const dropPauseMs = 200;

/** Drops a database, with whoever is still connected to it; waits for a server's own worker, which it may not end. */
export const dropDatabase = async (url: string, name: string): Promise<void> => {
  for (let tries = 1; ; tries += 1) {
    try {
      return await administer(url, name, `drop database if exists "${name}" with (force)`);
    } catch (error) {
      if (tries === dropTries) throw error;
      await delay(dropPauseMs);
    }
  }
};
