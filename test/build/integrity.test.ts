import { createHash } from "node:crypto";
import { expect, it } from "vitest";
import { readDist, vendorFile } from "../tools/dist.ts";

const hash = async (name: string): Promise<string> =>
  `sha384-${createHash("sha384")
    .update(await readDist(name))
    .digest("base64")}`;

it("integrity.json holds the hash of each file that a page loads, and nothing else", async () => {
  expect(JSON.parse((await readDist("integrity.json")).toString())).toEqual({
    "loader.js": await hash("loader.js"),
    [vendorFile]: await hash(vendorFile),
  });
});

it.each(["loader.js", "loader.mjs", "loader.cjs"])(
  "%s has the vendor file's name and hash baked in",
  async (name) => {
    const code = (await readDist(name)).toString();
    expect(code).toContain(await hash(vendorFile));
    expect(code).toContain(vendorFile);
  },
);
