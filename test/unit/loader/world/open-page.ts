import { onTestFinished, vi } from "vitest";
import type { Api } from "../../../../src/loader/api.ts";
import { boot } from "../../../../src/loader/boot.ts";
import type { Page } from "../../../../src/loader/page.ts";
import { goodGrant, resourceId } from "../token/grant-body.ts";
import { createRecordingVendor, type RecordingVendor } from "./recording-vendor.ts";
import { type ScriptOutcome, type ServedScripts, serveScripts } from "./serve-scripts.ts";

export const brokerUrl = "https://broker.example/client-token";
export const loaderSrc = "https://cdn.example/1.0.0/loader.js";

export interface PageWorldOptions {
  /** The body before the loader runs; an empty target without it. */
  readonly html?: string;
  /** Answers in the broker's place; grants what is asked for without it. */
  readonly answer?: (request: Request) => Response | Promise<Response>;
  readonly vendor?: RecordingVendor;
  /** What becomes of the vendor's scripts; they hand the vendor over without it. */
  readonly scripts?: readonly ScriptOutcome[];
  /** Properties of the page's window. */
  readonly globals?: Readonly<Record<string, unknown>>;
}

/** A page of happy-dom with a recording vendor and a broker, in which the loader can run. */
export interface PageWorld extends ServedScripts, Pick<RecordingVendor, "started"> {
  readonly page: RecordedPage;
  /** The broker's requests, oldest first. */
  readonly asked: readonly URL[];
  readonly heard: readonly HeardEvent[];
  /** Adds a script tag to the end of the body, or of `parent`. */
  readonly addTag: (attributes?: Readonly<Record<string, string>>, parent?: Element) => HTMLScriptElement;
  /** Runs the loader as that tag's script, or as a module where there is none. */
  readonly run: (tag?: HTMLScriptElement) => Api;
}

/** The attributes of an ordinary tag. */
export const ordinary = { src: loaderSrc, "data-resource-id": resourceId, "data-broker-url": brokerUrl };

/** The attributes of a tag that books nothing itself: the defaults of containers and `mount()`. */
export const defaults = { src: loaderSrc, "data-broker-url": brokerUrl };

export const otherId = "5b1e7d02-3c64-4f1a-9d0e-61c2a4b8f913";

/** A container of the class `calendar`, with more attributes where some are given. */
export const container = (id: string, attributes = ""): string =>
  `<div class="calendar" data-timekit-resource-id="${id}" ${attributes}></div>`;

/** Lets everything happen that waits for nothing but its turn, however long a turn takes. */
export const nextTasks = async (): Promise<void> => {
  for (let turn = 0; turn < 10; turn += 1) await new Promise((resolve) => setTimeout(resolve));
};

/** A grant for the resource that is asked for. */
export const grant = (request: Request): Response => {
  const id = new URL(request.url).searchParams.get("resource_id");
  return Response.json({ ...goodGrant, resource: { ...goodGrant.resource, id } });
};

export const openPage = ({
  html = '<div id="calendar"></div>',
  answer = grant,
  vendor = createRecordingVendor(),
  scripts = [{ handsOver: vendor.vendor }],
  globals = {},
}: PageWorldOptions = {}): PageWorld => {
  endObserversWithTest();
  // As in browsers, what a listener throws is told to the window and stops nothing.
  Object(window).happyDOM.settings.disableErrorCapturing = false;
  document.body.innerHTML = html;
  const asked: URL[] = [];
  const fetchGrant: typeof fetch = async (input) => {
    if (!(input instanceof Request)) throw new TypeError("ky gives requests");
    asked.push(new URL(input.url));
    return answer(input);
  };
  const page = createPage({ fetch: fetchGrant, globals });
  onTestFinished(() => {
    Reflect.deleteProperty(Document.prototype, "currentScript");
    document.body.replaceChildren();
    document.head.replaceChildren();
    localStorage.clear();
  });
  return {
    page,
    asked,
    heard: recordEvents(),
    requested: serveScripts(...scripts).requested,
    started: vendor.started,
    addTag: (attributes = ordinary, parent = document.body) => {
      const tag = document.createElement("script");
      // Of this type happy-dom does not try to run the file.
      tag.type = "text/x-loader";
      for (const [name, value] of Object.entries(attributes)) tag.setAttribute(name, value);
      parent.append(tag);
      return tag;
    },
    run: (tag) => {
      // What browsers have and happy-dom has not.
      Object.defineProperty(Document.prototype, "currentScript", {
        get: () => tag ?? null,
        configurable: true,
      });
      const api = boot(page);
      if (!api) throw new Error("The loader did not start.", { cause: page.printed });
      onTestFinished(() => {
        for (const embed of api.embeds) embed.destroy();
      });
      return api;
    },
  };
};

