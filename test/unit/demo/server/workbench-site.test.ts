import { Script } from "node:vm";
import { fileURLToPath } from "node:url";
import { beforeAll, describe, expect, test } from "vitest";
import type { Surroundings } from "../../../../demo/pages/surroundings.ts";
import { createWorkbenchSite, type WorkbenchSite } from "../../../../demo/server/workbench-site.ts";

const here = (path: string): string => fileURLToPath(new URL(`../../../../${path}`, import.meta.url));
const around: Surroundings = {
  pageOrigin: "http://127.0.0.1:5180",
  brokerOrigin: "http://127.0.0.1:8787",
  timekitOrigin: "https://api.timekit.io",
  simulatedOrigin: "http://127.0.0.1:9000",
  version: "1.2.3",
  isSimulated: false,
  resourceId: "2939c4fa-f06f-4496-8a20-03f57afcdfe6",
};

let site: WorkbenchSite;
beforeAll(() => {
  site = createWorkbenchSite({
    template: here("demo/workbench/workbench.html"),
    folder: here("demo/workbench"),
    dist: here("does-not-exist"),
  });
});
const get = async (path: string): Promise<Response> => {
  const response = await site(new URL(path, around.pageOrigin), around);
  if (response === undefined) throw new Error(`Nothing answers ${path}.`);
  return response;
};

describe("the workbench's site", () => {
  test.each(["/workbench/workbench.js", "/workbench/preview.js"])(
    "bundles %s into one script",
    async (path) => {
      const text = await (await get(path)).text();
      expect(text).not.toMatch(/^(?:import|export)\b/m);
      expect(() => new Script(text)).not.toThrow();
    },
  );

  test("serves jQuery and each Booking.js as published", async () => {
    expect(await (await get("/workbench/jquery.js")).text()).toContain("jQuery v3.7.1");
    for (const version of ["v1", "v2", "v3"])
      expect(await (await get(`/workbench/booking-${version}.js`)).text()).toContain("TimekitBooking");
    expect(await (await get("/workbench/jquery-3.4.js")).text()).toContain("jQuery v3.4.1");
    expect((await get("/workbench/booking-v3.css")).headers.get("content-type")).toBe(
      "text/css; charset=utf-8",
    );
  });

  test("shows what is pasted in a frame that has no origin and asks the simulated Timekit alone", async () => {
    const policy = (await get("/workbench/preview")).headers.get("content-security-policy");
    expect(policy).toContain("sandbox allow-scripts allow-forms");
    expect(policy).toContain("connect-src http://127.0.0.1:9000;");
    expect(policy).toContain("script-src http://127.0.0.1:5180/workbench/;");
  });

  test("lets no other site frame it or its tag", async () => {
    for (const [path, who] of [
      ["/workbench", "'none'"],
      ["/workbench/embed?lang=de", "'self'"],
    ] as const) {
      const policy = (await get(path)).headers.get("content-security-policy");
      expect(policy).toContain(`frame-ancestors ${who}`);
    }
  });

  test("fills the page, with the hashes where the package is built", async () => {
    const html = await (await get("/workbench")).text();
    expect(html).not.toContain("{{");
    expect(html).toContain("timekit-embed 1.2.3");
    expect(html).toContain("&quot;integrity&quot;:{}");
  });

  test("leaves other paths to the rest of the site", async () => {
    expect(await site(new URL("/workbench/other", around.pageOrigin), around)).toBeUndefined();
  });
});
