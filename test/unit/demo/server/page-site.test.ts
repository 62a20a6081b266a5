import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { Script } from "node:vm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { readChoices } from "../../../../demo/pages/choices.ts";
import { html, toHtml } from "../../../../demo/pages/html.ts";
import { renderPage } from "../../../../demo/pages/render-page.ts";
import type { Surroundings } from "../../../../demo/pages/surroundings.ts";
import { createPageSite } from "../../../../demo/server/page-site.ts";
import type { Handler } from "../../../../demo/server/serve.ts";
import { createWorkbenchSite } from "../../../../demo/server/workbench-site.ts";
import { ConnectionReset } from "../../../../demo/timekit/connection-reset.ts";
import { resourceIds } from "../../../../demo/timekit/world.ts";

describe("the site", () => {
  const here = (path: string): string => fileURLToPath(new URL(`../../../../${path}`, import.meta.url));
  let folder = "";
  let site: Handler = async () => new Response();

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "demo-dist-"));
    await mkdir(join(folder, "dist/vendor"), { recursive: true });
    await writeFile(join(folder, "secret.js"), "not to be had");
    await writeFile(join(folder, "dist/loader.js"), "loader()");
    await writeFile(join(folder, "dist/vendor/booking.js"), "booking()");
    site = createPageSite({
      template: here("index.html"),
      workbench: createWorkbenchSite({
        template: here("demo/workbench/workbench.html"),
        folder: here("demo/workbench"),
        dist: join(folder, "dist"),
      }),
      pages: here("demo/pages"),
      dist: join(folder, "dist"),
      slowMs: 10,
      reloads: false,
      surroundings: () => ({
        pageOrigin: "http://127.0.0.1:5180",
        brokerOrigin: "http://127.0.0.1:8787",
        timekitOrigin: "http://127.0.0.1:9000",
        simulatedOrigin: "http://127.0.0.1:9000",
        version: "1.0.0",
        isSimulated: true,
        resourceId: resourceIds.normal,
      }),
    });
  });
  afterAll(() => rm(folder, { recursive: true }));

  const get = (path: string, host = "127.0.0.1:5180"): Promise<Response> =>
    site(new Request(`http://${host}${path}`));

  describe("the page", () => {
    test("has the one tag, filled in, and nothing left to fill in", async () => {
      const text = await (await get("/")).text();
      expect(text).toContain('src="/1.0.0/loader.js"');
      expect(text).toContain(`data-resource-id="${resourceIds.normal}"`);
      expect(text).toContain('data-broker-url="http://127.0.0.1:8787/client-token"');
      expect(text).not.toContain("{{");
    });

    test("allows nothing from anywhere but the three origins", async () => {
      const policy = (await get("/")).headers.get("content-security-policy");
      expect(policy).toContain("default-src 'none'");
      expect(policy).toContain("connect-src 'self' http://127.0.0.1:8787 http://127.0.0.1:9000;");
      expect(policy).not.toContain("https:");
    });
  });

  describe("files", () => {
    test("in TypeScript arrive as a script without types or modules", async () => {
      const text = await (await get("/pages/events.js")).text();
      expect(text).not.toMatch(/\bimport\b|\bexport\b|EmbedEvents/);
      expect(() => new Script(text)).not.toThrow();
    });

    test.each([
      "/1.0.0/",
      "/1.0.0/vendor",
      "/1.0.0/missing.js",
      "/1.0.0/..%2fsecret.js",
      "/1.0.0/%2e%2e/secret.js",
      "/pages/..%2f..%2fpackage.json",
      "/pages/%2e%2e%2fserver%2fstart.js",
      "/pages/%00.css",
      "/pages/%",
      "/2.0.0/loader.js",
      "/package.json",
    ])("%s is not found", async (path) => {
      expect((await get(path)).status).toBe(404);
    });
  });

  describe("brokers that misbehave", () => {
    test("one sends a server-token", async () => {
      const response = await get(`/brokers/server-token/client-token?resource_id=${resourceIds.normal}`);
      expect(await response.json()).toMatchObject({
        type: "server-token",
        resource: { id: resourceIds.normal },
      });
    });

    test("one breaks the connection", async () => {
      await expect(get("/brokers/down/client-token")).rejects.toThrow(ConnectionReset);
    });
  });
});

describe("a page", () => {
  const surroundings: Surroundings = {
    pageOrigin: "http://127.0.0.1:5180",
    brokerOrigin: "http://127.0.0.1:8787",
    timekitOrigin: "http://127.0.0.1:9000",
    simulatedOrigin: "http://127.0.0.1:9000",
    version: "1.0.0",
    isSimulated: true,
    resourceId: resourceIds.normal,
  };
  const choose = (query: string) => readChoices(new URLSearchParams(query));
  const render = (template: string, query = "", around: Partial<Surroundings> = {}): string =>
    renderPage(template, { choices: choose(query), surroundings: { ...surroundings, ...around } });

  describe("the page's values", () => {
    test("point Booking.js v1 at the simulated Timekit, and at nothing with a real account", () => {
      const simulated = '{"timekitConfig":{"apiBaseUrl":"http://127.0.0.1:9000/"}}';
      expect(render("{{calendar-options}}")).toBe(toHtml(simulated));
      expect(render("{{calendar-options}}", "case=no-slots", { isSimulated: false })).toBe("{}");
    });

    test("are escaped", () => {
      expect(render('<a title="{{version}}">', "", { version: `"><img src=x onerror='a&b'>` })).toBe(
        '<a title="&quot;&gt;&lt;img src=x onerror=&#39;a&amp;b&#39;&gt;">',
      );
    });

    test("are all known, or the page is not made", () => {
      expect(() => render("{{unknown}}")).toThrow("{{unknown}}");
      expect(() => render("{{constructor}}")).toThrow("{{constructor}}");
    });
  });

  test("html escapes texts and keeps what is HTML", () => {
    expect(html`<b>${"<i>"}${html`<u>`}${[html`1`, html`2`]}</b>`.html).toBe("<b>&lt;i&gt;<u>12</b>");
  });
});
