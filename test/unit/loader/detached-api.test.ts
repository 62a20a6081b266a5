// @vitest-environment node
import { expect, test } from "vitest";
import { createDetachedApi } from "../../../src/loader/api.ts";
import * as loader from "../../../src/loader/index.ts";

test("the module can be imported where there is no document", () => {
  expect(typeof document).toBe("undefined");
  expect(loader.version).toMatch(/^\d+\.\d+\.\d+/);
  expect(loader.default).toMatchObject({ version: loader.version, embeds: [] });
  expect("TimekitEmbed" in globalThis).toBe(false);
});

test("what is mounted there has failed, and says why", async () => {
  const embed = loader.mount({ resourceId: "2939c4fa-f06f-4496-8a20-03f57afcdfe6" });
  expect(embed).toMatchObject({ state: "failed", target: null, widget: null });
  expect(embed.resourceId).toBe("2939c4fa-f06f-4496-8a20-03f57afcdfe6");
  await expect(embed.ready).rejects.toMatchObject({ code: "browser/unsupported", retryable: false });
});

test("everything else does nothing there", () => {
  const api = createDetachedApi();
  const embed = api.mount({ resourceId: "x" });
  embed.retry();
  embed.destroy();
  let calls = 0;
  api.push(() => {
    calls += 1;
  });
  expect(calls).toBe(0);
  expect(embed.state).toBe("failed");
});
