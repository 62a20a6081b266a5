import { isUuid } from "../../../src/contract/uuid.ts";
import { readTagChoices, toTagOptions } from "../builder/tag-choices.ts";
import { type Built, writeTag } from "../../../src/migrate/lines/write-tag.ts";
import { find } from "./find.ts";

const pauseMs = 500;

/** Writes the tag while its options are being chosen, and shows the calendar that it makes. */
export const connectBuilder = (document: Document, built: Built): void => {
  const form = find(document, "tag-options", HTMLFormElement);
  const frame = find(document, "embed", HTMLIFrameElement);
  const resource = find(document, "resource", HTMLInputElement);

  const write = (): void => {
    const isBad = resource.value.trim() !== "" && !isUuid(resource.value.trim());
    resource.setCustomValidity(isBad ? "A resource id looks like 2939c4fa-f06f-4496-8a20-03f57afcdfe6." : "");
    resource.setAttribute("aria-invalid", String(isBad));
    const { tag, policy } = writeTag(toTagOptions(readTagChoices(new FormData(form))), built);
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

// The calendar beside the form books the demonstration's workshop, whatever stands there.
const ownAddresses: readonly string[] = ["host", "resourceId", "brokerUrl", "target"];
