import { requestIdPattern, type ProblemCode } from "../../contract/problem.ts";
import { LoaderError, type ErrorCode } from "../errors.ts";

const byProblem: Partial<Record<ProblemCode, ErrorCode>> = {
  "no-client-token": "broker/no-token",
  "origin-refused": "broker/origin-refused",
  "rate-limited": "broker/busy",
  "upstream-busy": "broker/busy",
  "upstream-timeout": "broker/timeout",
};

/** For brokers that send no code of ours. */
const byStatus: Readonly<Record<number, ErrorCode>> = {
  403: "broker/origin-refused",
  404: "broker/no-token",
  408: "broker/timeout",
  429: "broker/busy",
  503: "broker/busy",
  504: "broker/timeout",
};

/**
 * Translates a broker's failure: a known `code` decides, without one the status does. Of the body only the
 * code and a well-formed `request_id` are taken; `title` and `detail` may say anything and are left behind.
 */
export const explainRefusal = (status: number, text: string, pageOrigin: string): LoaderError => {
  const { code, request_id: requestId } = parseProblem(text);
  const known =
    typeof code === "string" && code ? (ownValue(byProblem, code) ?? "broker/failed") : (byStatus[status] ?? "broker/failed");
  return new LoaderError(known, {
    subject: known === "broker/origin-refused" ? pageOrigin : `status ${status}`,
    requestId: typeof requestId === "string" && requestIdPattern.test(requestId) ? requestId : undefined,
  });
};

const parseProblem = (text: string): Readonly<Record<string, unknown>> => {
  try {
    return Object(JSON.parse(text)) as Readonly<Record<string, unknown>>;
  } catch {
    // An HTML page of a proxy, say: then the status decides.
    return {};
  }
};

const ownValue = <Value>(record: Readonly<Record<string, Value>>, key: string): Value | undefined =>
  Object.prototype.hasOwnProperty.call(record, key) ? record[key] : undefined;
