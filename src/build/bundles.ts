import type { BuildEnvironmentOptions, EnvironmentOptions, Rolldown } from "vite";
import { compileHint } from "./compile-hint.ts";

/**
 * Each bundle of the package as a Vite environment. Every file stands alone: no chunk that two share, and nothing to
 * install beside it.
 */
export const createBundles = (): Record<string, EnvironmentOptions> => ({
  // An IIFE, because a stock UMD wrapper calls an anonymous `define`, which RequireJS refuses, and writes to a page's
  // `module.exports`. The entry itself sets the global and registers the named AMD module.
  loaderScript: {
    consumer: "client",
    build: {
      ...shared("src/loader/script.ts", [
        // Strict inside of its function: at the top, the word would bind whatever an optimiser joins to the file.
        {
          format: "iife",
          exports: "none",
          strict: false,
          intro: '"use strict";',
          entryFileNames: "loader.js",
        },
      ]),
      // 200 bytes of brotli smaller than what Vite's own minifier leaves.
      minify: "terser",
      terserOptions: {
        ecma: 2020,
        compress: { ecma: 2020, passes: 3, ...simpleInlining, unsafe_arrows: true },
        format: { ascii_only: true, preamble: compileHint },
      },
      sourcemap: true,
    },
  },
  loaderModules: {
    consumer: "client",
    build: shared("src/loader/index.ts", [
      { format: "es", entryFileNames: "loader.mjs" },
      { format: "cjs", exports: "named", entryFileNames: "loader.cjs" },
    ]),
  },
  migrate: {
    consumer: "client",
    build: shared("src/migrate/index.ts", [{ format: "es", entryFileNames: "migrate.js" }]),
  },
  cli: {
    consumer: "server",
    resolve: { noExternal: true },
    build: { ...shared("src/cli/index.ts", [{ format: "es", entryFileNames: "cli.js" }]), ...compact },
  },
  broker: createBrokerBundle("index", compact),
  brokerNode: createBrokerBundle("node"),
  brokerWorker: createBrokerBundle("worker", compact),
});

/** `owner.js`: what only a site's owner ever fetches. Not one of the bundles, since the loader's holds its hash. */
export const createOwnerFile = (): BuildEnvironmentOptions => ({
  ...shared("src/owner/script.ts", [{ format: "iife", exports: "none", entryFileNames: "owner.js" }]),
  minify: "terser",
  terserOptions: { ecma: 2020, format: { ascii_only: true } },
});

/** Terser's level for functions without parameters alone; its type knows the levels by an enum of its own. */
const simpleInlining: object = { inline: 1 };

const createBrokerBundle = (name: string, options: BuildEnvironmentOptions = {}): EnvironmentOptions => ({
  consumer: "server",
  resolve: { noExternal: true },
  build: {
    ...shared(`src/broker/${name}.ts`, [{ format: "es", entryFileNames: `broker/${name}.js` }]),
    ...options,
  },
});

/** For what an isolate parses at each cold start. */
const compact: BuildEnvironmentOptions = {
  minify: "terser",
  terserOptions: {
    ecma: 2020,
    module: true,
    compress: { ecma: 2020, passes: 3 },
    format: { ascii_only: true },
  },
};

// Bundlers, and readers of a stack trace, are better off with names: only what travels is minified.
const shared = (input: string, output: readonly Rolldown.OutputOptions[]) => ({
  target: "es2022",
  minify: false,
  emptyOutDir: false,
  copyPublicDir: false,
  modulePreload: false,
  reportCompressedSize: false,
  rolldownOptions: {
    input,
    preserveEntrySignatures: "strict" as const,
    output: output.map((options) => ({ ...fileFormat, ...options })),
  },
});

const fileFormat = {
  // Pages come in every charset, so the files keep to ASCII.
  charset: "ascii",
  codeSplitting: false,
  // The licences stand in a file of their own, and what comments explain in the types and the source map.
  comments: { legal: false, jsdoc: false },
} satisfies Rolldown.OutputOptions;
