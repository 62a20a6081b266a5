import { grantPath } from "../contract/grant-request.ts";
import { Refusal } from "./refusal.ts";
import { checkMethod, type Visit } from "./request-context.ts";
import { type Answer, toJsonAnswer } from "./respond/reply.ts";
import type { Soon } from "./runtime.ts";

export type AnswerVisit = (visit: Visit) => Soon<Answer>;

/** Sends a visit to what answers its path; throws a `Refusal` where nothing does. */
export const createRouter = (answerGrant: AnswerVisit): AnswerVisit => {
  const routes = new Map<string, AnswerVisit>([
    [grantPath, answerGrant],
    ["/livez", answerAlive],
    ["/readyz", answerReady],
    [metricsPath, answerMetrics],
  ]);
  return (visit) => {
    const answer = routes.get(visit.path);
    if (!answer) throw new Refusal("not-found", "unknown-path");
    visit.note({ route: visit.path });
    return answer(visit);
  };
};

const methods = ["GET", "HEAD"];

/** `/livez`: the process answers. */
const answerAlive = (visit: Visit): Answer => {
  checkMethod(visit, methods);
  return toJsonAnswer(200, { status: "alive" });
};

/**
 * `/readyz`: requests may be sent here; 503 once the server has been told to stop. Timekit's state is no part of it:
 * a balancer that took every broker away while Timekit fails would also take the cached answers away.
 */
const answerReady = (visit: Visit): Answer => {
  checkMethod(visit, methods);
  return visit.environment.isStopping
    ? toJsonAnswer(503, { status: "stopping" })
    : toJsonAnswer(200, { status: "ready" });
};

export const metricsPath = "/metrics";

/** `/metrics`, in Prometheus' text format; for whoever may not see them, there are none. */
const answerMetrics = (visit: Visit): Answer => {
  const { renderMetrics } = visit.environment;
  if (!renderMetrics) throw new Refusal("not-found", "unknown-path");
  checkMethod(visit, ["GET", "HEAD"]);
  return {
    status: 200,
    body: renderMetrics(),
    headers: { "Content-Type": "text/plain; version=0.0.4; charset=utf-8" },
  };
};
