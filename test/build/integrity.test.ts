import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { ownerFile, readDist, vendorFile } from "../tools/dist.ts";

const hash = async (name: string): Promise<string> =>
  `sha384-${createHash("sha384")
    .update(await readDist(name))
    .digest("base64")}`;

it("integrity.json holds the hash of each file that a page loads, and nothing else", async () => {
  expect(JSON.parse((await readDist("integrity.json")).toString())).toEqual({
    "loader.js": await hash("loader.js"),
    [vendorFile]: await hash(vendorFile),
    [ownerFile]: await hash(ownerFile),
  });
});

describe.each(["loader.js", "loader.mjs", "loader.cjs"])("%s", (name) => {
  it.each([vendorFile, ownerFile])("has the name and the hash of %s baked in", async (file) => {
    const code = (await readDist(name)).toString();
    expect(code).toContain(await hash(file));
    expect(code).toContain(file);
  });
});
