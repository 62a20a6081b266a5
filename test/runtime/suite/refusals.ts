import { describe, expect, test } from "vitest";
import type { OpenWorld } from "../broker-suite.ts";
import { type Answered, fromPage, grantPath, pageOrigin } from "../broker-world.ts";
import { always, likeTimekit } from "../start-upstream.ts";
import { clientToken, makeBodies, resourceId, serverToken } from "../timekit-bodies.ts";

const otherId = "5b1e7d02-3c64-4f1a-9d0e-61c2a4b8f913";

const fixedHeaders = {
  "cache-control": "no-store",
  vary: "Origin",
  "x-content-type-options": "nosniff",
  "referrer-policy": "no-referrer",
  "cross-origin-resource-policy": "same-origin",
  "content-security-policy": "default-src 'none'; frame-ancestors 'none'",
};

const expectProblem = (answer: Answered, status: number, code: string): void => {
  expect(answer.json).toEqual({
    title: expect.any(String),
    status,
    detail: expect.any(String),
    code,
    request_id: answer.headers.get("x-request-id"),
  });
  expect(answer.status).toBe(status);
  expect(answer.headers.get("content-type")).toBe("application/problem+json");
};

const badQueries = [
  "",
  "?resource_id=",
  "?resource_id=me",
  `?resource_id=${resourceId}0`,
  `?resource_id=${resourceId}&resource_id=${otherId}`,
  `?resource_id=${resourceId}&resource_id=${resourceId}`,
  `?resource_id=${resourceId}&include=credentials`,
  `?resource_id=${resourceId}&renew=0`,
  `?resource_id=${resourceId}&renew=1&renew=1`,
  `?resource_id=${resourceId}%2F..`,
  `?resource_id=${resourceId}%00`,
  `?resource_id=${resourceId}%0A`,
  `?resource_id=%20${resourceId}`,
  `?resource_id[]=${resourceId}`,
  `?RESOURCE_ID=${resourceId}`,
  `?resource_id=${resourceId.replaceAll("-", "")}`,
  `?resource_id={${resourceId}}`,
];

const strangeOrigins = [
  "null",
  "https://evil.example",
  `${pageOrigin}.evil.example`,
  "http://www.example.com",
  "https://www.example.com:8443",
  "https://www.example.com:443",
  "https://www.example.com/",
  "HTTPS://WWW.EXAMPLE.COM",
  "https://evil.example, https://www.example.com",
];

const unknownPaths = [
  "/",
  "/client-token/",
  "//client-token",
  "/client%2Dtoken",
  "/CLIENT-TOKEN",
  "/metrics/",
];

export const addRefusalTests = (open: OpenWorld): void => {
  describe("a refusal", () => {
    test("is 400 for anything but exactly one UUID, before Timekit is asked", async () => {
      const { ask, upstream } = await open();
      for (const query of badQueries)
        expectProblem(await ask(`/client-token${query}`), 400, "invalid-request");
      expect(upstream.requests).toEqual([]);
    });

    test("is 403 for an origin that is not on the list, before Timekit is asked", async () => {
      const { ask, upstream } = await open();
      for (const origin of strangeOrigins) {
        const answer = await ask(grantPath, { headers: { Origin: origin } });
        expectProblem(answer, 403, "origin-refused");
        expect(answer.headers.get("access-control-allow-origin")).toBeNull();
        const preflight = await ask(grantPath, { method: "OPTIONS", headers: { Origin: origin } });
        expect(preflight.status).toBe(403);
      }
      expect(upstream.requests).toEqual([]);
    });

    test("is 404 for an unknown path", async () => {
      const { ask } = await open();
      for (const path of unknownPaths) {
        const answer = await ask(path);
        expect(answer.headers.get("access-control-allow-origin")).toBe(pageOrigin);
        expectProblem(answer, 404, "not-found");
      }
    });

    test("is 405 for another method", async () => {
      const { ask } = await open();
      for (const method of ["POST", "PUT", "PATCH", "DELETE"]) {
        const answer = await ask(grantPath, { ...fromPage, method });
        expectProblem(answer, 405, "method-not-allowed");
        expect(answer.headers.get("allow")).toBe("GET, HEAD, OPTIONS");
      }
    });

    test("is the same 404 for every cause of having no token", async () => {
      const { ask, upstream } = await open({ resourceIds: [resourceId], timekitApp: "example-app" });
      const answers = [await ask(`/client-token?resource_id=${otherId}`)];
      const causes = [
        always(404, {}, '{"error":"Resource does not exist","model":"Resource"}'),
        always(403, {}, '{"error":"Forbidden"}'),
        likeTimekit(makeBodies({ credentials: [] })),
        likeTimekit(makeBodies({ credentials: [serverToken] })),
        likeTimekit(makeBodies({ credentials: [{ ...clientToken, expires: "2016-11-09T13:49:47+00:00" }] })),
        likeTimekit(makeBodies({ resource: { email: null } })),
      ];
      for (const cause of causes) {
        const fresh = await open({ timekitApp: "example-app" });
        fresh.upstream.respondWith(cause);
        answers.push(await fresh.ask());
      }
      for (const answer of answers) expectProblem(answer, 404, "no-client-token");
      const bytes = answers.map(({ text, headers }) => text.replace(headers.get("x-request-id") ?? "?", ""));
      expect(new Set(bytes)).toHaveLength(1);
      const names = answers.map(({ headers }) => [...headers.keys()].sort().join());
      expect(new Set(names)).toHaveLength(1);
      expect(upstream.requests).toEqual([]);
    });

    test("has the fixed headers, and lets a listed page read it", async () => {
      const { ask } = await open();
      const paths = [grantPath, "/client-token", "/nothing", "/livez", "/readyz"];
      for (const path of paths) {
        const { headers } = await ask(path);
        for (const [name, value] of Object.entries(fixedHeaders)) expect(headers.get(name)).toBe(value);
        expect(headers.get("access-control-allow-origin")).toBe(pageOrigin);
        expect(headers.get("access-control-expose-headers")).toBe("Date, Retry-After, X-Request-Id");
        expect(headers.get("x-request-id")).toMatch(/^[0-9a-f-]{36}$/);
        for (const name of [
          "access-control-allow-credentials",
          "etag",
          "set-cookie",
          "server",
          "x-powered-by",
        ])
          expect(headers.get(name)).toBeNull();
      }
    });

    test("never repeats the caller's request id", async () => {
      const { ask } = await open();
      const { headers } = await ask(grantPath, {
        headers: { ...fromPage.headers, "X-Request-Id": "theirs" },
      });
      expect(headers.get("x-request-id")).not.toBe("theirs");
    });

    test("is not for health checks, which need no origin", async () => {
      const { ask, upstream } = await open();
      expect(await ask("/livez", {})).toMatchObject({ status: 200, json: { status: "alive" } });
      expect(await ask("/readyz", {})).toMatchObject({ status: 200, json: { status: "ready" } });
      expectProblem(await ask("/livez", { method: "POST" }), 405, "method-not-allowed");
      expect(upstream.requests).toEqual([]);
    });
  });
};
