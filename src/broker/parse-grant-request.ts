import { type GrantRequest, grantParameters } from "../contract/grant-request.ts";
import { isUuid } from "../contract/uuid.ts";

/** The query of a grant request, with the id in lower case; undefined unless it holds exactly one UUID and nothing unknown or repeated. */
export const parseGrantRequest = (query: URLSearchParams): GrantRequest | undefined => {
  const resourceId = query.get(grantParameters.resourceId);
  const renew = query.get(grantParameters.renew);
  // With what is known given once, there is no room for anything unknown or repeated.
  if (query.size !== (renew === null ? 1 : 2)) return undefined;
  if (resourceId === null || !isUuid(resourceId) || (renew !== null && renew !== "1")) return undefined;
  return { resourceId: resourceId.toLowerCase(), renew: renew === "1" };
};
