import { createBuilder, type Plugin, type PluginOption } from "vite";

/** Bundles one module's source as a script of the loader, with these plugins, and imports what comes out. */
export const bundleModule = async (source: string, plugins: PluginOption): Promise<unknown> => {
  const builder = await createBuilder({
    configFile: false,
    logLevel: "silent",
    // As in a production build, whatever `NODE_ENV` the tests run in.
    oxc: { jsx: { runtime: "classic", pragma: "h", pragmaFrag: "Fragment", development: false } },
    plugins: [plugins, virtualModule(source)],
    environments: {
      loaderTest: {
        consumer: "client",
        build: {
          write: false,
          target: "es2022",
          minify: false,
          modulePreload: false,
          rolldownOptions: {
            input: name,
            preserveEntrySignatures: "strict",
            output: { format: "es" },
          },
        },
      },
    },
  });
  const { loaderTest } = builder.environments;
  if (loaderTest === undefined) throw new Error("there is no environment to bundle in");
  const result = await builder.build(loaderTest);
  for (const { output } of "close" in result ? [] : [result].flat())
    for (const file of output)
      if (file.type === "chunk") return import(`data:text/javascript,${encodeURIComponent(file.code)}`);
  throw new Error("nothing was bundled");
};

const name = "virtual:module.tsx";

const virtualModule = (source: string): Plugin => ({
  name: "virtual-module",
  resolveId: (id) => (id === name ? id : undefined),
  load: (id) => (id === name ? source : undefined),
});
