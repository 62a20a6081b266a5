import { writeFile } from "node:fs/promises";
import { createConnection } from "node:net";
import { dirname, join } from "node:path";
import { afterEach, beforeAll, describe, expect, test } from "vitest";
import { fromPage, grantPath, metricsToken, pageOrigin, withMetricsToken } from "./broker-world.ts";
import { bundleBroker } from "./bundle-broker.ts";
import { findLeaks } from "./find-leaks.ts";
import { type BrokerProcess, startProcess } from "./start-process.ts";
import { likeTimekit, startUpstream, type Upstream } from "./start-upstream.ts";
import { makeBodies, resourceId, secrets } from "./timekit-bodies.ts";

describe("the program timekit-broker", () => {
  let file = "";
  const open: { readonly process: BrokerProcess; readonly upstream: Upstream }[] = [];

  beforeAll(async () => {
    file = await bundleBroker("node");
  }, 60_000);

  const start = async (variables: Readonly<Record<string, string>> = {}, words: readonly string[] = []) => {
    const upstream = await startUpstream();
    const settings = {
      TIMEKIT_API_KEY: secrets.apiKey,
      ALLOWED_ORIGINS: pageOrigin,
      TIMEKIT_API_URL: upstream.url,
      PORT: "0",
    };
    const process = startProcess(file, { ...settings, ...variables }, words);
    open.push({ process, upstream });
    return { process, upstream };
  };

  afterEach(async () => {
    for (const { process, upstream } of open.splice(0)) {
      process.signal("SIGTERM");
      await process.ended;
      await upstream.close();
      const leaks = findLeaks(process.stdout() + process.stderr());
      if (leaks.length > 0) throw new Error(`The output holds ${leaks.join(", ")}.`);
    }
  });

  test("logs one line with its url, grants, and ends with 0 on SIGTERM", async () => {
    const { process } = await start({ RESOURCE_IDS: resourceId });
    const url = await process.url;
    const lines = process.stdout().trim().split("\n");
    expect(lines.map((line): unknown => JSON.parse(line))).toEqual([
      { time: expect.any(String), level: "info", event: "listening", url },
    ]);
    expect((await fetch(url + grantPath, fromPage)).status).toBe(200);
    process.signal("SIGTERM");
    expect(await process.ended).toBe(0);
    expect(process.stderr()).toBe("");
  });

  test("ends with 1 and one line that names the bad setting", async () => {
    const { process } = await start({ ALLOWED_ORIGINS: "https://a.example/zq7" });
    expect(await process.ended).toBe(1);
    expect(process.stderr()).toMatch(/^timekit-broker: ALLOWED_ORIGINS [^\n]+\n$/);
    expect(process.stderr()).not.toContain("zq7");
    expect(process.stdout()).toBe("");
  });

  test("ends with 1 and one line where the port is taken", async () => {
    const first = await start();
    const { port } = new URL(await first.process.url);
    const { process } = await start({ PORT: port });
    expect(await process.ended).toBe(1);
    expect(process.stderr()).toMatch(/^timekit-broker: HOST and PORT [^\n]+\n$/);
  });

  test("reads its key from a file", async () => {
    const keyFile = join(dirname(file), "key");
    await writeFile(keyFile, `${secrets.apiKey}\n`);
    const { process } = await start({ TIMEKIT_API_KEY: "", TIMEKIT_API_KEY_FILE: keyFile });
    expect((await fetch((await process.url) + grantPath, fromPage)).status).toBe(200);
  });

  test("shows metrics to whoever has the token, which may be in a file, and to nobody else", async () => {
    const tokenFile = join(dirname(file), "metrics-token");
    await writeFile(tokenFile, `${metricsToken}\n`);
    const { process } = await start({ METRICS_TOKEN_FILE: tokenFile });
    const url = await process.url;
    await fetch(url + grantPath, fromPage);
    const metrics = await fetch(`${url}/metrics`, withMetricsToken);
    expect(metrics.headers.get("content-type")).toContain("text/plain");
    expect(await metrics.text()).toContain(
      'timekit_broker_requests_total{route="/client-token",status="200",reason="none"} 1',
    );
    expect((await fetch(`${url}/metrics`)).status).toBe(404);
    expect(process.stdout()).not.toContain(metricsToken);
  });

  test("ends with 1 where the token for the metrics can be guessed", async () => {
    const { process } = await start({ METRICS_TOKEN: "zq7-too-short" });
    expect(await process.ended).toBe(1);
    expect(process.stderr()).toBe("timekit-broker: METRICS_TOKEN must have at least 16 characters.\n");
  });

  test("warns of a store that is reached in clear text, and says nothing of its password", async () => {
    // This machine, by an address that could be any of its own.
    const { process } = await start({ STORE_URL: "redis://user:zq7@0.0.0.0:1" });
    await process.url;
    expect(process.stdout()).toMatch(
      /"level":"warn","event":"warning","message":"STORE_URL [^"]+unencrypted/,
    );
    expect(process.stdout() + process.stderr()).not.toMatch(/zq7|0\.0\.0\.0/);
  });

  test("checks its settings and ends with 0 or 1", async () => {
    const good = await start({}, ["--check", resourceId]);
    expect(await good.process.ended).toBe(0);
    expect(good.process.stdout().split("\n")).toHaveLength(3);
    const bad = await start({ TIMEKIT_API_KEY: "another-key" }, ["--check"]);
    expect(await bad.process.ended).toBe(1);
    expect(bad.process.stdout()).toMatch(/^TIMEKIT_API_KEY (?:was not checked: |is refused )[^\n]+\n$/);
  });

  test("finds a wrong key at the start, asks once, and serves all the same", async () => {
    const { process, upstream } = await start({ TIMEKIT_API_KEY: "another-key" });
    const url = await process.url;
    await expect.poll(process.stdout).toContain('"message":"TIMEKIT_API_KEY is refused by Timekit');
    expect(process.stdout()).toMatch(/"level":"warn","event":"warning","message":"TIMEKIT_API_KEY [^"]+401/);
    expect(upstream.requests.map(({ target }) => target)).toEqual(["/v2/app"]);
    expect((await fetch(`${url}/livez`)).status).toBe(200);
    expect(process.stdout() + process.stderr()).not.toContain("another-key");
  });

  test("probes a running broker, without settings of its own", async () => {
    const url = await (await start()).process.url;
    const probe = async (origin: string) => {
      const { process } = await start({}, ["--probe", `${url}/client-token`, "--origin", origin, resourceId]);
      return [await process.ended, process.stdout()];
    };
    expect(await probe(pageOrigin)).toEqual([
      0,
      `A page of ${pageOrigin} gets a client-token.\nA foreign page is refused.\n`,
    ]);
    expect(await probe("https://other.example")).toEqual([
      1,
      "The broker refuses ORIGIN: add it to ALLOWED_ORIGINS.\n",
    ]);
  });

  test("explains itself where it does not understand", async () => {
    const { process } = await start({}, ["--chekc"]);
    expect(await process.ended).toBe(2);
    expect(process.stderr()).toContain("timekit-broker --check [ID...]");
  });

  test("answers what was asked before SIGTERM", async () => {
    const { process, upstream } = await start();
    upstream.respondWith((request, response) => {
      setTimeout(() => likeTimekit(makeBodies())(request, response), 300);
    });
    const url = await process.url;
    const answers = Array.from({ length: 20 }, () => fetch(url + grantPath, fromPage));
    await expect.poll(() => upstream.requests.length).toBeGreaterThan(0);
    process.signal("SIGTERM");
    const statuses = (await Promise.all(answers)).map(({ status }) => status);
    expect(statuses).toEqual(Array.from({ length: 20 }, () => 200));
    expect(await process.ended).toBe(0);
  });

  test("refuses what is no request with the headers of every response", async () => {
    const { process } = await start();
    const url = new URL(await process.url);
    for (const request of malformed) {
      const answer = await sendRaw(Number(url.port), request);
      expect({ request, answer }).toEqual({ request, answer: expect.stringMatching(refusal) });
    }
    expect((await fetch(new URL("/livez", url))).status).toBe(200);
  });
});

