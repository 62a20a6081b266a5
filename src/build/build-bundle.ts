import type { Rolldown, ViteBuilder } from "vite";

/** Writes the bundle of one environment and returns the ids, which are paths, of the modules that went into it. */
export const buildBundle = async (builder: ViteBuilder, name: string): Promise<string[]> => {
  const environment = builder.environments[name];
  if (environment === undefined) throw new Error(`there is no bundle ${name}`);
  const result = await builder.build(environment);
  if ("close" in result) throw new Error("the package is built once, not watched");
  return [result].flat().flatMap(({ output }) => output.flatMap(toModuleIds));
};

const toModuleIds = (file: Rolldown.OutputChunk | Rolldown.OutputAsset): string[] =>
  file.type === "chunk" ? file.moduleIds : [];
