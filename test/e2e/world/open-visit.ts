import type { Browser, BrowserContext, Page, Request } from "playwright-core";
import type { Api } from "../../../src/loader/api.ts";
import type { State } from "../../../src/loader/lifecycle.ts";
import type { PageOptions } from "./page-options.ts";
import { type Heard, watchPage } from "./watch-page.ts";

/** A page that is open, and what it has said and asked so far. */
export interface Visit {
  readonly page: Page;
  readonly context: BrowserContext;
  /** Every request of the page, preflights excluded. */
  readonly requests: readonly Request[];
  /** What stands in the console, as `error: text`. */
  readonly printed: readonly string[];
  /** Exceptions and rejections that nobody has handled. */
  readonly pageErrors: readonly Error[];
  /** The loader's events so far, oldest first, without `timekit-embed:`; only those of the target with this id, if given. */
  readonly events: (targetId?: string) => Promise<readonly HeardEvent[]>;
  /** The details of the error events so far. */
  readonly errors: () => Promise<readonly unknown[]>;
  /** Resolves when the first calendar is in this state; rejects after the usual time. */
  readonly reaches: (state: State) => Promise<void>;
  readonly close: () => Promise<void>;
}

export interface HeardEvent {
  readonly name: string;
  readonly detail: unknown;
}

export interface VisitOptions extends Pick<PageOptions, "context" | "prepare"> {
  readonly url: string;
}

// The simulated resources live in London, so that their days are the calendar's days in any season.
const ordinaryContext = { viewport: { width: 1280, height: 900 }, timezoneId: "Europe/London" };

/** Opens the page in a context of its own, watched from before its first script. */
export const openVisit = async (browser: Browser, options: VisitOptions): Promise<Visit> => {
  const context = await browser.newContext({ ...ordinaryContext, ...options.context });
  await context.addInitScript(watchPage);
  const page = await context.newPage();
  const requests: Request[] = [];
  const printed: string[] = [];
  const pageErrors: Error[] = [];
  context.on("request", (request) => requests.push(request));
  page.on("console", (message) => printed.push(`${message.type()}: ${message.text()}`));
  page.on("pageerror", (error) => pageErrors.push(error));
  await options.prepare?.(page, context);
  await page.goto(options.url);

  const events: Visit["events"] = (targetId) =>
    page.evaluate(
      (id) =>
        (Reflect.get(window, "heard") as Heard).events
          .filter((event) => event instanceof CustomEvent)
          .filter(({ target }) => id === undefined || (target instanceof Element && target.id === id))
          .map(({ type, detail }) => ({
            name: type.replace("timekit-embed:", ""),
            detail: detail as unknown,
          })),
      targetId,
    );

  return {
    page,
    context,
    requests,
    printed,
    pageErrors,
    events,
    errors: async () => (await events()).filter(({ name }) => name === "error").map(({ detail }) => detail),
    reaches: async (state) => {
      await page.waitForFunction(
        (state) => (Reflect.get(window, "TimekitEmbed") as Api | undefined)?.embeds?.[0]?.state === state,
        state,
      );
    },
    close: () => context.close(),
  };
};
