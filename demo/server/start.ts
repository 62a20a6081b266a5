import { readEnvironment } from "./read-environment.ts";
import { onStop } from "./on-stop.ts";
import { startDemo } from "./start-demo.ts";

try {
  const options = readEnvironment(process.env);
  // A program that has started this one with a channel starts it again after each build.
  const demo = await startDemo({ ...options, reloads: process.send !== undefined });
  console.log(`
  ${demo.pageOrigin}/            the page
  ${demo.pageOrigin}/workbench   the way to v2

  The broker is at ${demo.brokerOrigin}, ${options.real ? "the real Timekit" : "a simulated Timekit"} at ${demo.timekitOrigin}.
  To use your own account: TIMEKIT_API_KEY=… TIMEKIT_RESOURCE_ID=… npm run demo
  Ctrl+C stops everything.
`);
  process.send?.(demo.pageOrigin);
  onStop(() => void demo.close());
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
