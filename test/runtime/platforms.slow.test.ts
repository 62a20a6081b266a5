import { spawn } from "node:child_process";
import { copyFileSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import type { BrokerSettings } from "../../src/broker/index.ts";
import { runNpm } from "../tools/npm.ts";
import { addBrokerTests } from "./broker-suite.ts";
import { createBrokerWorld, type RunningBroker } from "./broker-world.ts";
import { bundleBroker } from "./bundle-broker.ts";
import { expectedGrant, resourceId } from "./timekit-bodies.ts";

// The newest that npm has; the packages hold the programs themselves.
const bun = "1.4.5";
const deno = "2.9.6";
const express = "5.3.0";

const folder = mkdtempSync(join(tmpdir(), "platforms-"));
const programs = {
  bun: join(folder, `node_modules/@oven/bun-${process.platform}-${process.arch}/bin/bun`),
  deno: join(folder, `node_modules/@deno/${process.platform}-${process.arch}-glibc/deno`),
  node: process.execPath,
};

const head = `
import { createBroker } from "./index.js";
const broker = createBroker(JSON.parse(process.env.SETTINGS));
const tell = (port) => console.log(JSON.stringify({ url: "http://127.0.0.1:" + port }));
`;

const scripts = {
  "bun.js": `${head}
const server = Bun.serve({
  port: 0,
  hostname: "127.0.0.1",
  fetch: (request, server) => broker.fetch(request, { clientAddress: server.requestIP(request)?.address }),
});
tell(server.port);
`,
  "deno.js": `import process from "node:process";
${head}
Deno.serve(
  { port: 0, hostname: "127.0.0.1", onListen: ({ port }) => tell(port) },
  (request, { remoteAddr }) => broker.fetch(request, { clientAddress: remoteAddr.hostname }),
);
`,
  "express.js": `${head}
import express from "express";
import { toNodeHandler } from "./handler.js";
const app = express();
app.use("/api/token", toNodeHandler(broker));
app.all("/client-token", toNodeHandler(broker));
const server = app.listen(0, "127.0.0.1", () => tell(server.address().port));
`,
} as const;

beforeAll(async () => {
  writeFileSync(join(folder, "package.json"), '{ "name": "platforms", "private": true, "type": "module" }');
  const wanted = [
    `@oven/bun-${process.platform}-${process.arch}@${bun}`,
    `@deno/${process.platform}-${process.arch}-glibc@${deno}`,
    `express@${express}`,
  ];
  runNpm(folder, "install", "--ignore-scripts", "--no-audit", "--no-fund", ...wanted);
  for (const entry of ["index", "handler"] as const)
    copyFileSync(await bundleBroker(entry), join(folder, `${entry}.js`));
  for (const [name, text] of Object.entries(scripts)) writeFileSync(join(folder, name), text);
});

afterAll(() => rmSync(folder, { recursive: true }));

const start = async (words: readonly string[], settings: BrokerSettings): Promise<RunningBroker> => {
  const [program = "", ...more] = words;
  const child = spawn(program, more, {
    cwd: folder,
    env: { SETTINGS: JSON.stringify(settings), HOME: folder, DENO_DIR: join(folder, "deno") },
  });
  let stdout = "";
  let stderr = "";
  child.stderr.on("data", (chunk: Buffer) => (stderr += chunk.toString()));
  const ended = new Promise<void>((resolve) => child.once("close", () => resolve()));
  const url = await new Promise<string>((resolve, reject) => {
    child.stdout.on("data", (chunk: Buffer) => {
      stdout += chunk.toString();
      const [, found] = /"url":"([^"]+)"/.exec(stdout) ?? [];
      if (found) resolve(found);
    });
    void ended.then(() => reject(new Error(`The platform ended early: ${stderr}`)));
  });
  return {
    fetch: (path, init) => fetch(`${url}${path}`, init),
    readLog: async () => (stdout + stderr).split("\n").filter((line) => line && !line.startsWith('{"url"')),
    close: async () => {
      child.kill();
      await ended;
    },
  };
};

const clientTokenPath = "/client-token";

describe(`the broker in Bun ${bun}`, () => {
  addBrokerTests((settings) => start([programs.bun, "bun.js"], { clientTokenPath, ...settings }));
});

describe(`the broker in Deno ${deno}`, () => {
  addBrokerTests((settings) =>
    start([programs.deno, "run", "--allow-env", "--allow-net", "deno.js"], { clientTokenPath, ...settings }),
  );
});

describe(`the broker in Express ${express}`, () => {
  const open: { readonly close: () => Promise<void> }[] = [];
  afterEach(async () => {
    for (const world of open.splice(0)) await world.close();
  });

  test.each(["/api/token", "/api/token/", "/client-token"])("is mounted on %s", async (path) => {
    const world = await createBrokerWorld((settings) => start([programs.node, "express.js"], settings));
    open.push(world);
    const { status, json, headers } = await world.ask(`${path}?resource_id=${resourceId}`);
    expect([status, json]).toEqual([200, expectedGrant]);
    expect(headers.get("cache-control")).toBe("no-store");
    const stranger = await world.ask(`${path}?resource_id=${resourceId}`, {
      headers: { Origin: "https://stranger.example" },
    });
    expect(stranger.status).toBe(403);
    expect((await world.ask("/elsewhere")).status).toBe(404);
  });

  test("answers at the path of the setting as the page sees it", async () => {
    const settings = { clientTokenPath: "/api/token" };
    const world = await createBrokerWorld((all) => start([programs.node, "express.js"], all), settings);
    open.push(world);
    expect((await world.ask(`/api/token?resource_id=${resourceId}`)).status).toBe(200);
    expect((await world.ask(`/client-token?resource_id=${resourceId}`)).status).toBe(404);
  });
});
