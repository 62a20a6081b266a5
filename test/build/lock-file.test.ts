import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { rootFolder } from "../tools/dist.ts";

const { packages }: { readonly packages: Readonly<Record<string, object>> } = JSON.parse(
  readFileSync(join(rootFolder, "package-lock.json"), "utf8"),
);

it("the lock file records no address that a package came from", () => {
  const located = Object.entries(packages).filter(([, entry]) => "resolved" in entry);

  expect(Object.keys(packages).length).toBeGreaterThan(100);
  expect(located).toEqual([]);
});
