import { execFileSync } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { createServer, type Server, type Socket } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeAll, describe, expect, test } from "vitest";
import { nodeSettingTable } from "../../../src/broker/node/node-settings.ts";
import { startServer } from "../../../src/broker/node/start-server.ts";
import { defaultRuntime } from "../../../src/broker/runtime.ts";
import { parseSettings } from "../../../src/broker/settings/parse-settings.ts";
import { bundleBroker } from "../bundle-broker.ts";
import { startProcess } from "../start-process.ts";
import { createBrokerWorld, metricsToken, pageOrigin, withMetricsToken } from "../broker-world.ts";
import { findFreePort, hasRedis, startRedis } from "./start-redis.ts";
import { startStoreWorld, type StoreWorld } from "./store-world.ts";

const isThere = hasRedis();

const password = "canary-password-of-the-store";

describe("a store that cannot be used", () => {
  let file = "";
  let world: StoreWorld | undefined;
  const undo: (() => unknown)[] = [];

  beforeAll(async () => {
    file = await bundleBroker("node");
  }, 60_000);

  afterEach(async () => {
    await world?.close();
    world = undefined;
    for (const back of undo.splice(0)) await back();
  });

  /** A server that does this with whoever connects. */
  const serve = async (heartbeat: (socket: Socket) => void): Promise<number> => {
    const sockets: Socket[] = [];
    const server = createServer((socket) => {
      sockets.push(socket);
      socket.on("error", () => undefined);
      heartbeat(socket);
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    undo.push(() => {
      for (const socket of sockets) socket.destroy();
      return new Promise((resolve) => server.close(resolve));
    });
    return readPort(server);
  };

  const answerWith = (text: string) => (socket: Socket) => void socket.on("data", () => socket.write(text));

  test.each<[string, string, (socket: Socket) => void]>([
    ["hangs", "timeout", () => undefined],
    ["resets", "unreachable|closed", (socket) => void socket.resetAndDestroy()],
    ["hangs up", "closed", (socket) => void socket.end()],
    ["is loading", "loading", answerWith("-LOADING Redis is loading the dataset in memory\r\n")],
    ["refuses the password", "refused-password", answerWith(`-WRONGPASS ${password}\r\n`)],
    ["wants one", "refused-password", answerWith("-NOAUTH Authentication required.\r\n")],
    ["is full", "out-of-memory", answerWith("-OOM command not allowed\r\n")],
    ["only reads", "read-only", answerWith("-READONLY You can't write against a read only replica.\r\n")],
    ["refuses", "error-reply", answerWith("-ERR unknown command\r\n")],
    ["speaks HTTP", "bad-reply", answerWith("HTTP/1.1 400 Bad Request\r\n\r\n")],
    ["says too much", "bad-reply|timeout", answerWith("$999999999\r\n")],
    ["says OK to everything", "bad-reply", answerWith("+OK\r\n".repeat(7))],
  ])("%s: the broker goes on alone, and says why (%s)", async (_what, reason, heartbeat) => {
    const port = await serve(heartbeat);
    const storeUrl = `redis://me:${password}@127.0.0.1:${port}/1`;
    const log: string[] = [];
    const { ask, upstream, close } = await createBrokerWorld(async (settings) => {
      const server = await startServer(
        parseSettings({ ...settings, storeUrl, metricsToken, port: 0 }, nodeSettingTable),
        {
          ...defaultRuntime,
          log: (entry) => void log.push(JSON.stringify(entry)),
        },
      );
      return {
        fetch: (path, init) => fetch(`${server.url}${path}`, init),
        readLog: async () => log,
        close: () => server.stop({ quietMs: 0 }),
      };
    });
    undo.push(close);
    expect([(await ask()).status, (await ask()).status]).toEqual([200, 200]);
    expect(upstream.requests.filter(({ target }) => target.includes("/resources/"))).toHaveLength(1);
    expect((await ask("/metrics", withMetricsToken)).text).toContain("timekit_broker_store_up 0\n");
    const lines = log.filter((line) => line.includes('"event":"store"'));
    expect(lines).toHaveLength(1);
    expect(lines[0]).toMatch(new RegExp(`"outcome":"down","reason":"(?:${reason})"`));
    expect(log.join("\n")).not.toContain(password);
  });

  test.runIf(isThere)("--check says whether the store can be used, without its password", async () => {
    const redis = await startRedis(["--requirepass", password]);
    undo.push(redis.stop);
    const check = async (storeUrl: string) => {
      const variables = { TIMEKIT_API_KEY: "key", ALLOWED_ORIGINS: pageOrigin, STORE_URL: storeUrl };
      const ended = startProcess(file, { ...variables, TIMEKIT_API_URL: "http://127.0.0.1:9" }, ["--check"]);
      await ended.ended;
      return ended.stdout().trim().split("\n").at(-1);
    };
    expect(await check(`redis://:${password}@127.0.0.1:${redis.port}/2`)).toBe("STORE_URL can be used.");
    expect(await check(`redis://:wrong@127.0.0.1:${redis.port}`)).toBe(
      "STORE_URL cannot be used (refused-password).",
    );
  });

  test.runIf(isThere)("rediss: is TLS, with a certificate that is checked", async () => {
    const folder = await mkdtemp(join(tmpdir(), "timekit-store-"));
    undo.push(() => rm(folder, { recursive: true }));
    const [key, certificate] = [join(folder, "key.pem"), join(folder, "certificate.pem")];
    const forAddress = ["-subj", "/CN=127.0.0.1", "-addext", "subjectAltName=IP:127.0.0.1"];
    const kind = ["-x509", "-newkey", "rsa:2048", "-noenc", "-days", "2"];
    execFileSync("openssl", ["req", ...kind, ...forAddress, "-keyout", key, "-out", certificate], {
      stdio: "ignore",
    });
    const port = await findFreePort();
    const files = ["--tls-cert-file", certificate, "--tls-key-file", key, "--tls-auth-clients", "no"];
    const redis = await startRedis(["--tls-port", String(port), ...files]);
    undo.push(redis.stop);
    const check = async (authority: Readonly<Record<string, string>>) => {
      const variables = { TIMEKIT_API_KEY: "key", ALLOWED_ORIGINS: pageOrigin, ...authority };
      const address = { STORE_URL: `rediss://127.0.0.1:${port}`, TIMEKIT_API_URL: "http://127.0.0.1:9" };
      const ended = startProcess(file, { ...variables, ...address }, ["--check"]);
      await ended.ended;
      return ended.stdout().trim().split("\n").at(-1);
    };
    expect(await check({ NODE_EXTRA_CA_CERTS: certificate })).toBe("STORE_URL can be used.");
    expect(await check({})).toBe("STORE_URL cannot be used (unreachable).");
  });

  test.runIf(isThere)("stopped and started under load: no wrong answer, and it is used again", async () => {
    const redis = await startRedis();
    undo.push(redis.stop);
    world = await startStoreWorld({ file, variables: { STORE_URL: `redis://127.0.0.1:${redis.port}` } });
    const { ask, readStoreUp, upstream } = world;
    const expected = await (await ask(0)).text();
    expect(JSON.parse(expected)).toMatchObject({ type: "client-token" });
    const wrong: string[] = [];
    const over = new AbortController();
    const load = Array.from({ length: 6 }, async (_nothing, index) => {
      for (let turn = 0; !over.signal.aborted; turn += 1) {
        const answer = await ask(index % 2, { renew: turn % 10 === 9 });
        const text = await answer.text();
        if (answer.status !== 200 || text !== expected) wrong.push(`${answer.status} ${text}`);
      }
    });
    for (let round = 0; round < 2; round += 1) {
      await new Promise((resolve) => setTimeout(resolve, 200));
      await redis.stop();
      await new Promise((resolve) => setTimeout(resolve, 200));
      await redis.start();
    }
    await expect.poll(() => readStoreUp(0), { timeout: 10_000 }).toBe("1");
    over.abort();
    await Promise.all(load);
    expect(wrong).toEqual([]);
    // One lookup, and one renewal of each broker that could not ask the other.
    expect(upstream.requests.length).toBeLessThanOrEqual(4);
  });
});

const readPort = (server: Server): number => {
  const address = server.address();
  return typeof address === "object" && address !== null ? address.port : 0;
};