/** The loader watches its page as long as that lives: here all pages of a file are one, and end with their tests. */
const endObserversWithTest = (): void => {
  const observers: MutationObserver[] = [];
  class EndingObserver extends MutationObserver {
    constructor(callback: MutationCallback) {
      super(callback);
      observers.push(this);
    }
  }
  vi.stubGlobal("MutationObserver", EndingObserver);
  onTestFinished(() => {
    for (const observer of observers) observer.disconnect();
    vi.unstubAllGlobals();
  });
};

const pageOrigin = "http://localhost:3000";

/** A page whose console is kept. */
interface RecordedPage extends Page {
  /** The level and the values of each line. */
  readonly printed: readonly (readonly unknown[])[];
}

interface PageOptions {
  /** Properties of the page's window, over those of happy-dom. */
  readonly globals?: Readonly<Record<string, unknown>>;
  readonly fetch?: typeof fetch;
}

/** The page of happy-dom, with what it lacks of a browser's window. */
export const createPage = ({ globals = {}, fetch = failToFetch }: PageOptions = {}): RecordedPage => {
  const printed: unknown[][] = [];
  const note =
    (level: string) =>
    (...values: unknown[]) =>
      void printed.push([level, ...values]);
  const browserGlobals = {
    origin: pageOrigin,
    // happy-dom takes any text for a length.
    CSS: { supports: (_: string, value: string) => /^\d+(px|vh|rem)$/.test(value) },
    ...globals,
  };
  return {
    window: Object.assign(Object.create(window), browserGlobals),
    document,
    fetch,
    now: () => Date.now(),
    console: { error: note("error"), warn: note("warn"), info: note("info") },
    printed,
  };
};

/** As browsers do where there is no server. */
const failToFetch: typeof fetch = () => Promise.reject(new TypeError("Failed to fetch"));

interface HeardEvent {
  /** Without `timekit-embed:`. */
  readonly name: string;
  readonly detail: unknown;
  readonly target: EventTarget | null;
}

const names = ["state", "ready", "availability", "booked", "error", "notice"];

/** Everything that the loader tells the page from now on until the test ends, oldest first. */
const recordEvents = (): readonly HeardEvent[] => {
  const heard: HeardEvent[] = [];
  const listen = (event: Event): void => {
    if (!(event instanceof CustomEvent)) return;
    const detail: unknown = event.detail;
    heard.push({ name: event.type.replace("timekit-embed:", ""), detail, target: event.target });
  };
  for (const name of names) document.addEventListener(`timekit-embed:${name}`, listen);
  onTestFinished(() => {
    for (const name of names) document.removeEventListener(`timekit-embed:${name}`, listen);
  });
  return heard;
};

/** The document is still being parsed, until the test ends or the returned function is called. */
export const parseLater = (): (() => void) => {
  const readyState = vi
    .spyOn(Object.getPrototypeOf(document) as Document, "readyState", "get")
    .mockReturnValue("loading");
  const end = (): void => readyState.mockRestore();
  onTestFinished(end);
  return end;
};
