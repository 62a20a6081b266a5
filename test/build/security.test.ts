import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { rootFolder } from "../tools/dist.ts";

const read = (name: string): string => readFileSync(join(rootFolder, name), "utf8");

it("SECURITY.md says how to report in private, what is in scope, and which versions are mended", () => {
  const text = read("SECURITY.md");
  const headings = [...text.matchAll(/^## (.+)$/gm)].map(([, heading]) => heading);
  expect(headings).toEqual(["Reporting", "Supported versions", "In scope", "Not in scope"]);
  expect(text).toMatch(/in private[^#]*"Report a vulnerability"/);
  const { version }: { version: string } = JSON.parse(read("package.json"));
  expect(text).toMatch(new RegExp(`^\\| ${version.split(".")[0]}\\.x +\\| yes`, "m"));
});

it("what SECURITY.md points to is there", () => {
  expect(read("SECURITY.md")).toContain("README.md#security-model");
  expect(read("README.md")).toMatch(/^## Security model$/m);
});
