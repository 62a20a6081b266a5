import { grantPath } from "../contract/grant-request.ts";
import { Refusal } from "./refusal.ts";
import { checkMethod, type RequestContext } from "./request-context.ts";
import { type HttpReply, toJsonReply } from "./respond/reply.ts";
import type { MaybePromise } from "./runtime.ts";
import { ownPaths } from "./settings/converters.ts";
import type { Settings } from "./settings/settings.ts";

export type AnswerRequest = (context: RequestContext) => MaybePromise<HttpReply>;

interface RouterOptions {
  readonly settings: Pick<Settings, "clientTokenPath">;
  readonly answerGrant: AnswerRequest;
}

/** Sends a request to what answers its path; throws a `Refusal` where nothing does. */
export const createRouter = ({ settings, answerGrant }: RouterOptions): AnswerRequest => {
  const { clientTokenPath } = settings;
  // A path that the settings do not know is the stranger's word, which stands in no log.
  const grant: Route = { name: clientTokenPath ?? grantPath, answer: answerGrant };
  const routes = new Map<string, Route>([
    [ownPaths.alive, { name: ownPaths.alive, answer: answerAlive }],
    [ownPaths.ready, { name: ownPaths.ready, answer: answerReady }],
    [ownPaths.metrics, { name: ownPaths.metrics, answer: answerMetrics }],
  ]);
  if (clientTokenPath !== undefined) routes.set(clientTokenPath, grant);
  const elsewhere = clientTokenPath === undefined ? grant : undefined;
  return (context) => {
    const route = routes.get(context.path) ?? elsewhere;
    if (!route) throw new Refusal("not-found", "unknown-path");
    context.addLogFields({ route: route.name });
    return route.answer(context);
  };
};

interface Route {
  readonly name: string;
  readonly answer: AnswerRequest;
}

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
