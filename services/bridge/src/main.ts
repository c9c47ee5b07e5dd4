import { runService } from "@samvirke/stage";
import { make } from "./make.ts";

await runService(make);
