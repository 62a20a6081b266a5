import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ownerFile, readDist } from "../../tools/dist.ts";
import { fileHeaders } from "../world/open-servers.ts";
import { openWorld, type World } from "../world/open-world.ts";
import { writeDocument } from "../world/write-page.ts";
import { openOwnerPage } from "./open-owner-page.ts";

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

const ask = "Show what v2 needs";

describe("the button", () => {
  it.each([
    ["on", true, 1],
    ["on", false, 0],
    ["owner", true, 1],
    ["owner", false, 0],
    ["off", true, 0],
  ])("with data-notice=%s, in an owner's browser: %s, is there %s times", async (notice, isOwner, times) => {
    const { page, countAsked, close } = await openOwnerPage(world, { tag: { notice }, isOwner });
    expect(await page.getByRole("button", { name: ask }).count()).toBe(times);
    expect(countAsked()).toBe(0);
    await close();
  });

  it("is there after the page was opened with ?timekit-notice=owner, and not after =off", async () => {
    const { page, reaches, close } = await world.openPage();
    for (const [choice, times] of [
      ["owner", 1],
      ["off", 0],
    ] as const) {
      await page.goto(`${page.url().split("?")[0]}?timekit-notice=${choice}`);
      await reaches("ready");
      expect(await page.getByRole("button", { name: ask }).count()).toBe(times);
    }
    await close();
  });
});

describe("the owners' file", () => {
  it("is asked for once, when the owner asks, with its hash; nothing of it is on the page's window", async () => {
    const { page, countAsked, pageErrors, printed, close } = await openOwnerPage(world);
    const before = await page.evaluate(() => Object.getOwnPropertyNames(window));
    expect(countAsked()).toBe(0);
    expect(await page.getByRole("dialog").count()).toBe(0);

    for (let time = 0; time < 2; time += 1) {
      await page.getByRole("button", { name: ask }).click();
      await page.getByRole("dialog").waitFor();
      await page.keyboard.press("Escape");
      await page.locator("[data-timekit-part=guide]").waitFor({ state: "detached" });
    }
    expect(countAsked()).toBe(1);
    const after = await page.evaluate(() => Object.getOwnPropertyNames(window));
    expect(after.filter((name) => !before.includes(name))).toEqual([]);
    expect(pageErrors).toEqual([]);
    expect(printed).toEqual([]);
    await close();
  });

  it("loads under a policy with nonces and Trusted Types", async () => {
    const { page, printed, pageErrors, close } = await openOwnerPage(world, {
      html: ({ tag }) =>
        writeDocument(
          `<script nonce="abc">trustedTypes.createPolicy("default", { createHTML: (html) => html })</script>
          ${tag.replace("<script", '<script nonce="abc"')}`,
        ),
      headers: {
        "content-security-policy":
          "default-src 'none'; script-src 'nonce-abc'; connect-src *; style-src 'self'; img-src data:; " +
          "require-trusted-types-for 'script'; trusted-types timekit-embed default",
      },
    });
    await page.getByRole("button", { name: ask }).click();
    const dialog = page.getByRole("dialog");
    await dialog.waitFor();
    // It has its looks all the same.
    expect(await dialog.evaluate((element) => getComputedStyle(element).borderRadius)).toBe("8px");
    expect(printed.filter((line) => line.includes(ownerFile))).toEqual([]);
    expect(pageErrors).toEqual([]);
    await close();
  });

  it.each([
    ["is missing", () => new Response("Not found", { status: 404 }), "vendor/blocked"],
    [
      "is another one",
      async () =>
        new Response(`${(await readDist(ownerFile)).toString()}\n`, {
          headers: { ...fileHeaders, "cache-control": "no-store" },
        }),
      "vendor/blocked",
    ],
  ] as const)("that %s: the notice says what to do, and the calendar goes on", async (_, answer, code) => {
    const { page, errors, printed, reaches, countAsked, close } = await openOwnerPage(world, {
      files: { [`dist/${ownerFile}`]: answer },
    });
    await page.getByRole("button", { name: ask }).click();
    await page.getByText(`${ownerFile} did not load.`).waitFor();
    expect(countAsked()).toBe(3);
    // The calendar itself has not failed: the console says it, and no event.
    expect(printed.filter((line) => line.includes(code))).toHaveLength(1);
    expect(await errors()).toEqual([]);
    await reaches("ready");
    await close();
  });

  it("is beside the vendor file where an option says where that is", async () => {
    const { page, requests, close } = await openOwnerPage(world, {
      tag: { "vendor-url": `dist/${__VENDOR_FILE__}` },
      files: {
        [`dist/vendor/${ownerFile}`]: async () =>
          new Response(new Uint8Array(await readDist(ownerFile)), { headers: fileHeaders }),
      },
    });
    await page.getByRole("button", { name: ask }).click();
    await page.getByRole("dialog").waitFor();
    expect(requests.map((request) => new URL(request.url()).pathname)).toContainEqual(
      expect.stringMatching(/\/dist\/vendor\/owner\.js$/),
    );
    await close();
  });
});
