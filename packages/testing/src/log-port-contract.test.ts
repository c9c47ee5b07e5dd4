import { logPortContract } from "./log-port-contract.ts";
import { makeMemoryBroker } from "./memory-log.ts";

const broker = makeMemoryBroker();
logPortContract("the broker in memory", broker.port);
