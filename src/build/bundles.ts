import type { BuildEnvironmentOptions, EnvironmentOptions, Rolldown } from "vite";

/**
 * Each bundle of the package as a Vite environment. Every file stands alone, and there is nothing to install beside it;
 * only the server has files beside its own, since it loads the store's code only where a store is used.
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
          postBanner: compileHint,
          entryFileNames: "loader.js",
        },
      ]),
      minify: "terser",
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
    build: {
      ...shared("src/cli/index.ts", [{ format: "es", entryFileNames: "cli.js" }]),
      minify: "terser",
    },
  },
  // The calendar of a component is that of `timekit-embed`: two copies of the loader would be in the way of each other.
  react: {
    consumer: "client",
    build: shared(
      "src/react/index.ts",
      [{ format: "es", entryFileNames: "react.js", banner: '"use client";' }],
      { external: ["react"], plugins: [leaveLoaderOut] },
    ),
  },
  // Minified is what an isolate parses at each cold start.
  broker: createBrokerBundle("index", { minify: "terser" }),
  brokerHandler: createBrokerBundle("handler"),
  brokerNode: createServerBundle(),
  brokerWorker: createBrokerBundle("worker", { minify: "terser" }),
});

/** How Terser minifies every bundle: it leaves 140 bytes of brotli less of the loader than Vite's own minifier. */
export const terserOptions: NonNullable<BuildEnvironmentOptions["terserOptions"]> = {
  ecma: 2020,
  compress: { ecma: 2020, passes: 3 },
  format: { ascii_only: true },
};

/** `owner.js`: what only a site's owner ever fetches. Not one of the bundles, since the loader's holds its hash. */
export const createOwnerFile = (): BuildEnvironmentOptions => ({
  ...shared("src/owner/script.ts", [{ format: "iife", exports: "none", entryFileNames: "owner.js" }]),
  minify: "terser",
  terserOptions,
});

const leaveLoaderOut: Rolldown.Plugin = {
  name: "leave-loader-out",
  resolveId: {
    // Before Vite finds the file.
    order: "pre",
    handler: (source) =>
      source === "../loader/index.ts" ? { id: "timekit-embed", external: true } : undefined,
  },
};

const createBrokerBundle = (name: string, options: BuildEnvironmentOptions = {}): EnvironmentOptions => ({
  consumer: "server",
  resolve: { noExternal: true },
  build: {
    ...shared(`src/broker/${name}.ts`, [{ format: "es", entryFileNames: `broker/${name}.js` }]),
    ...options,
  },
});

/** The server, with `redis.js` for what only a shared store needs, and `shared.js` for what both do. */
const createServerBundle = (): EnvironmentOptions => ({
  consumer: "server",
  resolve: { noExternal: true },
  build: shared(
    "src/broker/node.ts",
    [
      {
        format: "es",
        entryFileNames: "broker/node.js",
        chunkFileNames: "broker/[name].js",
        codeSplitting: {
          groups: [{ name: "shared", test: /\/src\//, minShareCount: 2 }],
        },
      },
    ],
    // An optional package of the client's, for a protocol that is not used here.
    { preserveEntrySignatures: false, external: ["@node-rs/xxhash"] },
  ),
});

// Bundlers, and readers of a stack trace, are better off with names: only what travels is minified.
const shared = (
  input: string,
  output: readonly Rolldown.OutputOptions[],
  options: Rolldown.InputOptions = {},
) => ({
  target: "es2022",
  minify: false,
  emptyOutDir: false,
  copyPublicDir: false,
  modulePreload: false,
  reportCompressedSize: false,
  rolldownOptions: {
    input,
    // Terser takes most of the time, which is no news.
    checks: { pluginTimings: false },
    preserveEntrySignatures: "strict" as const,
    ...options,
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

/**
 * The first line of a script of which nearly all runs at its start: Chromium then compiles it beside the page's thread,
 * not on it one function after the other (https://v8.dev/blog/explicit-compile-hints). Others read a comment.
 */
export const compileHint = "//# allFunctionsCalledOnLoad";
