import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { rootFolder } from "../tools/dist.ts";

interface LockedPackage {
  readonly integrity?: string;
  readonly link?: boolean;
  readonly inBundle?: boolean;
}

const { packages }: { readonly packages: Readonly<Record<string, LockedPackage>> } = JSON.parse(
  readFileSync(join(rootFolder, "package-lock.json"), "utf8"),
);

it("the lock file records no address that a package came from", () => {
  const located = Object.entries(packages).filter(([, entry]) => "resolved" in entry);

  expect(Object.keys(packages).length).toBeGreaterThan(100);
  expect(located).toEqual([]);
});

it("the lock file has a hash for every package, those of other platforms included", () => {
  const unchecked = Object.entries(packages).filter(
    ([path, { integrity, link, inBundle }]) =>
      path.includes("node_modules/") && !link && !inBundle && !integrity?.startsWith("sha512-"),
  );

  expect(unchecked.map(([path]) => path)).toEqual([]);
});
