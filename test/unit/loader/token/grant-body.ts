import type { Grant } from "../../../../src/contract/grant.ts";
import { expectedGrant } from "../../../runtime/timekit-bodies.ts";

export const { id: resourceId } = expectedGrant.resource;

/** The token of the good grant; where a grant is refused it must be found nowhere. */
export const canary = "canary-6c1f0d2e9b";

/** A grant that the loader accepts: the broker's, with a token that can be searched for. */
export const goodGrant: Grant = { ...expectedGrant, token: canary, expires: "2999-11-06T12:22:04+00:00" };

/** The good grant with other values on top, and others in its resource. */
export const grantWith = (parts: object, resourceParts: object = {}): object => ({
  ...goodGrant,
  resource: { ...goodGrant.resource, ...resourceParts },
  ...parts,
});
