import { serverTokenType } from "../../contract/grant.ts";
import { grantParameters } from "../../contract/grant-request.ts";
import { type ProblemCode, problemCodes } from "../../contract/problem.ts";
import { isSafeUrl } from "../../contract/secure-url.ts";
import { isUuid } from "../../contract/uuid.ts";
import { isUnexpired, parseClientToken } from "../credentials/client-token.ts";
import { isRecord } from "../is-record.ts";
import type { Runtime } from "../runtime.ts";
import { toAllowedOrigins } from "../settings/origins.ts";
import { SettingProblem } from "../settings/problem.ts";
import { readCapped } from "../timekit/exchange.ts";
import type { Finding } from "./check.ts";

interface ProbeTarget {
  /** What pages have as `data-broker-url`. */
  readonly brokerUrl: string;
  /** Of such a page. */
  readonly origin: string;
  readonly resourceId: string;
}

/**
 * Asks a running broker as a page of that origin would, and as a foreign page would. The sentence of a failure names
 * what to change, and repeats nothing of the answers.
 */
export const probe = async (target: ProbeTarget, runtime: Runtime): Promise<readonly Finding[]> => {
  const complaint = findComplaint(target);
  if (complaint !== undefined) return [bad(complaint)];
  const ask = createAskBroker(target, runtime);
  const page = await ask({ Origin: target.origin, "Sec-Fetch-Site": "cross-site" });
  // Only without an Origin does the broker believe that a request comes from its own.
  const isStripped =
    readProblemCode(readBody(page.text).body) === "origin-refused" &&
    (await ask({ Origin: target.origin, "Sec-Fetch-Site": "same-origin" })).status === 200;
  const wrong = isStripped ? strippedOrigin : judgePage(page, { ...target, nowMs: runtime.now() });
  if (wrong !== undefined) return [bad(wrong)];
  const foreign = await ask({ Origin: foreignOrigin, "Sec-Fetch-Site": "cross-site" });
  const found = judgeForeign(foreign, page);
  const first = { isGood: true, text: `A page of ${target.origin} gets a client-token.` };
  return [first, found === undefined ? { isGood: true, text: "A foreign page is refused." } : bad(found)];
};

const bad = (text: string): Finding => ({ isGood: false, text });

// No page can have it: https://www.rfc-editor.org/rfc/rfc6761#section-6.4
const foreignOrigin = "https://foreign-page.invalid";

const findComplaint = ({ brokerUrl, origin, resourceId }: ProbeTarget): string | undefined => {
  if (!URL.canParse(brokerUrl) || !isSafeUrl(new URL(brokerUrl)))
    return "URL must be https:, or http: on this machine, and without a password: pages can ask nothing else.";
  if (origin.includes(",") || toAllowedOrigins(origin) instanceof SettingProblem)
    return "ORIGIN must be as browsers send it, such as https://www.example.com, without a path or a final slash.";
  return isUuid(resourceId) ? undefined : "ID must be the UUID of a resource.";
};

/** What came back; status 0 where nothing did, and an empty text where it was too large or broke off. */
interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
}

// As long as the loader waits for all of its attempts.
const timeoutMs = 10_000;
const largestAnswerBytes = 64 * 1024;

const createAskBroker = ({ brokerUrl, resourceId }: ProbeTarget, runtime: Pick<Runtime, "fetch">) => {
  const url = new URL(brokerUrl);
  url.searchParams.set(grantParameters.resourceId, resourceId);
  return async (headers: Record<string, string>): Promise<Answer> => {
    const signal = AbortSignal.timeout(timeoutMs);
    try {
      const response = await runtime.fetch(url.href, { headers, redirect: "manual", signal });
      const bytes = await readCapped(response, largestAnswerBytes).catch(() => new Uint8Array());
      return { status: response.status, headers: response.headers, text: new TextDecoder().decode(bytes) };
    } catch {
      // Its error may hold the address, and says less than the sentence for status 0.
      return { status: 0, headers: new Headers(), text: "" };
    }
  };
};

interface Expected extends ProbeTarget {
  readonly nowMs: number;
}

