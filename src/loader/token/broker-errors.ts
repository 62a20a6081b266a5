import { requestIdPattern } from "../../contract/problem.ts";
import { type ErrorCode, LoaderError } from "../errors.ts";

/** By the `code` of the reference broker, or by the status where a broker of another make sends none. */
const codes: Readonly<Record<string, ErrorCode>> = {
  "no-client-token": "broker/no-token",
  "origin-refused": "broker/origin-refused",
  "rate-limited": "broker/busy",
  "upstream-busy": "broker/busy",
  "upstream-timeout": "broker/timeout",
  403: "broker/origin-refused",
  404: "broker/no-token",
  408: "broker/timeout",
  429: "broker/busy",
  503: "broker/busy",
  504: "broker/timeout",
};

/**
 * Translates a broker's failure. Of the body only a known code and a well-formed request id are taken; `title`
 * and `detail` may say anything and are left behind.
 */
export const toBrokerError = (status: number, body: string | undefined, pageOrigin: string): LoaderError => {
  const problem = parseProblem(body);
  if (!problem)
    return new LoaderError("broker/bad-response", `status ${status} with a page or text instead of JSON`);
  const { code, request_id: id } = problem;
  // A code of digits is none of ours, and must not pass for a status.
  const key = typeof code === "string" ? code.replace(/^\d+$/, "") : String(status);
  const known = Object.hasOwn(codes, key) ? codes[key] : undefined;
  return new LoaderError(
    known ?? "broker/failed",
    known === "broker/origin-refused"
      ? pageOrigin
      : `status ${status}${key === "not-found" ? ", no such path in data-broker-url" : ""}`,
    { requestId: typeof id === "string" && requestIdPattern.test(id) ? id : undefined },
  );
};

/** Undefined where something else than a broker has answered, as a host with a page that says "not found". */
const parseProblem = (body = ""): Readonly<Record<string, unknown>> | undefined => {
  // Without a word, or with too many of them, the status decides.
  if (!body.trim()) return {};
  try {
    return Object(JSON.parse(body)) as Readonly<Record<string, unknown>>;
  } catch {
    return undefined;
  }
};
