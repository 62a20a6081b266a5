import { parseBasic } from "./parse-basic.ts";
import type { App, Resource, World } from "./world-types.ts";

/** Who asks: nobody in particular, someone whose credentials are wrong, a key of an app, or a resource's token. */
export type Caller =
  | { readonly kind: "anonymous" }
  | { readonly kind: "refused" }
  | { readonly kind: "app"; readonly app: App }
  | { readonly kind: "widget"; readonly app: App }
  | {
      readonly kind: "resource";
      readonly app: App;
      readonly resource: Resource;
      readonly power: "client-token" | "server-token";
    };

export interface Claim {
  readonly world: World;
  readonly headers: Headers;
  readonly nowMs: number;
}

/** Checks `:api-key` or `:widget-key`, or `email:token` together with the header `Timekit-App`. */
export const authenticate = ({ world, headers, nowMs }: Claim): Caller => {
  const authorization = headers.get("authorization");
  if (authorization === null) return { kind: "anonymous" };
  const basic = parseBasic(authorization);
  if (basic === undefined) return { kind: "refused" };
  if (basic.user === "") return appOf(world, basic.password);

  const app = world.apps.find(({ slug }) => slug === headers.get("timekit-app"));
  const resource = app?.resources.find(({ email }) => email === basic.user);
  if (app === undefined || resource === undefined) return { kind: "refused" };
  const power = powerOf(basic.password, { resource, nowMs });
  return power === undefined ? { kind: "refused" } : { kind: "resource", app, resource, power };
};

const appOf = (world: World, key: string): Caller => {
  const app = world.apps.find(({ apiKeys }) => apiKeys.includes(key));
  if (app !== undefined) return { kind: "app", app };
  const shown = world.apps.find(({ widgetKeys }) => widgetKeys.includes(key));
  return shown === undefined ? { kind: "refused" } : { kind: "widget", app: shown };
};

const powerOf = (
  token: string,
  { resource, nowMs }: { resource: Resource; nowMs: number },
): "client-token" | "server-token" | undefined => {
  if (token === resource.apiToken) return "server-token";
  const credential = resource.credentials.find((candidate) => candidate.token === token);
  if (credential === undefined) return undefined;
  if (credential.expires !== null && Date.parse(credential.expires) <= nowMs) return undefined;
  return credential.type === "client-token" || credential.type === "server-token"
    ? credential.type
    : undefined;
};
