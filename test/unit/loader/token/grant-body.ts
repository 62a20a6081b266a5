import type { Grant } from "../../../../src/contract/grant.ts";

export const resourceId = "2939c4fa-f06f-4496-8a20-03f57afcdfe6";

/** The token of the good grant; where a grant is refused it must be found nowhere. */
export const canary = "canary-6c1f0d2e9b";

/** A grant that the loader accepts. */
export const goodGrant: Grant = {
  type: "client-token",
  token: canary,
  expires: "2999-11-06T12:22:04+00:00",
  app: "example-app",
  resource: {
    id: resourceId,
    name: "Example resource",
    email: "resource@example.com",
    timezone: "America/Los_Angeles",
    avatar: "https://images.example.com/resource.png",
  },
};

/** The good grant with other values on top, and others in its resource. */
export const grantWith = (parts: object, resourceParts: object = {}): object => ({
  ...goodGrant,
  resource: { ...goodGrant.resource, ...resourceParts },
  ...parts,
});

/** A copy without one key. */
export const without = (value: object, key: string): object =>
  Object.fromEntries(Object.entries(value).filter(([name]) => name !== key));
