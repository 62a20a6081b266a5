import { expectEngine } from "./expect-engine.ts";
import { launchWebkit } from "./launch-webkit.ts";

expectEngine(launchWebkit);
