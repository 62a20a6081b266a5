import { defineConfig, type TestProjectInlineConfiguration } from "vitest/config";
import { toBuildConstants } from "./src/build/build-constants.ts";
import { buildPackage, stagingFolder } from "./src/build/build-package.ts";
import { createBundles, terserOptions } from "./src/build/bundles.ts";
import { buildOwner } from "./src/build/build-owner.ts";
import { readSources } from "./src/build/read-sources.ts";
import { readVendor } from "./src/build/vendor/read-vendor.ts";

const pinned = { vendor: await readVendor(process.env), owner: await buildOwner() };

// A slow test has its own suffix and its own project, so that `npm test` can leave it out.
const slow = "**/*.slow.test.*";

// What belongs to both projects, with more cases in the slow one.
const scaled = "**/*.scaled.test.*";

const [chromium, redis] = ["test/tools/install-chromium.ts", "test/tools/install-redis.ts"];

// Each suite takes its own: with `extends`, it would evaluate this file once more.
const readAlike = () => ({
  define: toBuildConstants(pinned, process.env),
  ...readSources,
});

const suite = (
  name: string,
  include: string,
  options: TestProjectInlineConfiguration["test"] = {},
): TestProjectInlineConfiguration => ({
  ...readAlike(),
  test: {
    name,
    include: [`test/${include}/**/*.test.{ts,tsx}`],
    exclude: [slow],
    testTimeout: 10_000,
    allowOnly: false,
    ...options,
  },
});

export default defineConfig(({ command }) => ({
  appType: "custom",
  publicDir: false,
  ...readAlike(),
  ...(command === "build" && {
    build: { outDir: stagingFolder, terserOptions },
    environments: createBundles(),
    // One configuration for all bundles: each of its own would evaluate this file once more. Vite then reads Terser's
    // options above and not in a bundle's.
    builder: { sharedConfigBuild: true, buildApp: (builder) => buildPackage(builder, pinned) },
  }),
  test: {
    maxWorkers: 2,
    reporters: ["default", "./test/tools/total-reporter.ts"],
    projects: [
      // Nothing there keeps a state of its own, so files can share what they import.
      suite("unit", "unit", { isolate: false, exclude: [slow, "test/unit/loader/**"] }),
      suite("unit-loader", "unit/loader", { isolate: false, environment: "happy-dom" }),
      suite("contract", "contract"),
      suite("runtime", "runtime", { globalSetup: [redis], testTimeout: 20_000 }),
      // The suites that start browsers and package managers come alone, so that no other one starves on two cores.
      suite("build", "build", { testTimeout: 60_000, sequence: { groupOrder: 1 } }),
      suite("e2e", "e2e", {
        globalSetup: [chromium],
        testTimeout: 30_000,
        hookTimeout: 60_000,
        sequence: { groupOrder: 2 },
      }),
      suite("slow-engines", "engines", {
        globalSetup: ["test/engines/install-engines.ts"],
        testTimeout: 60_000,
        hookTimeout: 120_000,
        sequence: { groupOrder: 4 },
      }),
      suite("slow", "**", {
        globalSetup: [chromium, redis],
        include: [`test/${slow}`, `test/${scaled}`],
        exclude: [],
        env: { THOROUGH: "true" },
        testTimeout: 600_000,
        hookTimeout: 120_000,
        maxWorkers: 1,
        sequence: { groupOrder: 3 },
      }),
    ],
  },
}));
