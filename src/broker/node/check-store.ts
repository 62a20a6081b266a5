import { randomUUID } from "node:crypto";
import type { Runtime } from "../runtime.ts";
import type { Finding } from "./finding.ts";

/** Whether the store can be reached, lets the broker in and takes what it writes. */
export const checkStore = async (storeUrl: string, runtime: Runtime): Promise<Finding> => {
  const { createLink } = await import("./redis/index.ts");
  let reason = "";
  const link = createLink({
    url: storeUrl,
    // A key of its own: the brokers that are running must not count this one.
    greetKey: `timekit-embed:2:check:${randomUUID()}`,
    onGreeting: () => undefined,
    log: { tell: (entry) => (reason = entry.reason ?? "") },
    runtime,
  });
  await link.start();
  const isUp = link.state().kind === "up";
  link.close();
  return isUp
    ? { isGood: true, text: "STORE_URL can be used." }
    : { isGood: false, text: `STORE_URL cannot be used (${reason}).` };
};
