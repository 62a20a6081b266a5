import { fileURLToPath } from "node:url";
import { build } from "vite";

/** The loader's `booking/` folder as the text of one CommonJS module, minified: it travels with v1. */
export const bundleShield = async (): Promise<string> => {
  const result = await build({
    configFile: false,
    logLevel: "error",
    publicDir: false,
    build: {
      write: false,
      target: "es2022",
      rolldownOptions: {
        input: fileURLToPath(new URL("../../loader/booking/index.ts", import.meta.url)),
        preserveEntrySignatures: "strict",
        output: { format: "cjs", exports: "named" },
      },
    },
  });
  const [output] = [result].flat();
  if (output === undefined || "close" in output) throw new Error("the shield is built once, not watched");
  const [chunk] = output.output;
  return chunk.code;
};
