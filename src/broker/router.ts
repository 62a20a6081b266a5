import { grantPath } from "../contract/grant-request.ts";
import { answerAlive, answerReady } from "./answer-health.ts";
import { answerMetrics } from "./answer-metrics.ts";
import { Refusal } from "./refusal.ts";
import type { Answer } from "./respond/answer.ts";
import type { Visit } from "./visit.ts";

export type AnswerVisit = (visit: Visit) => Promise<Answer> | Answer;

/** Sends a visit to what answers its path; throws a `Refusal` where nothing does. */
export const createRouter = (answerGrant: AnswerVisit): ((visit: Visit) => Promise<Answer>) => {
  const routes = new Map<string, AnswerVisit>([
    [grantPath, answerGrant],
    ["/livez", answerAlive],
    ["/readyz", answerReady],
    ["/metrics", answerMetrics],
  ]);
  return async (visit) => {
    const answer = routes.get(visit.url.pathname);
    if (!answer) throw new Refusal("not-found", "unknown-path");
    visit.note({ route: visit.url.pathname });
    return answer(visit);
  };
};
