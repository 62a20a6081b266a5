import type { Options } from "../../../src/loader/options/options.ts";
import { resolveOptions } from "../../../src/loader/options/resolve-options.ts";
import { readTagChoices, type TagChoices, toConfig, toTagOptions } from "../builder/tag-choices.ts";
import { type Built, writeTag } from "../../../src/migrate/lines/write-tag.ts";
import { find } from "./find.ts";

const pauseMs = 500;

/** Writes the tag while its options are being chosen, and shows the calendar that it makes. */
export const connectBuilder = (document: Document, built: Built): void => {
  const form = find(document, "tag-options", HTMLFormElement);
  const frame = find(document, "embed", HTMLIFrameElement);
  const resource = find(document, "resource", HTMLInputElement);

  const write = (): void => {
    const choices = readTagChoices(new FormData(form));
    const { error, ignored } = judge(choices, document);
    resource.setAttribute("aria-invalid", String(error?.code === "config/bad-resource-id"));
    find(document, "mistake", HTMLElement).textContent = [
      ...(error ? [`${error.code}: ${error.message}`] : []),
      ...ignored,
    ].join(" ");
    const { tag, policy } = writeTag(toTagOptions(choices), built);
    find(document, "tag", HTMLElement).textContent = tag;
    find(document, "policy", HTMLElement).textContent = policy;
  };
  const start = (): void => {
    const query = [...new FormData(form)].flatMap(([name, value]): [string, string][] =>
      typeof value === "string" && !ownAddresses.includes(name) ? [[name, value]] : [],
    );
    const address = `/workbench/embed?${new URLSearchParams(query).toString()}`;
    if (frame.getAttribute("src") !== address) frame.setAttribute("src", address);
  };

  let timer: ReturnType<typeof setTimeout> | undefined;
  form.addEventListener("input", () => {
    write();
    clearTimeout(timer);
    timer = setTimeout(start, pauseMs);
  });
  form.addEventListener("submit", (event) => event.preventDefault());
  write();
  start();
};

// As the loader itself judges what stands in the tag: it refuses it, or leaves a look out.
const judge = (choices: TagChoices, document: Document): Pick<Options, "error" | "ignored"> => {
  const values = new Map<string, unknown>([...Object.entries(choices), ["config", toConfig(choices)]]);
  const read = (name: string): unknown => (values.get(name) === "" ? undefined : values.get(name));
  const isCssLength = (text: string): boolean => CSS.supports("min-height", text);
  return resolveOptions([{ read }], { baseUrl: document.baseURI, isCssLength });
};

// The calendar beside the form books the demonstration's workshop, whatever stands there.
const ownAddresses: readonly string[] = ["host", "resourceId", "brokerUrl", "target"];
