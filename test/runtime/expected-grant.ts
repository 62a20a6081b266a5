import { clientToken, resourceId } from "./timekit-bodies.ts";

/** What the broker makes of the resource that the upstream holds. */
export const expectedGrant = {
  type: "client-token",
  token: clientToken.token,
  expires: clientToken.expires,
  app: "example-app",
  resource: {
    id: resourceId,
    name: "Example resource",
    email: "resource@example.com",
    timezone: "America/Los_Angeles",
    avatar: "https://images.example.com/resource.png",
  },
} as const;
