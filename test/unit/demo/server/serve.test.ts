import { request } from "node:http";
import { connect } from "node:net";
import { afterEach, describe, expect, test } from "vitest";
import { serve, type Handler, type Served } from "../../../../demo/server/serve.ts";
import { ConnectionReset } from "../../../../demo/timekit/connection-reset.ts";

const open: Served[] = [];
const start = async (handler: Handler, ports: readonly number[] = [0]): Promise<Served> => {
  const served = await serve(handler, { ports });
  open.push(served);
  return served;
};
afterEach(async () => {
  for (const served of open.splice(0)) await served.close();
});

const hello: Handler = async () => new Response("hello");

describe("a served handler", () => {
  test("gets method, address, headers and body as they were sent", async () => {
    const { origin } = await start(async (received) =>
      Response.json({
        method: received.method,
        url: received.url,
        app: received.headers.get("timekit-app"),
        body: await received.text(),
      }),
    );
    const response = await fetch(`${origin}/v2/x?y=1`, {
      method: "POST",
      headers: { "timekit-app": "brook-lane" },
      body: "é",
    });
    expect(await response.json()).toEqual({
      method: "POST",
      url: `${origin}/v2/x?y=1`,
      app: "brook-lane",
      body: "é",
    });
  });

  test("breaks the connection where it says so", async () => {
    const { origin } = await start(() => Promise.reject(new ConnectionReset()));
    const code = await new Promise((resolve) => {
      request(origin)
        .on("error", (error: NodeJS.ErrnoException) => resolve(error.code))
        .end();
    });
    expect(code).toBe("ECONNRESET");
  });

  test("learns that the caller has gone", async () => {
    let tell: (word: string) => void = () => undefined;
    const told = new Promise<string>((resolve) => {
      tell = resolve;
    });
    const { origin } = await start(
      ({ signal }) =>
        new Promise((_, reject) => {
          signal.addEventListener("abort", () => {
            tell("gone");
            reject(new Error("gone"));
          });
        }),
    );
    await expect(fetch(origin, { signal: AbortSignal.timeout(50) })).rejects.toThrow("timeout");
    expect(await told).toBe("gone");
  });
});

describe("ports", () => {
  test("are free again after closing, whatever is connected", async () => {
    const served = await serve(hello, { ports: [0] });
    const port = Number(new URL(served.origin).port);
    const idle = connect({ host: "127.0.0.1", port }).on("error", () => undefined);
    await new Promise((resolve) => idle.once("connect", resolve));
    await served.close();
    await start(hello, [port]);
    expect(await (await fetch(`http://127.0.0.1:${port}`)).text()).toBe("hello");
  });
});
