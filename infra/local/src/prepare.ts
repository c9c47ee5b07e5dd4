import { ensureAll } from "./downloads.ts";

await ensureAll((line) => console.error(line));
