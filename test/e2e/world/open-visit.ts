import type { State } from "../../../src/loader/events.ts";
import type { Browser, BrowserContext, Page, Request } from "playwright-core";
import type { Api } from "../../../src/loader/api.ts";
import type { PageOptions } from "./write-page.ts";

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

/** What a page has said to its own scripts; kept on the page's window as `heard`. */
export interface Heard {
  /** The loader's events, and what went wrong unhandled. */
  readonly events: Event[];
  /** The level and the arguments of each call of the console. */
  readonly printed: unknown[][];
  /** What the regular expressions of the page had matched last at each of these events, as any listener can read it. */
  readonly matched: string[];
  /** Every shadow root, closed ones too. */
  readonly roots: ShadowRoot[];
}

/** Runs in the page before its scripts: keeps what is said to the page. */
export const watchPage = (): void => {
  const heard: Heard = { events: [], printed: [], matched: [], roots: [] };
  Reflect.set(window, "heard", heard);

  const names = ["state", "ready", "availability", "booked", "error", "notice"].map(
    (name) => `timekit-embed:${name}`,
  );
  for (const name of [...names, "error", "unhandledrejection", "securitypolicyviolation"]) {
    const hear = (event: Event): void => {
      heard.events.push(event);
      heard.matched.push(...["$_", "$1"].map((key) => String(Reflect.get(RegExp, key))));
    };
    window.addEventListener(name, hear, true);
  }
  for (const level of ["log", "info", "warn", "error", "debug", "trace", "dir", "table"] as const) {
    const print = console[level].bind(console) as (...values: unknown[]) => void;
    console[level] = (...values: unknown[]): void => {
      heard.printed.push([level, ...values]);
      print(...values);
    };
  }
  const attach = Element.prototype.attachShadow;
  Element.prototype.attachShadow = function attachShadow(init) {
    const root = attach.call(this, init);
    heard.roots.push(root);
    return root;
  };
};
