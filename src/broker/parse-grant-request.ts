import { type GrantRequest, grantParameters } from "../contract/grant-request.ts";
import { isUuid } from "../contract/uuid.ts";

const names: readonly string[] = Object.values(grantParameters);

/** The query of a grant request, with the id in lower case; undefined unless it holds exactly one UUID and nothing unknown or repeated. */
export const parseGrantRequest = (query: URLSearchParams): GrantRequest | undefined => {
  const given = [...query.keys()];
  if (given.some((name) => !names.includes(name)) || new Set(given).size !== given.length) return undefined;
  const resourceId = query.get(grantParameters.resourceId);
  const renew = query.get(grantParameters.renew);
  if (resourceId === null || !isUuid(resourceId) || (renew !== null && renew !== "1")) return undefined;
  return { resourceId: resourceId.toLowerCase(), renew: renew === "1" };
};
