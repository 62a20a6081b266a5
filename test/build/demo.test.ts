import { spawn } from "node:child_process";
import { once } from "node:events";
import { expect, it } from "vitest";
import { rootFolder } from "../tools/dist.ts";

it("the demo says in a few lines where its pages are and how to use an account of one's own", async () => {
  const demo = spawn(process.execPath, ["--import", "tsx", "demo/server/start.ts"], {
    cwd: rootFolder,
    env: { PATH: process.env["PATH"], PORT: "0" },
    stdio: ["ignore", "pipe", "inherit"],
  });
  let output = "";
  demo.stdout.setEncoding("utf8").on("data", (text: string) => {
    output += text;
  });
  await expect.poll(() => output, { timeout: 30_000 }).toContain("Ctrl+C");
  const [page = "", workbench = ""] = output.match(/http:\S+/g) ?? [];
  const statuses = await Promise.all([page, workbench].map(async (url) => (await fetch(url)).status));
  demo.kill();
  await once(demo, "exit");

  expect(statuses).toEqual([200, 200]);
  expect([new URL(page).pathname, new URL(workbench).pathname]).toEqual(["/", "/workbench"]);
  expect(output).toContain("TIMEKIT_API_KEY=… TIMEKIT_RESOURCE_ID=… npm run demo");
  expect(output.trim().split("\n").length).toBeLessThanOrEqual(8);
});
