import type { Browser, Page } from "playwright-core";
import { type FetchHandler, startServer } from "../../tools/start-server.ts";

/** One browser page on one server, which shows host pages one after the other. */
export interface Host {
  /** Loads a page with this markup. */
  readonly show: (html: string) => Promise<Page>;
  readonly close: () => Promise<void>;
}

/** Opens the host; `script` is what it serves as `/script.js`. */
export const openHost = async (browser: Browser, script: Uint8Array<ArrayBuffer>): Promise<Host> => {
  let html = "";
  const answer: FetchHandler = (request) =>
    new URL(request.url).pathname === "/script.js"
      ? new Response(script, { headers: { "Content-Type": "text/javascript" } })
      : new Response(`<!doctype html>${html}<div id="bookingjs"></div>`, {
          headers: { "Content-Type": "text/html" },
        });
  const server = await startServer(answer);
  const page = await browser.newPage();
  return {
    show: async (next) => {
      html = next;
      await page.goto(server.origin);
      return page;
    },
    close: async () => {
      await page.close();
      await server.close();
    },
  };
};
