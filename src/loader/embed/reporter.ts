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
export const createReporter = (console: Page["console"], getTarget: () => Node): Reporter => {
  const tell: Reporter["tell"] = (name, detail) => emit(getTarget(), name, detail);
  const ignored = new Set<string>();
  return {
    tell,
    tellIgnored: (option) => {
      if (!ignored.has(option)) print(console, "warn", "Ignored:", option);
      ignored.add(option);
    },
    tellError: ({ code, message, retryable, requestId }) => {
      print(console, "error", code, message, requestId);
      tell("timekit-embed:error", { code, message, retryable, ...(requestId && { requestId }) });
    },
  };
};