// The order of headers is not the same in both ways in which a request can fail to be one.
const refusal =
  /^HTTP\/1\.1 400 Bad Request\r\n(?=[^]*cache-control: no-store\r\n)(?=[^]*content-security-policy: default-src 'none')(?=[^]*"code":"invalid-request")/i;

const malformed = [
  "hello\r\n\r\n",
  "G@T / HTTP/1.1\r\nHost: a\r\n\r\n",
  "GET /livez HTTP/1.1\r\nHost: a b\r\n\r\n",
  "GET /livez HTTP/1.1\r\n\r\n",
  "GET / HTTP/1.1\r\nHost: a b\r\nExpect: miracles\r\n\r\n",
  `GET /livez HTTP/1.1\r\nHost: a\r\nX: ${"x".repeat(20_000)}\r\n\r\n`,
  "GET livez HTTP/1.1\r\nHost: a\r\n\r\n",
  "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n",
];

const sendRaw = (port: number, request: string): Promise<string> =>
  new Promise((resolve, reject) => {
    let answer = "";
    const socket = createConnection({ host: "127.0.0.1", port }, () => socket.write(request));
    socket.on("data", (chunk) => {
      answer += chunk.toString();
      if (answer.endsWith("}")) socket.end();
    });
    socket.on("error", reject);
    socket.on("close", () => resolve(answer));
  });
