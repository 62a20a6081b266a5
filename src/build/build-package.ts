import { chmod, mkdir, rename, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { ViteBuilder } from "vite";
import { buildBundle } from "./build-bundle.ts";
import { createBundles } from "./bundles.ts";
import { writeDeclarations } from "./declarations/write-declarations.ts";
import { findBundledPackages } from "./licences/find-bundled-packages.ts";
import { toLicenceText } from "./licences/licence-text.ts";
import { foreignParts, packagesInVendor } from "./licences/vendor-contents.ts";
import { writeIntegrity } from "./write-integrity.ts";
import type { OwnerFile } from "./build-owner.ts";
import type { PinnedFile } from "./pinned-file.ts";

/** Where the package stays until it is whole: a build that fails leaves the last one as it was. */
export const stagingFolder = ".dist";

export interface Pinned {
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
  await write("THIRD-PARTY-LICENSES.txt", toLicenceText(root, findBundledPackages(moduleIds)));
  await writeIntegrity(folder, ["loader.js", vendor.fileName, owner.fileName]);

  const published = join(root, "dist");
  await rm(published, { recursive: true, force: true });
  await rename(folder, published);
};
