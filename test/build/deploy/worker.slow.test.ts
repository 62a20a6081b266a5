import { cpSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { runInNewContext } from "node:vm";
import { Miniflare } from "miniflare";
import { build } from "vite";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { grantPath, pageOrigin } from "../../runtime/broker-world.ts";
import { findLeaks } from "../../runtime/find-leaks.ts";
import { startUpstream, type Upstream } from "../../runtime/start-upstream.ts";
import { secrets } from "../../runtime/timekit-bodies.ts";
import { rootFolder } from "../../tools/dist.ts";
import { packPackage, runNpm } from "../../tools/npm.ts";
import { findUnknownSettings } from "./variables.ts";

interface Configuration {
  readonly main: string;
  readonly compatibility_date: string;
  readonly vars: Readonly<Record<string, string>>;
  readonly ratelimits: readonly {
    readonly name: string;
    readonly namespace_id: string;
    readonly simple: { readonly limit: number; readonly period: 10 | 60 };
  }[];
}

const source = join(rootFolder, "demo/deploy/worker");

// JSON with comments and trailing commas is an expression of JavaScript.
const configuration: Configuration = runInNewContext(
  `(${readFileSync(join(source, "wrangler.jsonc"), "utf8")})`,
);

describe("the Worker's configuration", () => {
  it("names only settings that exist, and no secret", () => {
    expect(findUnknownSettings(configuration.vars)).toEqual([]);
    expect(Object.keys(configuration.vars)).toEqual(["ALLOWED_ORIGINS"]);
    expect(configuration.ratelimits.map(({ name }) => name)).toEqual(["RATE_LIMITER"]);
  });
});

describe("the Worker, bundled from the installed package, in workerd", () => {
  const folder = mkdtempSync(join(tmpdir(), "worker-"));
  let upstream: Upstream;
  let miniflare: Miniflare;
  let url: URL;

  beforeAll(async () => {
    packPackage(folder);
    runNpm(folder, "install", "--offline", "--omit=dev", "--ignore-scripts", "./package.tgz");
    cpSync(source, folder, { recursive: true });
    upstream = await startUpstream();
    miniflare = new Miniflare({
      modules: [{ type: "ESModule", path: configuration.main, contents: await bundle(folder) }],
      compatibilityDate: configuration.compatibility_date,
      bindings: {
        ...configuration.vars,
        TIMEKIT_API_KEY: secrets.apiKey,
        TIMEKIT_API_URL: upstream.url,
        // Were the binding not used, the second request would be refused.
        RATE_LIMIT_PER_MINUTE: "1",
        LOG_LEVEL: "warn",
      },
      ratelimits: Object.fromEntries(configuration.ratelimits.map(({ name, ...limit }) => [name, limit])),
    });
    url = await miniflare.ready;
  }, 60_000);
  afterAll(async () => {
    await miniflare.dispose();
    await upstream.close();
    rmSync(folder, { recursive: true });
  });

  const ask = () => fetch(new URL(grantPath, url), { headers: { Origin: pageOrigin } });

  it("grants, until the bound rate limit refuses", async () => {
    const [limit = 0] = configuration.ratelimits.map(({ simple }) => simple.limit);
    const statuses: number[] = [];
    // A minute may begin meanwhile, and with it another whole limit.
    while (!statuses.includes(429) && statuses.length <= 2 * limit) {
      const response = await ask();
      statuses.push(response.status);
      expect(findLeaks(await response.text())).toEqual([]);
    }
    expect(statuses.at(-1)).toBe(429);
    expect(statuses.length).toBeGreaterThan(limit);
    expect(new Set(statuses.slice(0, -1))).toEqual(new Set([200]));
  });
});

/** Bundles the Worker as a deployment would: with the package found by its name. */
const bundle = async (root: string): Promise<string> => {
  await build({
    configFile: false,
    logLevel: "error",
    root,
    build: {
      outDir: join(root, "bundled"),
      lib: { entry: configuration.main, formats: ["es"], fileName: () => "worker.js" },
    },
  });
  return readFileSync(join(root, "bundled/worker.js"), "utf8");
};
