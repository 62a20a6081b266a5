import { checkMethod } from "./check-method.ts";
import { type Answer, toJsonAnswer } from "./respond/answer.ts";
import type { Visit } from "./visit.ts";

const methods = ["GET", "HEAD"];

/** `/livez`: the process answers. */
export const answerAlive = (visit: Visit): Answer => {
  checkMethod(visit, methods);
  return toJsonAnswer(200, { status: "alive" });
};

/**
 * `/readyz`: requests may be sent here; 503 once the server has been told to stop. Timekit's state is no part of it:
 * a balancer that took every broker away while Timekit fails would also take the cached answers away.
 */
export const answerReady = (visit: Visit): Answer => {
  checkMethod(visit, methods);
  return visit.environment.isStopping
    ? toJsonAnswer(503, { status: "stopping" })
    : toJsonAnswer(200, { status: "ready" });
};
