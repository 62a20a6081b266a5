import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { beforeAll, expect, it } from "vitest";
import { rootFolder } from "../../tools/dist.ts";
import { type Picture, takePicture } from "./take-picture.ts";

const file = join(rootFolder, "demo/picture.png");

// `TAKE_PICTURE=1 npx vitest run --project slow test/e2e/picture` puts a new one in place of README's.
let taken: Picture;
beforeAll(async () => {
  taken = await takePicture();
  if (process.env["TAKE_PICTURE"]) await writeFile(file, taken.png);
});

it("shows a calendar with slots, below the upgrade notice", () => {
  expect(taken.slots).toBeGreaterThan(0);
  expect(taken.notice).toContain("Booking.js v1");
});

it("is the one in README, at the same size", async () => {
  expect(await readFile(join(rootFolder, "README.md"), "utf8")).toContain('src="demo/picture.png"');
  expect(readSize(await readFile(file))).toEqual(readSize(taken.png));
});

/** Width and height as a PNG's first chunk has them: https://www.w3.org/TR/png-3/#11IHDR */
const readSize = (png: Buffer): readonly number[] => [png.readUInt32BE(16), png.readUInt32BE(20)];
