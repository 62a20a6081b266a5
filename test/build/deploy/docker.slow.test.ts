import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { pageOrigin } from "../../runtime/broker-world.ts";
import { startProcess } from "../../runtime/start-process.ts";
import { startUpstream } from "../../runtime/start-upstream.ts";
import { secrets } from "../../runtime/timekit-bodies.ts";
import { rootFolder } from "../../tools/dist.ts";
import { packPackage } from "../../tools/npm.ts";
import { grantAndEnd } from "./grant-and-end.ts";
import { findUnknownSettings, toVariables } from "./variables.ts";

interface Instruction {
  readonly name: string;
  readonly rest: string;
}

const toInstruction = (line: string): Instruction => {
  const [, name = "", rest = ""] = /^([A-Z]+)\s+(.*)$/.exec(line) ?? [];
  return { name, rest };
};

const instructions = readFileSync(join(rootFolder, "demo/deploy/docker/Dockerfile"), "utf8")
  .split("\n")
  .filter((line) => line !== "" && !line.startsWith("#"))
  .map(toInstruction);

const find = (wanted: string): string => instructions.find(({ name }) => name === wanted)?.rest ?? "";

const toWords = (text: string): readonly string[] => JSON.parse(text);

const environment = toVariables(find("ENV").split(" "));

describe("the Dockerfile", () => {
  it("names only settings that exist, and no secret", () => {
    expect(Object.keys(environment)).toContain("TIMEKIT_API_KEY_FILE");
    expect(findUnknownSettings(environment)).toEqual([]);
    expect(Object.keys(environment).filter((name) => /(_KEY|_KEY_NEXT|_TOKEN)$/.test(name))).toEqual([]);
  });

  it("has a base that the package runs on, and leaves root before it starts", () => {
    const { engines }: { engines: { node: string } } = JSON.parse(
      readFileSync(join(rootFolder, "package.json"), "utf8"),
    );
    const [, least = ""] = /^>=(\d+)/.exec(engines.node) ?? [];
    const [, base = ""] = /^node:(\d+)-slim$/.exec(find("FROM")) ?? [];
    expect(Number(base)).toBeGreaterThanOrEqual(Number(least));
    const names = instructions.map(({ name }) => name);
    expect(find("USER")).toBe("node");
    expect(names.indexOf("USER")).toBeLessThan(names.indexOf("CMD"));
    expect(names.lastIndexOf("RUN")).toBeLessThan(names.indexOf("USER"));
  });
});

// It cannot be built without Docker, so that its commands run here: in an empty folder, on the Node of the tests.
describe("the commands of the Dockerfile", () => {
  const folder = mkdtempSync(join(tmpdir(), "container-"));
  const install = (): void => {
    const [from = "", to = ""] = find("COPY").split(" ");
    const { version }: { version: string } = JSON.parse(
      readFileSync(join(rootFolder, "package.json"), "utf8"),
    );
    expect(from.replace("*", version)).toBe(`timekit-embed-${version}.tgz`);
    packPackage(folder);
    renameSync(join(folder, "package.tgz"), join(folder, to));
    const offline = { ...process.env, npm_config_offline: "true" };
    execFileSync("sh", ["-c", find("RUN")], { cwd: folder, env: offline, stdio: "pipe" });
  };

  beforeAll(install, 60_000);
  afterAll(() => rmSync(folder, { recursive: true }));

  it("install the package, and start a broker that is healthy, grants, and ends with 0", async () => {
    mkdirSync(join(folder, "secrets"));
    const key = join(folder, "secrets/timekit-api-key");
    writeFileSync(key, `${secrets.apiKey}\n`);
    const upstream = await startUpstream();
    const [program, file = "", ...words] = toWords(find("CMD"));
    expect(program).toBe("node");
    const variables = {
      ...environment,
      HOST: "127.0.0.1",
      PORT: "0",
      TIMEKIT_API_KEY_FILE: key,
      ALLOWED_ORIGINS: pageOrigin,
      TIMEKIT_API_URL: upstream.url,
    };
    const broker = startProcess(join(folder, file), variables, words);
    const url = await broker.url;

    expect(checkHealth(new URL(url).port)).toBe(0);
    await grantAndEnd(broker, upstream);
    expect(checkHealth(new URL(url).port)).toBe(1);
  });

  const checkHealth = (port: string): number => {
    const [, command = "[]"] = /\bCMD (.*)$/.exec(find("HEALTHCHECK")) ?? [];
    const [program, ...words] = toWords(command);
    expect(program).toBe("node");
    try {
      execFileSync(process.execPath, words, { env: { PORT: port }, stdio: "pipe" });
      return 0;
    } catch (error) {
      if (error instanceof Error && "status" in error) return Number(error.status);
      throw error;
    }
  };
});
