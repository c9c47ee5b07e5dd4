import type { PartName } from "./part-names.ts";
import type { Progress } from "./run.ts";

/** The real parts that the hub stands on, wherever they run. */
export interface Parts {
  readonly postgres: { readonly url: string };
  readonly kafka: { readonly brokers: readonly string[] };
  /** Confluent API of the registry. */
  readonly registry: { readonly url: string };
  /** Ends a part without warning (SIGKILL), for drills. */
  readonly kill: (part: PartName) => Promise<void>;
  /** Starts a part anew on its port with its data, in order when it still runs. */
  readonly restart: (part: PartName) => Promise<void>;
  readonly pid: (part: PartName) => number | undefined;
  readonly stop: () => Promise<void>;
}

/** How to start them. */
export interface PartsOptions {
  /** Data, logs and pid files; the same folder again continues with its data. */
  readonly folder: string;
  /** Absent: free ports. */
  readonly ports?: Partial<Record<PartName | "kafkaController", number>>;
  readonly parts?: readonly PartName[];
  readonly onProgress?: Progress;
  /** Start sooner at the cost of peak speed, for tests. */
  readonly fast?: boolean;
  /** Told when a part ended that nobody asked to end. */
  readonly onLost?: (part: PartName, how: string) => void;
}
