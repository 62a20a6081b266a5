import { expectEngine } from "./expect-engine.ts";
import { launchFirefox } from "./launch-firefox.ts";

expectEngine(launchFirefox);
