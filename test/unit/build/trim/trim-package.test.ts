import { expect, test } from "vitest";
import { trimKy } from "../../../../src/build/trim/trim-ky.ts";
import { trimPackage } from "../../../../src/build/trim/trim-package.ts";
import { bundleModule } from "./bundle-module.ts";

test("a file is bundled as it is trimmed", async () => {
  const trim = (code: string): string => code.replace("this.name = 'HTTPError'", "this.name = 'Trimmed'");
  const plugin = trimPackage({ folder: "ky/distribution", files: ["errors/HTTPError.js"], trim });
  const module = await bundleModule(
    `import { HTTPError } from "ky"; export const { name } = new HTTPError({}, {});`,
    plugin,
  );
  expect(module).toMatchObject({ name: "Trimmed" });
});

test("a file that is not bundled fails the build", async () => {
  const plugin = trimPackage({ folder: "ky/distribution", files: ["gone.js"], trim: (code) => code });
  await expect(bundleModule(`export { default } from "ky";`, plugin)).rejects.toThrow(
    /gone\.js of ky\/distribution is not bundled/,
  );
});

test("another way to a request fails the build", async () => {
  const source = `import ky, { TimeoutError } from "ky"; export { ky, TimeoutError };`;
  await expect(bundleModule(source, trimKy())).rejects.toThrow(/is not exported by/);
});
