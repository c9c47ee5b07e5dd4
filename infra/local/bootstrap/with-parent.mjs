// Loaded before the command: ends it when the process that started it is gone, however that died.
// The variable is taken out of the environment, so that the command's own children do not look for a pipe that is not theirs.
import { Socket } from "node:net";

const descriptor = Number(process.env.SAMVIRKE_PARENT_PIPE ?? "0");
delete process.env.SAMVIRKE_PARENT_PIPE;

if (descriptor > 2) {
  const pipe = new Socket({ fd: descriptor, readable: true, writable: false });
  pipe.on("error", () => undefined);
  pipe.on("close", () => process.kill(process.pid, "SIGTERM"));
  pipe.resume();
  pipe.unref();
}
