import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { dirname, join, relative } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { createServer } from "vite";
import { onStop } from "./on-stop.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));
const vite = join(dirname(fileURLToPath(import.meta.resolve("vite/package.json"))), "bin/vite.js");
const start = join(root, "demo/server/start.ts");

/** What the package and the demo are made from. */
const sources = /^(?:src|demo)[\\/]|^(?:index\.html|vite\.config\.ts)$/;

/** Editors and branch switches change several files at once. */
const settleMs = 100;

let build: ChildProcess | undefined;
let demo: ChildProcess | undefined;
let port = process.env["PORT"];
let isStale = false;
let isBusy = false;
let isOver = false;

/** Builds, and puts a new demo in the place of the last one, which stays where the build fails. */
const refresh = async (): Promise<void> => {
  build = fork(vite, ["build", "--logLevel", "warn"], { cwd: root });
  await once(build, "exit");
  if (isOver || build.exitCode !== 0) return;
  await stop(demo);
  demo = fork(start, {
    execArgv: ["--import", import.meta.resolve("tsx")],
    // The page looks for the next demo where the last one was.
    env: { ...process.env, ...(port !== undefined && { PORT: port }) },
  });
  demo.once("message", (pageOrigin) => {
    if (typeof pageOrigin === "string") port = new URL(pageOrigin).port;
  });
};

const refreshWhileStale = async (): Promise<void> => {
  isStale = true;
  if (isBusy) return;
  isBusy = true;
  while (isStale) {
    await pause(settleMs);
    isStale = false;
    if (!isOver) await refresh();
  }
  isBusy = false;
};

const stop = async (child: ChildProcess | undefined): Promise<void> => {
  if (child === undefined || child.exitCode !== null || child.signalCode !== null) return;
  child.kill();
  await once(child, "exit");
};

// Vite's server is here for its watcher alone: Node's own loses files that an editor replaces.
const server = await createServer({
  configFile: false,
  root,
  logLevel: "warn",
  appType: "custom",
  optimizeDeps: { noDiscovery: true },
  server: { middlewareMode: true, hmr: false, ws: false },
});
server.watcher.on("all", (_, path) => {
  if (sources.test(relative(root, path))) void refreshWhileStale();
});
onStop(() => {
  isOver = true;
  void Promise.all([server.close(), stop(build), stop(demo)]);
});
await refreshWhileStale();
