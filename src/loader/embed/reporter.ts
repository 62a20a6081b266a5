import type { LoaderError } from "../errors.ts";
import { emit, type EmbedEvents } from "../events.ts";
import { type Page, print } from "../page.ts";

export interface Reporter {
  /** Tells the page. */
  readonly tell: <Name extends keyof EmbedEvents>(name: Name, detail: EmbedEvents[Name]) => void;
  /** Tells the page, and the site's owner in the console. */
  readonly tellError: (error: LoaderError) => void;
  /** Tells the site's owner of an option that is left out; once, though each attempt finds it again. */
  readonly tellIgnored: (option: string) => void;
}

/** Reports what happens to one embed, at the element that is the right one at that moment. */
export const createReporter = (
  { console, window }: Pick<Page, "console" | "window">,
  getTarget: () => Node,
  dataLayer?: string,
): Reporter => {
  const tell: Reporter["tell"] = (name, detail) => {
    emit(getTarget(), name, detail);
    if (dataLayer && /:(ready|booked|error)$/.test(name)) pushTo(dataLayer, name, detail);
  };

  /** Tells Google Tag Manager, or what else reads such an array. */
  const pushTo = (array: string, name: string, detail: object): void => {
    const globals = window as unknown as Record<string, unknown>;
    try {
      const layer = (globals[array] ??= []);
      // A name may be taken by anything, as by the page's `<a id=dataLayer>`.
      if (Array.isArray(layer)) layer.push({ event: name.replace(/\W/g, "_"), ...detail });
      else tellIgnored("data-data-layer, which names no array");
    } catch (error) {
      // Tag managers put their own `push` there.
      print(console, "error", error);
    }
  };

  const ignored = new Set<string>();
  const tellIgnored: Reporter["tellIgnored"] = (option) => {
    if (!ignored.has(option)) print(console, "warn", "Ignored:", option);
    ignored.add(option);
  };
  return {
    tell,
    tellIgnored,
    tellError: ({ code, message, retryable, requestId }) => {
      print(console, "error", code, message, requestId);
      tell("timekit-embed:error", { code, message, retryable, ...(requestId && { requestId }) });
    },
  };
};
