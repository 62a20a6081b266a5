import type { Runtime } from "../runtime.ts";
import type { Settings } from "../settings/settings.ts";
import type { Ask } from "../timekit/ask.ts";
import { createFindApp } from "../timekit/find-app.ts";
import { explainFailure } from "./explain.ts";
import type { Finding } from "./finding.ts";

export interface KeyCheck {
  /** The setting that holds the key. */
  readonly name: string;
  /** Asks with that key alone. */
  readonly ask: Ask;
  readonly settings: Settings;
  readonly runtime: Runtime;
}

/** Whether Timekit accepts a key, and for which app. */
export const checkKey = async ({ name, ask, settings, runtime }: KeyCheck): Promise<Finding> => {
  const findApp = createFindApp({ ask, app: undefined, timeoutMs: settings.upstreamTimeoutMs, runtime });
  try {
    const app = await findApp(() => undefined);
    const expected = settings.timekitApp ?? app;
    return expected === app
      ? { isGood: true, text: `${name} is accepted. Its app is ${app}.` }
      : {
          isGood: false,
          text: `${name} is accepted, but its app is ${app}, and TIMEKIT_APP says otherwise.`,
        };
  } catch (error) {
    return { isGood: false, text: `${name} could not be checked: Timekit ${explainFailure(error)}.` };
  }
};
