import { build } from "vite";
import { rootFolder } from "../../tools/dist.ts";

/** The versions of React that the component is for, by the names of their packages here. */
export const reacts = { 18: ["react", "react-dom"], 19: ["react-19", "react-dom-19"] } as const;

export type ReactVersion = keyof typeof reacts;

/** One script of this text, the built component and a React, in the mode of developers: only there strict mode is strict. */
export const bundleReact = async (version: ReactVersion, text: string): Promise<string> => {
  const [react, dom] = reacts[version];
  const built = await build({
    root: rootFolder,
    configFile: false,
    logLevel: "error",
    define: { "process.env.NODE_ENV": '"development"' },
    resolve: {
      alias: [
        { find: /^react$/, replacement: react },
        { find: /^react-dom(?=$|\/)/, replacement: dom },
      ],
    },
    plugins: [
      {
        name: "entry",
        resolveId: (id) => (id === "entry.js" ? `${rootFolder}/entry.js` : undefined),
        load: (id) => (id === `${rootFolder}/entry.js` ? text : undefined),
      },
    ],
    build: {
      write: false,
      minify: false,
      target: "es2022",
      rollupOptions: { input: "entry.js", output: { format: "iife" } },
    },
  });
  const outputs = [built].flat().flatMap((one) => ("output" in one ? one.output : []));
  const [chunk] = outputs.filter((output) => output.type === "chunk");
  if (!chunk) throw new Error("nothing was built");
  return chunk.code;
};
