import { spawn } from "node:child_process";
import { once } from "node:events";
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, beforeEach, expect, onTestFinished, test, vi } from "vitest";
import { chooseWords } from "../../../src/loader/ui/words.ts";
import { launchChromium } from "../../tools/chromium.ts";
import { rootFolder } from "../../tools/dist.ts";

const patience = { timeout: 120_000 };
const left = ["node_modules", ".git", "dist", ".dist"];

let folder: string;
let browser: Browser;

beforeAll(async () => {
  browser = await launchChromium();
});
afterAll(() => browser.close());
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "demo-copy-"));
  cpSync(rootFolder, folder, {
    recursive: true,
    filter: (source) => !left.includes(relative(rootFolder, source)),
  });
  symlinkSync(join(rootFolder, "node_modules"), join(folder, "node_modules"));
  const made = folder;
  onTestFinished(() => rmSync(made, { recursive: true }));
});

/** Starts a command of the copy and gives what it has printed so far. */
const run = (script: string) => {
  let output = "";
  const child = spawn("npm", ["run", script], {
    cwd: folder,
    env: { ...process.env, PORT: "0" },
    stdio: ["ignore", "pipe", "pipe"],
  });
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding("utf8").on("data", (text: string) => {
      output += text;
    });
  return { child, read: () => output };
};

/** The page's address, once the command has printed it; afterwards everything is stopped by way of npm. */
const untilUp = async ({ child, read }: ReturnType<typeof run>): Promise<string> => {
  const isUp = (): boolean => read().includes("Ctrl+C");
  await vi.waitUntil(isUp, patience);
  const [origin = ""] = /http:\/\/127\.0\.0\.1:\d+/.exec(read()) ?? [];
  onTestFinished(async () => {
    child.kill();
    await vi.waitUntil(async () => (await fetch(origin).catch(() => undefined)) === undefined, patience);
  });
  return origin;
};

const edit = (path: string, change: (text: string) => string): void => {
  const file = join(folder, path);
  writeFileSync(file, change(readFileSync(file, "utf8")));
};

test("npm run demo prints where it is, and not what the bundler does", async () => {
  const demo = run("demo");
  await untilUp(demo);
  // npm says which scripts it runs, and may warn of the machine's own settings.
  const lines = demo
    .read()
    .split("\n")
    .filter((line) => !/^(?:npm |> |\s*$)/.test(line));
  expect(lines.length).toBeLessThanOrEqual(6);
});

test("npm run demo says why it cannot build", async () => {
  edit("src/loader/boot.ts", (text) => `${text}\nconst = 1;\n`);
  const { child, read } = run("demo");
  const [exitCode] = await once(child, "exit");
  expect(exitCode).toBe(1);
  expect(read()).toContain("boot.ts");
});

test("npm run dev builds after a change and loads the page again, and outlives a mistake", async () => {
  const dev = run("dev");
  const origin = await untilUp(dev);
  const page = await browser.newPage();
  await page.goto(origin);
  const { notice } = chooseWords("en");
  await page.getByText(notice).waitFor(patience);

  edit("src/loader/ui/words.ts", (text) => text.replace(notice, "This notice was changed."));
  await page.getByText("This notice was changed.").waitFor(patience);
  expect(new URL(page.url()).origin).toBe(origin);

  edit("src/loader/ui/words.ts", (text) => `${text}\nconst = 1;\n`);
  await expect.poll(dev.read, patience).toContain("words.ts");
  expect((await fetch(origin)).status).toBe(200);

  edit("src/loader/ui/words.ts", (text) =>
    text.replace("\nconst = 1;\n", "").replace("This notice was changed.", "This notice was mended."),
  );
  await page.getByText("This notice was mended.").waitFor(patience);

  edit("demo/pages/render-page.ts", (text) => text.replace("really booked", "booked at all"));
  await page.getByText("nothing is booked at all").waitFor(patience);
});
