import type { Broker } from "./create-broker.ts";
import { createLog } from "./create-log.ts";
import { Refusal } from "./refusal.ts";
import { toProblemAnswer } from "./respond/answer.ts";
import { toReply } from "./respond/to-reply.ts";
import { toResponse } from "./respond/to-response.ts";
import type { Runtime } from "./runtime.ts";
import type { SettingsError } from "./settings/problem.ts";
import { createStartVisit, toCall } from "./start-visit.ts";

/** What a platform that cannot refuse to start runs instead of a broker: every request is refused, the log says why. */
export const createMisconfiguredBroker = (error: SettingsError, runtime: Runtime): Broker => {
  const log = createLog("info", runtime);
  const startVisit = createStartVisit({ allowedOrigins: new Set() }, runtime);
  for (const message of error.problems) log.tell({ level: "error", event: "misconfigured", message });
  return {
    fetch: async (request, environment = {}, context) => {
      const visit = startVisit(toCall(request), environment, context);
      const refusal = new Refusal("upstream-failed", "misconfigured");
      const answer = toProblemAnswer(refusal, visit.requestId);
      visit.note({ code: refusal.code, reason: refusal.reason });
      log.visit(visit, answer.status);
      return toResponse(toReply(answer, visit));
    },
  };
};
