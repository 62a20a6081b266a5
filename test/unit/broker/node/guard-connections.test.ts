import { createServer, type RequestListener, type Server } from "node:http";
import { connect, type Socket } from "node:net";
import type { AddressInfo } from "node:net";
import { afterEach, expect, test } from "vitest";
import { type ConnectionLimits, guardConnections } from "../../../../src/broker/node/guard-connections.ts";

const undo: (() => unknown)[] = [];

afterEach(async () => {
  for (const back of undo.splice(0)) await back();
});

const serve = async (
  limits: Partial<ConnectionLimits>,
  answer: RequestListener = (_incoming, outgoing) => void outgoing.end("short"),
): Promise<{ readonly server: Server; readonly open: (allowHalfOpen?: boolean) => Promise<Socket> }> => {
  const server = createServer({ keepAliveTimeout: 60_000 });
  server.on("request", guardConnections(server, { listener: answer, ...limits }));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  undo.push(
    () => new Promise((resolve) => server.close(resolve)),
    () => server.closeAllConnections(),
  );
  undo.reverse();
  return {
    server,
    open: () =>
      new Promise((resolve) => {
        const socket = connect({ port, host: "127.0.0.1" }, () => resolve(socket));
        socket.on("error", () => undefined);
        undo.unshift(() => socket.destroy());
      }),
  };
};

const request = "GET / HTTP/1.1\r\nHost: a\r\n\r\n";

const countOpen = (server: Server): Promise<number> =>
  new Promise((resolve) => server.getConnections((_error, count) => resolve(count)));

const pass = (durationMs: number) => new Promise((resolve) => setTimeout(resolve, durationMs));

const readAll = (socket: Socket): Promise<string> =>
  new Promise((resolve) => {
    let text = "";
    socket.on("data", (chunk: Buffer) => (text += chunk.toString()));
    socket.once("close", () => resolve(text));
  });

/** More than the kernel takes off the server's hands. */
const longBody = Buffer.alloc(64 * 1024 * 1024, "x");

test("a client that reads nothing is let go, also if it goes on sending", async () => {
  const { server, open } = await serve({ longestWriteMs: 300, checkEveryMs: 50 }, (_incoming, outgoing) => {
    outgoing.end(longBody);
  });
  const stuck = await open();
  stuck.pause();
  stuck.write(request);
  const timer = setInterval(() => stuck.write(request), 20);
  await expect.poll(() => countOpen(server), { timeout: 3000 }).toBe(0);
  clearInterval(timer);
});

test("a client that reads slowly is not cut", async () => {
  const part = Buffer.alloc(256 * 1024, "x");
  const { open } = await serve(
    { longestWriteMs: 1000, checkEveryMs: 50, mostPipelined: 100 },
    (_incoming, outgoing) => {
      outgoing.end(part);
    },
  );
  const slow = await open();
  const startedAtMs = performance.now();
  let bytes = 0;
  slow.on("data", (data: Buffer) => {
    bytes += data.length;
    slow.pause();
    setTimeout(() => slow.resume(), 5);
  });
  slow.write(request.repeat(80));
  await expect.poll(() => bytes, { timeout: 30_000 }).toBeGreaterThan(80 * part.length);
  expect(performance.now() - startedAtMs).toBeGreaterThan(1000);
}, 60_000);

test("a client that waits for its answer for long is not cut", async () => {
  const { open } = await serve({ longestWriteMs: 50, checkEveryMs: 20 }, (_incoming, outgoing) => {
    setTimeout(() => outgoing.writeHead(200, { Connection: "close" }).end("late"), 400);
  });
  const client = await open();
  client.write(request);
  expect(await readAll(client)).toMatch(/late/);
});

test("of what is pipelined beyond the limit nothing is answered, and the last answer says so", async () => {
  let asked = 0;
  const { open } = await serve({ mostPipelined: 3 }, (_incoming, outgoing) => {
    asked += 1;
    setTimeout(() => outgoing.end("answer"), 20);
  });
  const client = await open();
  client.write(request.repeat(500));
  const text = await readAll(client);
  expect([asked, text.match(/answer/g)?.length]).toEqual([3, 3]);
  expect(text.match(/connection: (?:keep-alive|close)/gi)).toEqual([
    "Connection: keep-alive",
    "Connection: keep-alive",
    "Connection: close",
  ]);
});

test("what comes after the last answer is not even read", async () => {
  const { server, open } = await serve({ mostPipelined: 2 }, (_incoming, outgoing) => {
    setTimeout(() => outgoing.end("answer"), 500);
  });
  let bytesRead = 0;
  server.on("connection", (socket) => socket.once("close", () => (bytesRead = socket.bytesRead)));
  const client = await open();
  const timer = setInterval(() => client.write(request.repeat(10_000)), 5);
  await readAll(client);
  clearInterval(timer);
  await expect.poll(() => bytesRead).toBeGreaterThan(0);
  expect(bytesRead).toBeLessThan(1024 * 1024);
});

test("who pipelines is soon let go when idle, and who does not is not", async () => {
  const { server, open } = await serve({ longestIdleMs: 100, mostPipelined: 10 });
  const [patient, hasty] = [await open(), await open()];
  patient.pause();
  hasty.pause();
  patient.write(request);
  hasty.write(request.repeat(3));
  await expect.poll(() => countOpen(server), { timeout: 3000 }).toBe(1);
  await pass(300);
  patient.write(request);
  await pass(100);
  expect(await countOpen(server)).toBe(1);
});

test("who pipelines cannot keep a connection by asking again and again", async () => {
  const { server, open } = await serve({ longestLifeMs: 200 });
  const [patient, hasty] = [await open(), await open()];
  for (const [socket, text] of [
    [patient, request],
    [hasty, request.repeat(2)],
  ] as const) {
    socket.pause();
    socket.write(text);
    const timer = setInterval(() => socket.write(request), 30);
    undo.unshift(() => clearInterval(timer));
  }
  await expect.poll(() => countOpen(server), { timeout: 3000 }).toBe(1);
  await pass(100);
  expect(await countOpen(server)).toBe(1);
});

test("a connection is closed after so many requests", async () => {
  const { open } = await serve({ mostRequests: 2 });
  const client = await open();
  const text = readAll(client);
  client.write(request);
  await pass(50);
  client.write(request);
  expect((await text).match(/short/g)).toHaveLength(2);
});

test("beyond so many connections idle ones make room for the next", async () => {
  const { server, open } = await serve({ mostConnections: 2 });
  for (let count = 0; count < 2; count += 1) {
    const socket = await open();
    socket.resume();
    socket.write(request);
    await pass(30);
  }
  expect(await readAll(await open())).toBe("");
  await expect.poll(() => countOpen(server)).toBe(0);
  const next = await open();
  next.write(request);
  await pass(30);
  expect(await countOpen(server)).toBe(1);
});
