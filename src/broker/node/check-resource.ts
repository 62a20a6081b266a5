import { isUuid } from "../../contract/uuid.ts";
import { chooseClientToken } from "../credentials/choose-client-token.ts";
import type { Runtime } from "../runtime.ts";
import type { Settings } from "../settings/settings.ts";
import type { Ask } from "../timekit/ask.ts";
import { withDeadline } from "../timekit/deadline.ts";
import { createFindResource } from "../timekit/find-resource.ts";
import { explainFailure, explainNone } from "./explain.ts";
import type { Finding } from "./finding.ts";

export interface ResourceCheck {
  /** As it was given. */
  readonly id: string;
  readonly ask: Ask;
  readonly settings: Settings;
  readonly runtime: Runtime;
}

/** Whether a resource has a client-token that the broker would grant, and when that expires. */
export const checkResource = async ({
  id: given,
  ask,
  settings,
  runtime,
}: ResourceCheck): Promise<Finding> => {
  if (!isUuid(given)) return bad("The resource id is not a UUID.");
  const id = given.toLowerCase();
  if (settings.resourceIds && !settings.resourceIds.has(id))
    return bad(`Resource ${id} ${explainNone("not-listed")}.`);
  const keys = [settings.timekitApiKey, settings.timekitApiKeyNext].filter((key) => key !== undefined);
  const findResource = createFindResource({ ask, lookup: settings.timekitLookup, keys });
  try {
    const held = await withDeadline(settings.upstreamTimeoutMs, runtime, (deadline) =>
      findResource(id, { deadline, isKnown: true }),
    );
    if (held.kind === "none") return bad(`Resource ${id} ${explainNone(held.reason)}.`);
    const nowMs = runtime.now() + held.clockAheadMs;
    const token = chooseClientToken(held.tokens, { origin: null, nowMs });
    if (!token) return bad(`Resource ${id} ${explainNone("no-usable-credential")}.`);
    const expiry = token.expires === null ? "does not expire" : `expires ${token.expires}`;
    return { isGood: true, text: `Resource ${id} has a client-token, which ${expiry}.` };
  } catch (error) {
    return bad(`Resource ${id} could not be checked: Timekit ${explainFailure(error)}.`);
  }
};

const bad = (text: string): Finding => ({ isGood: false, text });
