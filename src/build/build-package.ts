import { chmod, mkdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { Rolldown, ViteBuilder } from "vite";
import { type OwnerFile, type PinnedFile, toIntegrity } from "./build-owner.ts";
import { createBundles } from "./bundles.ts";
import { createSbom } from "./create-sbom.ts";
import { writeDeclarations } from "./declarations.ts";
import { findBundledPackages, foreignParts, packagesInVendor, toLicenceText } from "./licences.ts";

/** Where the package stays until it is whole: a build that fails leaves the last one as it was. */
export const stagingFolder = ".dist";

interface Pinned {
  readonly vendor: PinnedFile;
  readonly owner: OwnerFile;
}

/** Leaves in `dist/` everything that the package consists of. */
export const buildPackage = async (builder: ViteBuilder, { vendor, owner }: Pinned): Promise<void> => {
  const { root } = builder.config;
  const folder = join(root, stagingFolder);
  const write = async (name: string, content: string | Uint8Array): Promise<void> => {
    await mkdir(dirname(join(folder, name)), { recursive: true });
    await writeFile(join(folder, name), content);
  };

  await rm(folder, { recursive: true, force: true });
  const moduleIds = [...owner.moduleIds];
  for (const name of Object.keys(createBundles())) moduleIds.push(...(await buildBundle(builder, name)));
  for (const program of ["broker/node.js", "cli.js"]) await chmod(join(folder, program), 0o755);
  await writeDeclarations(root, folder);

  for (const { fileName, bytes } of [vendor, owner]) await write(fileName, bytes);
  await write("vendor/LICENSES.txt", toLicenceText(root, packagesInVendor, foreignParts));
  const bundled = findBundledPackages(moduleIds);
  await write("THIRD-PARTY-LICENSES.txt", toLicenceText(root, bundled));
  await write("sbom.cdx.json", createSbom({ root, bundled, vendor }));
  await writeIntegrity(folder, ["loader.js", vendor.fileName, owner.fileName]);

  const published = join(root, "dist");
  await rm(published, { recursive: true, force: true });
  await rename(folder, published);
};

/** Writes the bundle of one environment and returns the ids, which are paths, of the modules that went into it. */
const buildBundle = async (builder: ViteBuilder, name: string): Promise<string[]> => {
  const environment = builder.environments[name];
  if (environment === undefined) throw new Error(`there is no bundle ${name}`);
  const result = await builder.build(environment);
  if ("close" in result) throw new Error("the package is built once, not watched");
  return [result].flat().flatMap(({ output }) => output.flatMap(toModuleIds));
};

const toModuleIds = (file: Rolldown.OutputChunk | Rolldown.OutputAsset): string[] =>
  file.type === "chunk" ? file.moduleIds : [];

/** Writes `integrity.json`: for each of the files in the folder the `integrity` that a page can ask for. */
const writeIntegrity = async (folder: string, names: readonly string[]): Promise<void> => {
  const integrity: Record<string, string> = {};
  for (const name of names) integrity[name] = toIntegrity(await readFile(join(folder, name)));
  await writeFile(join(folder, "integrity.json"), `${JSON.stringify(integrity, null, 2)}\n`);
  await writeFile(join(folder, "integrity.d.cts"), declaration);
};

// A module of this kind is what TypeScript takes JSON for, whether it is imported or required.
const declaration = `/** The value of the \`integrity\` attribute for each file that a page loads, by its path in \`dist/\`. */
declare const integrity: Readonly<Record<string, string>>;
export = integrity;
`;
