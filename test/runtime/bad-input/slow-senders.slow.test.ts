import { createConnection } from "node:net";
import { expect, test } from "vitest";
import { startServer } from "../../../src/broker/node/start-server.ts";
import { defaultRuntime } from "../../../src/broker/runtime.ts";
import { parseSettings } from "../../../src/broker/settings/parse-settings.ts";

// The time that a request may take to arrive, and how often the server looks.
const longestMs = 10_000 + 2000;

test("who sends too slowly is let go", async () => {
  const settings = { timekitApiKey: "key", allowedOrigins: "https://www.example.com", port: 0 };
  const server = await startServer(parseSettings(settings), { ...defaultRuntime, log: () => undefined });
  const { port } = new URL(server.url);
  const open = (start: string) =>
    new Promise<number>((resolve) => {
      const startedAtMs = performance.now();
      const socket = createConnection({ host: "127.0.0.1", port: Number(port) });
      socket.on("error", () => undefined);
      socket.resume();
      socket.write(start);
      const timer = setInterval(() => socket.writable && socket.write("x"), 200);
      socket.on("close", () => {
        clearInterval(timer);
        resolve(performance.now() - startedAtMs);
      });
    });
  const lives = await Promise.all([
    ...Array.from({ length: 100 }, () => open("GET /livez HTTP/1.1\r\nHost: a\r\nX-Slow: ")),
    ...Array.from({ length: 100 }, () => open("G")),
    ...Array.from({ length: 100 }, () =>
      open("POST /livez HTTP/1.1\r\nHost: a\r\nContent-Length: 1000000\r\n\r\n"),
    ),
  ]);
  await server.stop({ quietMs: 0 });
  expect(Math.max(...lives)).toBeLessThan(longestMs + 3000);
});
