import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { toIntegrity } from "./integrity.ts";

/** Writes `integrity.json`: for each of the files in the folder the `integrity` that a page can ask for. */
export const writeIntegrity = async (folder: string, names: readonly string[]): Promise<void> => {
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
