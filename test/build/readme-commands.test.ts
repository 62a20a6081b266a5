import { type ChildProcess, execFile, spawn } from "node:child_process";
import { once } from "node:events";
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { findLeaks } from "../runtime/find-leaks.ts";
import { likeTimekit, startUpstream, type Upstream } from "../runtime/start-upstream.ts";
import {
  clientToken,
  makeBodies,
  resource,
  resourceId,
  secrets,
  serverToken,
} from "../runtime/timekit-bodies.ts";
import { rootFolder } from "../tools/dist.ts";
import { packPackage } from "../tools/npm.ts";

interface Block {
  readonly file: string;
  readonly text: string;
}

/** Every block of commands that people are told to run, joined where a line goes on. */
const blocks: readonly Block[] = ["README.md", "src/loader/README.md", "src/broker/README.md"].flatMap(
  (file) =>
    [...readFileSync(join(rootFolder, file), "utf8").matchAll(/^```sh\n(.*?)^```$/gms)].map(
      ([, text = ""]) => ({
        file,
        text: text.trim(),
      }),
    ),
);

const find = (file: string, beginning: string): string => {
  const found = blocks.filter((block) => block.file === file && block.text.startsWith(beginning));
  expect(found).toHaveLength(1);
  return found[0]?.text ?? "";
};

/** The blocks of which the tests below run each line that needs neither Docker, nor an account, nor systemd. */
const run: readonly (readonly [file: string, beginning: string])[] = [
  ["README.md", "export TIMEKIT_API_KEY"],
  ["README.md", "curl --silent"],
  ["README.md", "npm init -y"],
  ["README.md", "npx --no timekit-broker"],
  ["README.md", "curl --include"],
  ["README.md", "npx --no timekit-embed -- migrate"],
  ["src/broker/README.md", "TIMEKIT_API_KEY="],
  ["src/broker/README.md", "npx --no timekit-broker -- --check"],
  ["src/broker/README.md", "curl --fail"],
  ["src/broker/README.md", "npm run build && npm pack --pack-destination demo/deploy/worker"],
  ["src/broker/README.md", "npm install --prefix"],
];

/** Scripts of `package.json`, which other suites run or are. */
const scripts = ["npm ci && npm run demo", "npm ci && npm test", "npm ci && npm run build && npm pack"];

/** They need what a machine of tests has not: an account of Cloudflare's, Docker. */
const elsewhere = [
  "npx wrangler secret put",
  "npm run build && npm pack --pack-destination demo/deploy/docker",
];

it("each block of commands is run here, or it is known why not", () => {
  const isKnown = ({ file, text }: Block): boolean =>
    scripts.includes(text) ||
    elsewhere.some((beginning) => text.startsWith(beginning)) ||
    run.some(([where, beginning]) => file === where && text.startsWith(beginning));
  expect(blocks.filter((block) => !isKnown(block))).toEqual([]);
  for (const [file, beginning] of run)
    expect(blocks.some((block) => block.file === file && block.text.startsWith(beginning))).toBe(true);
});