/** What is wrong with the answer to a page, as a sentence; undefined where nothing is. */
const judgePage = (answer: Answer, expected: Expected): string | undefined => {
  const { status, headers, text } = answer;
  if (status === 0) return "The broker cannot be reached: check URL, that the broker runs, HOST and PORT.";
  if (status >= 300 && status < 400)
    return "URL redirects, which the loader does not follow: use the address that it leads to.";
  const { body, hasServerToken } = readBody(text);
  if (hasServerToken)
    return "The answer holds a server-token, a secret: stop this broker, revoke the token in Timekit, and use timekit-broker.";
  if (headers.has("age")) return cachedAnswer;
  if (status !== 200) {
    const code = readProblemCode(body);
    return code ? problems[code] : `Something else than the broker answers, with ${status}: ${elsewhere}`;
  }
  return (
    judgeGrant(body, expected) ??
    (isKeptNowhere(headers) ? judgeCors(headers, expected.origin) : cachedAnswer)
  );
};

const isKeptNowhere = (headers: Headers): boolean => /\bno-store\b/.test(headers.get("cache-control") ?? "");

const readBody = (text: string) => {
  let hasServerToken = false;
  try {
    const body: unknown = JSON.parse(text, (key, value: unknown) => {
      if (key === "type" && value === serverTokenType) hasServerToken = true;
      return value;
    });
    return { body, hasServerToken };
  } catch {
    // No JSON, as a proxy's own page.
    return { body: undefined, hasServerToken };
  }
};

const readProblemCode = (body: unknown): ProblemCode | undefined =>
  isRecord(body) ? problemCodes.find((known) => known === body["code"]) : undefined;

const elsewhere = "check URL, and what stands before the broker.";

const cachedAnswer =
  "A cache on the way keeps answers, or changes Cache-Control: have it pass this path on and keep nothing.";

const strippedOrigin = "A proxy before the broker takes the Origin header away: have it pass Origin on.";

const problems: Readonly<Record<ProblemCode, string>> = {
  "invalid-request": "The broker did not get the query as it was sent: have the proxy pass it on unchanged.",
  "origin-refused": "The broker refuses ORIGIN: add it to ALLOWED_ORIGINS.",
  "no-client-token":
    "The broker has no client-token for this resource: run timekit-broker --check with its ID beside the broker.",
  "not-found": "The broker answers at another path: set CLIENT_TOKEN_PATH to the path of URL, or change URL.",
  "method-not-allowed": "The broker did not get a GET: have the proxy pass the method on.",
  "rate-limited":
    "The broker gets too many requests from this client: set TRUSTED_PROXY_HOPS behind a proxy, or raise RATE_LIMIT_PER_MINUTE.",
  "upstream-failed":
    "Timekit does not answer the broker as it should: run timekit-broker --check beside it, and correct TIMEKIT_API_KEY.",
  "upstream-busy": "Timekit is busy, or UPSTREAM_PER_SECOND is used up: try again, or raise it.",
  "upstream-timeout": "Timekit does not answer within UPSTREAM_TIMEOUT_MS: check the broker's network.",
};

const judgeGrant = (body: unknown, { resourceId, nowMs }: Expected): string | undefined => {
  const token = parseClientToken(body);
  if (!isRecord(body) || !token) return `The answer is no client-token: ${elsewhere}`;
  if (!isUnexpired(token, nowMs))
    return "The client-token has expired: ask Timekit for a new one, or move on to v2.";
  const { app, resource } = body;
  const { id, email } = isRecord(resource) ? resource : {};
  if (typeof id !== "string" || id.toLowerCase() !== resourceId.toLowerCase())
    return "The answer is about another resource: have what stands before the broker pass the query on.";
  return isText(app) && isText(email)
    ? undefined
    : "The answer lacks app or resource.email, which Booking.js v1 needs: use timekit-broker.";
};

const isText = (value: unknown): boolean => typeof value === "string" && value !== "";

const judgeCors = (headers: Headers, origin: string): string | undefined => {
  const allowed = headers.get("access-control-allow-origin");
  if (allowed === origin) return undefined;
  return allowed === null
    ? "The answer has lost its Access-Control-Allow-Origin: have the proxy pass the broker's headers on."
    : "Something before the broker sets Access-Control-Allow-Origin, too: have it leave that to the broker.";
};

const judgeForeign = (foreign: Answer, page: Answer): string | undefined => {
  const requestId = foreign.headers.get("x-request-id");
  if (foreign.headers.has("age") || (requestId !== null && requestId === page.headers.get("x-request-id")))
    return cachedAnswer;
  if (foreign.status === 403) return undefined;
  return foreign.status === 200
    ? "A foreign page gets a client-token, too: let ALLOWED_ORIGINS list your own origins only, and no proxy set Origin."
    : `A foreign page gets ${foreign.status} instead of 403: ${elsewhere}`;
};
