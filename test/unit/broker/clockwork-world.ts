import { createBroker, type BrokerSettings, type LogEntry } from "../../../src/broker/index.ts";

export const resourceId = "2939c4fa-f06f-4496-8a20-03f57afcdfe6";

export const idNumber = (number: number): string =>
  `00000000-0000-4000-8000-${String(number).padStart(12, "0")}`;

export interface ClientOptions {
  readonly clientAddress?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** A broker whose clock and whose network are the test's. Timekit holds every resource unless it is told otherwise. */
export const createClockworkWorld = (settings: Partial<BrokerSettings> = {}) => {
  const asked: string[] = [];
  const log: LogEntry[] = [];
  let nowMs = Date.UTC(2026, 10, 24, 12);
  let respond: (id: string, url: string) => Response | Promise<Response> = (id) => granting(id);
  const broker = createBroker(
    {
      timekitApiKey: "live_api_key_of_the_tests",
      allowedOrigins: "https://www.example.com",
      timekitApp: "example-app",
      clientTokenPath: "/client-token",
      upstreamTimeoutMs: 500,
      ...settings,
    },
    {
      now: () => nowMs,
      random: () => 0,
      log: (entry) => {
        // Said at the start of nearly every broker here.
        if (!entry.message?.startsWith("RESOURCE_IDS ")) log.push(entry);
      },
      fetch: async (url) => {
        const { pathname } = new URL(url);
        asked.push(pathname);
        return respond(pathname.split("/").at(-1) ?? "", url);
      },
    },
  );
  return {
    asked,
    log,
    pass: (durationMs: number) => {
      nowMs += durationMs;
    },
    respondWith: (next: typeof respond) => {
      respond = next;
    },
    ask: (id = resourceId, { clientAddress = "203.0.113.1", headers = {} }: ClientOptions = {}, more = "") =>
      broker.fetch(
        new Request(`https://broker.example/client-token?resource_id=${id}${more}`, {
          headers: { Origin: "https://www.example.com", ...headers },
        }),
        { clientAddress },
      ),
    fetch: broker.fetch,
  };
};

/** Timekit's answer about a resource that has a client-token. */
export const granting = (id: string, special: Readonly<Record<string, unknown>> = {}): Response =>
  Response.json({
    data: {
      id,
      email: "resource@example.com",
      credentials: [{ type: "client-token", token: "ClientToken", scopes: ["widget"], ...special }],
    },
  });

/** Timekit's answer about a resource that it does not have, or does not show to this key. */
export const absent = (code = 404): Response =>
  Response.json({ error: "Resource does not exist", model: "Resource" }, { status: code });

export const status = (code: number, headers: Readonly<Record<string, string>> = {}): Response =>
  new Response(code === 204 ? null : "{}", { status: code, headers });
