import { build, type Plugin } from "vite";
import { createBundles } from "../../src/build/bundles.ts";

/** Preact and ky alone, bundled the way loader.js is: what the loader would weigh if it did nothing. */
export const buildFloor = async (): Promise<Buffer> => {
  const bundle = createBundles()["loaderScript"]?.build;
  const result = await build({
    configFile: false,
    logLevel: "silent",
    plugins: [floor],
    build: { ...bundle, write: false, rolldownOptions: { ...bundle?.rolldownOptions, input: name } },
  });
  for (const { output } of "close" in result ? [] : [result].flat())
    for (const file of output) if (file.type === "chunk") return Buffer.from(file.code);
  throw new Error("the floor was not built");
};

const name = "virtual:floor";

const floor: Plugin = {
  name: "floor",
  resolveId: (id) => (id === name ? id : undefined),
  load: (id) =>
    id === name
      ? `import { h, render } from "preact"; import ky from "ky"; window.floor = [h, render, ky];`
      : undefined,
};