describe("the way to a calendar", () => {
  const folder = mkdtempSync(join(tmpdir(), "commands-"));
  const { version }: { version: string } = JSON.parse(readFileSync(join(rootFolder, "package.json"), "utf8"));
  let upstream: Upstream;
  let started: ChildProcess | undefined;
  let url = "";

  /** A shell with nothing in its environment but what the commands need to end where no network is. */
  const environment = () => ({
    PATH: process.env["PATH"],
    HOME: folder,
    npm_config_offline: "true",
    npm_config_update_notifier: "false",
    TIMEKIT_API_URL: upstream.url,
    TIMEKIT_APP: "example-app",
    PORT: "0",
  });

  /** With the key, and the address of what runs here, in the place of those in the text. */
  const fill = (text: string): string =>
    text
      .replaceAll("live_api_key_…", secrets.apiKey)
      .replaceAll("https://api.timekit.io", upstream.url)
      .replaceAll("http://127.0.0.1:8787", url);

  const shell = async (text: string, variables: NodeJS.ProcessEnv = {}): Promise<string> => {
    const options = { cwd: folder, env: { ...environment(), ...variables } };
    const { stdout } = await promisify(execFile)("bash", ["-euo", "pipefail", "-c", fill(text)], options);
    expect(findLeaks(stdout)).toEqual([]);
    return stdout;
  };

  const withKey = { TIMEKIT_API_KEY: secrets.apiKey };

  /** Starts it in a group of its own, since `npx` has children; resolves to its address. */
  const start = (text: string, variables: NodeJS.ProcessEnv = {}): Promise<string> => {
    const child = spawn("bash", ["-c", fill(text)], {
      cwd: folder,
      env: { ...environment(), ...variables },
      detached: true,
      stdio: ["ignore", "pipe", "inherit"],
    });
    started = child;
    return new Promise((resolve, reject) => {
      let output = "";
      child.stdout.on("data", (chunk: Buffer) => {
        output += chunk.toString();
        const [, found] = /"url":"([^"]+)"/.exec(output) ?? [];
        if (found) resolve(found);
      });
      child.once("exit", () => reject(new Error(`It ended early: ${output}`)));
    });
  };

  const stop = async (): Promise<void> => {
    const { pid } = started ?? {};
    if (!started || pid === undefined) return;
    const ended = once(started, "close");
    process.kill(-pid, "SIGTERM");
    await ended;
    started = undefined;
  };

  beforeAll(async () => {
    upstream = await startUpstream();
    const timekit = likeTimekit(makeBodies());
    upstream.respondWith((request, response) => {
      const data: readonly object[] | undefined = {
        "/v2/resources?limit=1000": [resource],
        [`/v2/credentials?search=resource.id:${resourceId}`]: [serverToken, clientToken],
      }[request.url ?? ""];
      if (data) response.writeHead(200, { "Content-Type": "application/json" }).end(JSON.stringify({ data }));
      else timekit(request, response);
    });
    packPackage(folder);
    renameSync(join(folder, "package.tgz"), join(folder, `timekit-embed-${version}.tgz`));
  }, 60_000);
  afterAll(async () => {
    await stop();
    await upstream.close();
    rmSync(folder, { recursive: true });
  });

  it("lists resources by id and address, and no token of theirs", async () => {
    const listed = await shell(find("README.md", "export TIMEKIT_API_KEY"));
    expect(listed).toBe(`${resource.id} ${resource.email}\n`);
    expect(upstream.requests.at(-1)?.headers.authorization).toBe(
      `Basic ${Buffer.from(`:${secrets.apiKey}`).toString("base64")}`,
    );
  });

  it("lists a resource's tokens by type and expiry alone", async () => {
    const listed = await shell(find("README.md", "curl --silent"), withKey);
    expect(listed.trim().split("\n")).toEqual([
      `server-token ${serverToken.expires}`,
      `client-token ${clientToken.expires}`,
    ]);
    expect(listed).not.toContain(clientToken.token);
  });

  it("installs the package, checks it, runs it, and gets a token with curl as a page would", async () => {
    const installed = await shell(find("README.md", "npm init -y"), withKey);
    expect(installed).toMatch(new RegExp(`Resource ${resourceId} has a client-token, which expires`));
    const again = find("src/broker/README.md", "npx --no timekit-broker -- --check");
    const settings = { ...withKey, ALLOWED_ORIGINS: "https://www.example.com" };
    expect(await shell(again, settings)).toContain("has a client-token");

    url = await start(find("README.md", "npx --no timekit-broker"), settings);
    const include = find("README.md", "curl --include");
    const answered = await shell(include);
    expect(answered).toMatch(/^HTTP\/1\.1 200 /);
    expect(answered).toContain('"type":"client-token"');
    const tab = include.replace("--header 'Origin: https://www.example.com'", "");
    expect(await shell(tab)).toMatch(/^HTTP\/1\.1 403 /);

    const health = find("src/broker/README.md", "curl --fail");
    expect(await shell(health)).toBe("200\n");
    const foreign = health.replace("www.example.com", "elsewhere.example");
    await expect(shell(foreign)).rejects.toMatchObject({ stdout: "403\n" });
    await stop();
  });

  it("starts with the settings before the command, too", async () => {
    url = await start(find("src/broker/README.md", "TIMEKIT_API_KEY="));
    expect((await fetch(`${url}/livez`)).status).toBe(200);
    await stop();
  });

  it("turns the old lines that it shows into those of v2", async () => {
    const [, before = ""] =
      /lines like these[^`]*```html\n(.*?)```/s.exec(readFileSync(join(rootFolder, "README.md"), "utf8")) ??
      [];
    expect(before).toContain("timekitBookingConfig");
    mkdirSync(join(folder, "public"));
    writeFileSync(join(folder, "public/index.html"), before);
    const lines = await shell(find("README.md", "npx --no timekit-embed -- migrate"));
    expect(lines).toContain("app_key: ");
    expect(readFileSync(join(folder, "public/index.html"), "utf8")).toBe(before);
  });

  it("has what the commands of systemd install, from the folder that is named", async () => {
    const source = join(folder, "demo/deploy/systemd");
    cpSync(join(rootFolder, "demo/deploy/systemd"), source, { recursive: true });
    writeFileSync(join(source, "key.txt"), secrets.apiKey);
    const lines = find("src/broker/README.md", "npm install --prefix").split("\n");
    const [last = "", ...others] = lines.reverse();
    expect(last).toMatch(/^systemctl enable --now \/etc\/timekit-broker\/timekit-broker\.service$/);
    const here = [`cd ${source}`, ...others.reverse()]
      .join("\n")
      .replaceAll(/\/(opt|etc)\//g, `${folder}/$1/`);
    await shell(here);
    expect(
      existsSync(join(folder, "opt/timekit-broker/node_modules/timekit-embed/dist/broker/node.js")),
    ).toBe(true);
    expect(readFileSync(join(folder, "etc/timekit-broker/api-key"), "utf8")).toBe(secrets.apiKey);
    for (const name of ["settings.env", "timekit-broker.service"])
      expect(existsSync(join(folder, "etc/timekit-broker", name))).toBe(true);
  });

  it("finds in the Worker's folder what its commands take", () => {
    const [pack = "", into, install, copy, dev] = find(
      "src/broker/README.md",
      "npm run build && npm pack --pack-destination demo/deploy/worker",
    ).split("\n");
    expect(pack).toContain("--pack-destination demo/deploy/worker");
    expect([into, install, copy, dev]).toEqual([
      "cd demo/deploy/worker",
      "npm install",
      "cp .dev.vars.example .dev.vars",
      "npx wrangler dev",
    ]);
    const worker = join(rootFolder, "demo/deploy/worker");
    const { dependencies, devDependencies } = JSON.parse(readFileSync(join(worker, "package.json"), "utf8"));
    expect(dependencies).toEqual({ "timekit-embed": `file:timekit-embed-${version}.tgz` });
    expect(Object.keys(devDependencies)).toEqual(["wrangler"]);
    expect(readFileSync(join(worker, ".dev.vars.example"), "utf8")).toMatch(
      /^TIMEKIT_API_KEY=live_api_key_…$/m,
    );
    expect(readFileSync(join(rootFolder, ".gitignore"), "utf8").split("\n")).toContain(".dev.vars");
  });

  it("tells Docker's broker how many proxies there are", () => {
    const docker = find(
      "src/broker/README.md",
      "npm run build && npm pack --pack-destination demo/deploy/docker",
    );
    expect(docker).toContain("--env TRUSTED_PROXY_HOPS=1");
  });
});
