import { describe, expect, test } from "vitest";
import { createTimekitSite } from "../../../../demo/server/timekit-site.ts";
import { apiKeys } from "../../../../demo/timekit/world.ts";
import { basic, startTimekit } from "../timekit/ask.ts";

const world = () => {
  const site = createTimekitSite(startTimekit());
  const admin = (method: string, body?: string, type = "application/json"): Promise<Response> =>
    site(
      new Request("http://127.0.0.1:9000/demo/failures", {
        method,
        headers: { "content-type": type },
        ...(body !== undefined && { body }),
      }),
    );
  const appStatus = async (): Promise<number> =>
    (await site(new Request("http://127.0.0.1:9000/v2/app", { headers: basic("", apiKeys.live) }))).status;
  return { admin, appStatus };
};

describe("the keyboard's way to make Timekit fail", () => {
  test("starts and ends failures", async () => {
    const { admin, appStatus } = world();
    expect(await appStatus()).toBe(200);
    expect((await admin("POST", '{"at":"app","as":"server-error"}')).status).toBe(204);
    expect(await appStatus()).toBe(500);
    expect((await admin("DELETE")).status).toBe(204);
    expect(await appStatus()).toBe(200);
  });

  test.each([
    ["an unknown endpoint", "POST", '{"at":"nowhere","as":"hang"}'],
    ["an unknown way", "POST", '{"at":"app","as":"toString"}'],
    ["no JSON", "POST", "at=app"],
    ["another method", "PUT", '{"at":"app","as":"hang"}'],
  ])("refuses %s", async (_, method, body) => {
    const { admin, appStatus } = world();
    expect((await admin(method, body)).status).toBe(400);
    expect(await appStatus()).toBe(200);
  });

  test("takes nothing that a strange page could send without a preflight", async () => {
    const { admin, appStatus } = world();
    const response = await admin("POST", '{"at":"app","as":"server-error"}', "text/plain");
    expect(response.status).toBe(400);
    expect(response.headers.get("access-control-allow-origin")).toBeNull();
    expect(await appStatus()).toBe(200);
  });
});
