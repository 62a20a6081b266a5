import { checkMethod } from "./check-method.ts";
import { Refusal } from "./refusal.ts";
import type { Answer } from "./respond/answer.ts";
import type { Visit } from "./visit.ts";

export const metricsPath = "/metrics";

/** `/metrics`, in Prometheus' text format; for whoever may not see them, there are none. */
export const answerMetrics = (visit: Visit): Answer => {
  const { renderMetrics } = visit.environment;
  if (!renderMetrics) throw new Refusal("not-found", "unknown-path");
  checkMethod(visit, ["GET", "HEAD"]);
  return {
    status: 200,
    body: renderMetrics(),
    headers: { "Content-Type": "text/plain; version=0.0.4; charset=utf-8" },
  };
};
