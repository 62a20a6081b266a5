import { failed, found } from "../answers.ts";
import { appOf, type Endpoint } from "../call.ts";

/** `GET /v2/app`: the app that the key belongs to; with `include=app_token` also the key. */
export const getApp: Endpoint = (call) => {
  const app = appOf(call);
  if (app === undefined) return failed(401, "Invalid credentials supplied");
  const includes = call.url.searchParams.get("include")?.split(",") ?? [];
  return found({
    id: app.id,
    slug: app.slug,
    settings: { name: app.name, callback: null },
    ...(includes.includes("app_token") && { app_token: app.apiKeys[0] }),
  });
};
