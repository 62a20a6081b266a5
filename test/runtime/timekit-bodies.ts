/** The canaries of the tests: secrets that must never leave the broker. None is a part of another. */
export const secrets = {
  apiKey: "live_api_key_CanaryOfTheAppsOwnKey0001",
  nextApiKey: "live_api_key_CanaryOfTheNextKey000002",
  serverToken: "CanaryServerToken3f9aZq71LmXw02",
  resourceToken: "CanaryResourceToken8Yt5Rk2Vb64",
  resourceApiToken: "CanaryResourceApiToken1Hs7Nd3Pe",
} as const;

export const resourceId = "2939c4fa-f06f-4496-8a20-03f57afcdfe6";

export const appSlug = "example-app";

export const clientToken = {
  id: "961306f8-b038-419d-4f21-443c4851e8a1",
  type: "client-token",
  description: "Booking.js embed access",
  token: "375w85a2PublicClientToken0001",
  scopes: ["widget"],
  referrer: [""],
  expires: "2099-11-09T13:49:47+00:00",
  token_generated_at: "2025-11-09T13:49:47+00:00",
};

export const serverToken = {
  id: "d293de32-5afd-4d03-8c45-a0dec5fab3eb",
  type: "server-token",
  description: "Token generated on user creation",
  token: secrets.serverToken,
  scopes: ["global"],
  referrer: [""],
  expires: "2099-11-06T12:22:04+00:00",
  token_generated_at: "2025-11-06T12:22:04+00:00",
};

/** A resource as Timekit sends it, its own full-power secrets included. */
export const resource = {
  id: resourceId,
  name: "Example resource",
  email: "resource@example.com",
  timezone: "America/Los_Angeles",
  first_name: "Example",
  last_name: "",
  image: "https://images.example.com/resource.png",
  activated: true,
  token: secrets.resourceToken,
  api_token: secrets.resourceApiToken,
  token_generated_at: "2025-11-06T12:22:04+00:00",
  meta: {},
};

/** The three bodies that the broker reads. */
export interface TimekitBodies {
  readonly app: unknown;
  /** Of `GET /v2/resources/:id?include=credentials`. */
  readonly included: unknown;
  /** Of `GET /v2/resources/:id`. */
  readonly resource: unknown;
  /** Of `GET /v2/credentials?search=…`. */
  readonly credentials: unknown;
}

export interface Holdings {
  readonly resource?: Readonly<Record<string, unknown>>;
  readonly credentials?: unknown;
}

/** The bodies of a Timekit that holds one resource; a case names only what is special about it. */
export const makeBodies = ({
  resource: special,
  credentials = [serverToken, clientToken],
}: Holdings = {}): TimekitBodies => {
  const data = { ...resource, ...special };
  return {
    app: {
      data: { id: "7a1b3c5d-0000-4000-8000-000000000001", slug: appSlug, settings: { name: "Example" } },
    },
    included: { data: { ...data, credentials } },
    resource: { data },
    credentials: { total: 2, per_page: "50", current_page: 1, last_page: 1, data: credentials },
  };
};

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
