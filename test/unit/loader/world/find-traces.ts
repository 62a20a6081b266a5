import { LoaderError } from "../../../../src/loader/errors.ts";
import type { CalendarWorld } from "./open-calendar.ts";

/** The places of a page in which a text can be found, after a calendar in it has failed. */
export const findTraces = async (
  text: string,
  { embed, heard, page }: CalendarWorld,
): Promise<readonly string[]> => {
  // First of all: every later match of a pattern would hide the last one.
  const pattern = [RegExp.$_, RegExp["$&"], RegExp["$`"], RegExp["$'"], RegExp.$1];
  const error: unknown = await embed.ready.catch((error: unknown) => error);
  const roots = [...document.querySelectorAll("*")].map(({ shadowRoot }) => shadowRoot?.innerHTML ?? "");
  const places: Readonly<Record<string, readonly unknown[]>> = {
    document: [document.documentElement.outerHTML, ...roots],
    storage: [...textsOf(localStorage), ...textsOf(sessionStorage), document.cookie],
    console: page.printed.flat(),
    events: heard.map(({ detail }) => detail),
    error:
      error instanceof LoaderError ? [error.message, error.stack, error.cause, ...Object.values(error)] : [],
    embed: Object.values(embed),
    address: [location.href, history.state],
    globals: Object.entries(page.window).flat(),
    pattern,
  };
  return Object.keys(places).filter((place) => places[place]?.some((value) => holds(value, text)));
};

const textsOf = (storage: Storage): readonly unknown[] =>
  Array.from({ length: storage.length }, (_, index) => storage.getItem(storage.key(index) ?? ""));

const holds = (value: unknown, text: string): boolean => {
  if (value instanceof Error) return `${value.message}${value.stack}`.includes(text);
  const json =
    typeof value === "object" && value !== null && !(value instanceof Node) ? safelyToJson(value) : "";
  return `${String(value)}${json}`.includes(text);
};

const safelyToJson = (value: object): string => {
  try {
    return JSON.stringify(value);
  } catch {
    // It contains itself, as the API does.
    return "";
  }
};
