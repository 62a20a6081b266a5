import { build } from "vite";

/** Puts a TypeScript entry and all that it imports into one script, built once and kept. */
export const createBundler = (): ((entry: string) => Promise<string>) => {
  const kept = new Map<string, Promise<string>>();
  return (entry) => {
    const bundle = kept.get(entry) ?? bundleScript(entry);
    kept.set(entry, bundle);
    return bundle;
  };
};

const bundleScript = async (entry: string): Promise<string> => {
  const built = await build({
    configFile: false,
    logLevel: "error",
    build: {
      write: false,
      minify: true,
      target: "es2022",
      rollupOptions: { input: entry, output: { format: "iife" } },
    },
  });
  const outputs = (Array.isArray(built) ? built : [built]).flatMap((one) =>
    "output" in one ? one.output : [],
  );
  const [chunk] = outputs.filter((output) => output.type === "chunk");
  if (chunk === undefined) throw new Error(`Nothing was built of ${entry}.`);
  return chunk.code;
};
