import { grantPath } from "../contract/grant-request.ts";
import { answerAlive, answerReady } from "./answer-health.ts";
import { answerMetrics, metricsPath } from "./answer-metrics.ts";
import type { Soon } from "./cache/store.ts";
import { Refusal } from "./refusal.ts";
import type { Answer } from "./respond/answer.ts";
import type { Visit } from "./visit.ts";

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
