import { readEnvironment } from "./read-environment.ts";
import { onStop } from "./on-stop.ts";
import { startDemo } from "./start-demo.ts";

try {
  const options = readEnvironment(process.env);
  const demo = await startDemo(options);
  console.log(`
  ${demo.pageOrigin}/

  The page, a broker (${demo.brokerOrigin}) and ${options.real ? "the real Timekit" : "a simulated Timekit"} (${demo.timekitOrigin}).
  With your own account: TIMEKIT_API_KEY=… TIMEKIT_RESOURCE_ID=… npm run demo
  talks to https://api.timekit.io through the same broker. Ctrl+C stops everything.
`);
  onStop(() => void demo.close());
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
