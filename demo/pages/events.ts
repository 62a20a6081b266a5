// Runs in the page: writes down what the loader tells it, each event with its detail in words.
import type { EmbedEvents } from "../../src/loader/events.ts";

const listen = <Name extends keyof EmbedEvents>(
  name: Name,
  toWords: (detail: EmbedEvents[Name]) => string,
): void =>
  document.addEventListener(name, ({ detail }: CustomEventInit<EmbedEvents[Name]>) => {
    if (detail) write(name.replace("timekit-embed:", ""), toWords(detail));
  });

const write = (name: string, text: string): void => {
  const entry = element("li", "");
  const time = element("time", new Date().toLocaleTimeString("en-GB"));
  entry.append(time, element("strong", name), element("span", text));
  list.append(entry);
  entry.parentElement?.scrollTo({ top: entry.parentElement.scrollHeight });
};

const element = (name: string, text: string): HTMLElement => {
  const made = document.createElement(name);
  made.textContent = text;
  return made;
};

// The loader may well be ready before the list has been parsed.
let list: ParentNode = document.createDocumentFragment();
document.addEventListener("DOMContentLoaded", () => {
  const parsed = document.getElementById("events");
  parsed?.append(...list.children);
  list = parsed ?? list;
});

listen("timekit-embed:state", ({ from, to }) => `${from} → ${to}`);
listen("timekit-embed:ready", ({ resourceId }) => `resource ${resourceId}`);
listen("timekit-embed:availability", ({ slots }) => (slots === 1 ? "1 free slot" : `${slots} free slots`));
listen("timekit-embed:booked", ({ start, end, graph, state }) => `${start} to ${end}, ${graph}, ${state}`);
listen("timekit-embed:error", ({ code, message }) => `${code}: ${message}`);
listen("timekit-embed:notice", ({ action }) => action);
