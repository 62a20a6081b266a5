import { grantPath } from "../contract/grant-request.ts";
import { Refusal } from "./refusal.ts";
import { checkMethod, type RequestContext } from "./request-context.ts";
import { type HttpReply, toJsonReply } from "./respond/reply.ts";
import type { MaybePromise } from "./runtime.ts";

export type AnswerRequest = (context: RequestContext) => MaybePromise<HttpReply>;

/** Sends a request to what answers its path; throws a `Refusal` where nothing does. */
export const createRouter = (answerGrant: AnswerRequest): AnswerRequest => {
  const routes = new Map<string, AnswerRequest>([
    [grantPath, answerGrant],
    ["/livez", answerAlive],
    ["/readyz", answerReady],
    [metricsPath, answerMetrics],
  ]);
  return (context) => {
    const answer = routes.get(context.path);
    if (!answer) throw new Refusal("not-found", "unknown-path");
    context.addLogFields({ route: context.path });
    return answer(context);
  };
};

const methods = ["GET", "HEAD"];

/** `/livez`: the process answers. */
const answerAlive = (context: RequestContext): HttpReply => {
  checkMethod(context, methods);
  return toJsonReply(200, { status: "alive" });
};

/**
 * `/readyz`: requests may be sent here; 503 once the server has been told to stop. Timekit's state is no part of it:
 * a balancer that took every broker away while Timekit fails would also take the cached answers away.
 */
const answerReady = (context: RequestContext): HttpReply => {
  checkMethod(context, methods);
  return context.environment.isStopping
    ? toJsonReply(503, { status: "stopping" })
    : toJsonReply(200, { status: "ready" });
};

export const metricsPath = "/metrics";

/** `/metrics`, in Prometheus' text format; for whoever may not see them, there are none. */
const answerMetrics = (context: RequestContext): HttpReply => {
  const { renderMetrics } = context.environment;
  if (!renderMetrics) throw new Refusal("not-found", "unknown-path");
  checkMethod(context, ["GET", "HEAD"]);
  return {
    status: 200,
    body: renderMetrics(),
    headers: { "Content-Type": "text/plain; version=0.0.4; charset=utf-8" },
  };
};
