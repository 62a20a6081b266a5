import { expect, it } from "vitest";
import { findBundledPackages } from "../../../src/build/licences/find-bundled-packages.ts";

it("finds the package of each module, scoped and nested ones too, once", () => {
  expect(
    findBundledPackages([
      "/a/src/loader/index.ts",
      "/a/node_modules/preact/dist/preact.mjs",
      "/a/node_modules/preact/hooks/dist/hooks.mjs",
      "/a/node_modules/@hono/node-server/dist/index.mjs",
      "/a/node_modules/outer/node_modules/inner/index.js",
      "\0virtual:node_modules",
    ]),
  ).toEqual(["@hono/node-server", "inner", "preact"]);
});
