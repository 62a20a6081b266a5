import { resourceId } from "../../runtime/timekit-bodies.ts";

export const benchOrigin = "https://shop.example";

/** What the bare server answers; as long as the broker's own answer. */
export const bareGrant = {
  type: "client-token",
  token: "0123456789abcdef0123456789abcdef",
  expires: "2099-11-06T12:22:04+00:00",
  app: "example-app",
  resource: {
    id: resourceId,
    name: "Example resource",
    email: "resource@example.com",
    timezone: "America/Los_Angeles",
    avatar: "https://example.com/avatar.png",
  },
} as const;
