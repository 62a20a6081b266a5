import { isFailureName, type Failure } from "../timekit/failures.ts";
import { asObject, asText } from "../timekit/json.ts";
import { routes } from "../timekit/routes.ts";
import type { Timekit } from "../timekit/create-timekit.ts";
import type { Handler } from "./serve.ts";

/**
 * The simulated Timekit with one route more, by which a person at the keyboard can make it fail:
 * `POST /demo/failures` with `{"at": "findtime", "as": "slow", "ms": 5000, "times": 1}`, and `DELETE` to end that.
 */
export const createTimekitSite = (timekit: Timekit): Handler => {
  const takeBacks: (() => void)[] = [];
  return async (request) => {
    if (new URL(request.url).pathname !== "/demo/failures") return timekit.fetch(request);
    if (request.method === "DELETE") {
      for (const takeBack of takeBacks.splice(0)) takeBack();
      return new Response(null, { status: 204 });
    }
    // JSON alone is taken: a strange page in the same browser would need a preflight, and gets none.
    const isJson = request.headers.get("content-type") === "application/json";
    const failure = isJson && request.method === "POST" ? parseFailure(await readJson(request)) : undefined;
    if (failure === undefined) return new Response(null, { status: 400 });
    takeBacks.push(timekit.fail(failure));
    return new Response(null, { status: 204 });
  };
};

const readJson = (request: Request): Promise<unknown> => request.json().catch(() => undefined);

const parseFailure = (value: unknown): Failure | undefined => {
  const { at, as, ms, times } = asObject(value);
  const endpoint = at === "any" ? at : routes.find(({ name }) => name === at)?.name;
  const way = asText(as);
  if (endpoint === undefined || !isFailureName(way)) return undefined;
  return {
    at: endpoint,
    as: way,
    ...(typeof ms === "number" && { ms }),
    ...(typeof times === "number" && { times }),
  };
};
