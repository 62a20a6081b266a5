import { expect, it } from "vitest";
import { readDist, readPublished, vendorFile } from "../tools/dist.ts";

it("the vendor file contains the published bytes, unchanged and once", async () => {
  const vendor = await readDist(vendorFile);
  for (const published of Object.values(await readPublished())) {
    const start = vendor.indexOf(published);
    expect(start).toBeGreaterThan(0);
    expect(vendor.indexOf(published, start + 1)).toBe(-1);
  }
});

it("the vendor file adds less than 28,000 bytes to them: its scope, the shield, and what makes the calendar accessible", async () => {
  const { jquery, booking } = await readPublished();
  expect((await readDist(vendorFile)).length - jquery.length - booking.length).toBeLessThan(28_000);
});

it("the vendor file reads the same in every charset: it starts with UTF-8's mark and is valid UTF-8", async () => {
  const vendor = await readDist(vendorFile);
  expect(vendor.subarray(0, 3)).toEqual(Buffer.from([0xef, 0xbb, 0xbf]));
  expect(() => new TextDecoder("utf-8", { fatal: true }).decode(vendor)).not.toThrow();
});
