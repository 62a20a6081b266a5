import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { pageOrigin } from "../../runtime/broker-world.ts";
import { startProcess } from "../../runtime/start-process.ts";
import { startUpstream } from "../../runtime/start-upstream.ts";
import { secrets } from "../../runtime/timekit-bodies.ts";
import { rootFolder } from "../../tools/dist.ts";
import { packPackage, runNpm } from "../../tools/npm.ts";
import { grantAndEnd } from "./grant-and-end.ts";
import { findUnknownSettings, toVariables } from "./variables.ts";

const read = (name: string): string => readFileSync(join(rootFolder, "demo/deploy/systemd", name), "utf8");

const toLines = (text: string): readonly string[] =>
  text.split("\n").filter((line) => line.includes("=") && !line.startsWith("#"));

const unit = read("timekit-broker.service");
const directives = toLines(unit).map((line) => line.split(/=(.*)/s));
const findAll = (name: string): readonly string[] =>
  directives.filter(([key]) => key === name).map(([, value = ""]) => value);
const find = (name: string): string => findAll(name)[0] ?? "";

const environment = toVariables(findAll("Environment"));
const settings = toVariables(toLines(read("settings.env")));
const [credential = "", credentialFile = ""] = find("LoadCredential").split(":");

// Its own parts, and what a folder of credentials is called in it.
const installFolder = "/opt/timekit-broker";
const credentialFolder = "%d";

const systemd = spawnSync("systemd-analyze", ["--version"]).status === 0;

describe("the systemd unit", () => {
  it("names only settings that exist, and no secret", () => {
    const all = { ...environment, ...settings };
    expect(Object.keys(all)).toEqual(expect.arrayContaining(["TIMEKIT_API_KEY_FILE", "ALLOWED_ORIGINS"]));
    expect(findUnknownSettings(all)).toEqual([]);
    expect(Object.keys(all).filter((name) => /(_KEY|_KEY_NEXT|_TOKEN)$/.test(name))).toEqual([]);
  });

  it("gives the key as a credential, under the name by which it is read", () => {
    expect(environment["TIMEKIT_API_KEY_FILE"]).toBe(`${credentialFolder}/${credential}`);
    expect(credentialFile).toBe("/etc/timekit-broker/api-key");
  });

  it.skipIf(!systemd)("is understood by systemd, and exposes little", () => {
    const folder = mkdtempSync(join(tmpdir(), "unit-"));
    const file = join(folder, "timekit-broker.service");
    writeFileSync(file, unit.replace("/usr/bin/node", process.execPath));
    const verified = spawnSync("systemd-analyze", ["verify", file], { encoding: "utf8" });
    // 2.0 of 10, where an unhardened service has 9.6.
    const secured = spawnSync(
      "systemd-analyze",
      ["security", "--offline=true", "--threshold=20", "--no-pager", file],
      { encoding: "utf8" },
    );
    rmSync(folder, { recursive: true });
    expect({ status: verified.status, complaints: verified.stderr }).toEqual({ status: 0, complaints: "" });
    expect(secured.status).toBe(0);
  });
});

describe("the command of the systemd unit", () => {
  const folder = mkdtempSync(join(tmpdir(), "service-"));
  const [program = "", file = "", ...words] = find("ExecStart").replaceAll(installFolder, folder).split(" ");

  beforeAll(() => {
    packPackage(folder);
    runNpm(folder, "install", "--offline", "--omit=dev", "--ignore-scripts", "./package.tgz");
  }, 60_000);
  afterAll(() => rmSync(folder, { recursive: true }));

  it("starts a file of the package with Node", () => {
    expect(program).toBe("/usr/bin/node");
    expect(existsSync(file)).toBe(true);
  });

  it("starts a broker that takes its key from the credential, grants, and ends with 0", async () => {
    const credentials = join(folder, "credentials");
    mkdirSync(credentials);
    writeFileSync(join(credentials, credential), `${secrets.apiKey}\n`, { mode: 0o400 });
    const upstream = await startUpstream();
    const variables = {
      ...settings,
      ...environment,
      TIMEKIT_API_KEY_FILE: (environment["TIMEKIT_API_KEY_FILE"] ?? "").replace(
        credentialFolder,
        credentials,
      ),
      TIMEKIT_API_URL: upstream.url,
      PORT: "0",
    };
    expect(settings["ALLOWED_ORIGINS"]).toBe(pageOrigin);
    const broker = startProcess(file, variables, words);
    await grantAndEnd(broker, upstream);
  });
});
