import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { readDist, rootFolder, vendorFile } from "../../tools/dist.ts";
import { startServer } from "../../tools/start-server.ts";
import type { Case } from "./cases.ts";

/** What Timekit was sent for one case: method and path, the headers that count, and the body. */
export interface Sent {
  readonly call: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: unknown;
}

/** A site, a broker and a Timekit whose answers are as each case wants them. */
export interface StrangerSite {
  readonly origins: readonly string[];
  readonly timekitOrigin: string;
  readonly brokerUrl: string;
  /** Puts a page on the site and gives its URL; its cases are asked for by their resources. */
  readonly publish: (html: string, cases: readonly Case[]) => string;
  /** What was sent for the case with this number of the page that was published last, oldest first. */
  readonly sentFor: (index: number) => readonly Sent[];
  readonly close: () => Promise<void>;
}

/** The resource of the case with this number. */
export const resourceOf = (index: number): string =>
  `00000000-0000-4000-8000-${String(index).padStart(12, "0")}`;

/** Its address, which is in all that v1 sends for it. */
export const emailOf = (index: number): string => `case-${index}@example.com`;

/** Three free times on each of three days from tomorrow on. */
const freeTimes = [1, 2, 3].flatMap((day) =>
  [9, 11, 13].map((hour) => {
    const start = new Date();
    start.setUTCDate(start.getUTCDate() + day);
    start.setUTCHours(hour, 0, 0, 0);
    const end = new Date(start.getTime() + 3_600_000);
    return { start: start.toISOString(), end: end.toISOString() };
  }),
);

const cors = { "access-control-allow-origin": "*", "access-control-allow-headers": "*, Authorization" };

export const openStrangerSite = async (): Promise<StrangerSite> => {
  let current: readonly Case[] = [];
  let sent: { readonly index: number; readonly what: Sent }[] = [];
  const pages: string[] = [];
  const built = new Map<string, Uint8Array<ArrayBuffer>>(
    await Promise.all(
      ["loader.js", vendorFile].map(
        async (name) => [`/dist/${name}`, new Uint8Array(await readDist(name))] as const,
      ),
    ),
  );

  const published = new Map<string, Uint8Array<ArrayBuffer>>(
    await Promise.all(
      [
        ["/jquery-3.4.1.js", "jquery-3.4/dist/jquery.min.js"] as const,
        ["/booking.js", "timekit-booking/dist/booking.min.js"] as const,
      ].map(
        async ([path, file]) =>
          [path, new Uint8Array(await readFile(join(rootFolder, "node_modules", file)))] as const,
      ),
    ),
  );

  const site = await startServer((request) => {
    const { pathname } = new URL(request.url);
    const file = built.get(pathname) ?? published.get(pathname);
    if (file) return new Response(file, { headers: { "content-type": "text/javascript", ...cors } });
    const html = pages[Number(pathname.slice(1))];
    return html === undefined
      ? new Response("", { status: 404 })
      : new Response(html, { headers: { "content-type": "text/html; charset=utf-8" } });
  });

  const broker = await startServer((request) => {
    const id = new URL(request.url).searchParams.get("resource_id") ?? "";
    const resource = { id, email: emailOf(Number(id.slice(-12))), name: "Example resource", timezone: "UTC" };
    const grant = { type: "client-token", token: "good", app: "example-app", resource };
    return Response.json(grant, { headers: cors });
  });

  const timekit = await startServer(async (request) => {
    if (request.method === "OPTIONS")
      return new Response(null, {
        status: 204,
        headers: {
          ...cors,
          "access-control-allow-headers": request.headers.get("access-control-request-headers") ?? "",
        },
      });
    const { pathname, search } = new URL(request.url);
    const [user = ""] = atob((request.headers.get("authorization") ?? "").replace("Basic ", "")).split(":");
    const index = Number(/case-(\d+)@/.exec(user)?.[1] ?? /w-(\d+)$/.exec(pathname)?.[1] ?? -1);
    const text = await request.text();
    const headers = Object.fromEntries(
      [...request.headers]
        .filter(([name]) => /^(timekit-|x-)/.test(name))
        .sort(([one], [other]) => one.localeCompare(other)),
    );
    const what = { call: `${request.method} ${pathname}${search}`, headers, body: text && JSON.parse(text) };
    sent.push({ index, what });
    const { answers = {}, widget } = current[index] ?? {};
    const answer = (status: number, data: unknown): Response =>
      Response.json(status < 300 ? { data } : data, { status, headers: cors });
    const own = Object.entries(answers).find(([path]) => pathname.includes(path))?.[1];
    if (own) return answer(own.status ?? 200, own.change ? freeTimes.map(own.change) : own.data);
    if (pathname.includes("/widgets/")) return answer(200, { id: `w-${index}`, config: widget });
    if (pathname.includes("/findtime")) return answer(200, freeTimes);
    if (pathname.includes("/bookings/groups"))
      return answer(
        200,
        freeTimes.map((times, id) => ({
          id: `g-${id}`,
          attributes: { event_info: { ...times, what: "Yoga" } },
        })),
      );
    if (pathname.includes("/users/timezone")) return answer(200, { timezone: "UTC", utc_offset: 3 });
    if (pathname.includes("/bookings"))
      return answer(201, { id: "b-1", graph: "instant", state: "confirmed" });
    return answer(404, {});
  });

  const servers = [site, broker, timekit];
  return {
    origins: servers.map(({ origin }) => origin),
    timekitOrigin: timekit.origin,
    brokerUrl: `${broker.origin}/client-token`,
    publish: (html, cases) => {
      current = cases;
      sent = [];
      return `${site.origin}/${pages.push(html) - 1}`;
    },
    sentFor: (index) => sent.filter((each) => each.index === index).map(({ what }) => what),
    close: async () => {
      await Promise.all(servers.map(({ close }) => close()));
    },
  };
};
