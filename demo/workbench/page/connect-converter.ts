import type { MigrationFacts, MigrationTarget } from "../../../src/migrate/index.ts";
import { convert, type Conversion, type ConvertedCalendar } from "../convert.ts";
import { toPreview, toPreviewOfV1 } from "../preview/to-preview.ts";
import type { PageSettings } from "../render-workbench.ts";
import { samples } from "../samples.ts";
import { find } from "./find.ts";
import { createPreview } from "./preview-frame.ts";
import { showNotes } from "./show-notes.ts";
import { showUnread } from "./show-unread.ts";

const pauseMs = 350;

/** Turns what is pasted into our tag, v2 or v3 while it is being typed, and shows it running, v1 beside it. */
export const connectConverter = (document: Document, { account, built }: PageSettings): void => {
  const source = find(document, "v1", HTMLTextAreaElement);
  const sample = find(document, "sample", HTMLSelectElement);
  const chosen = find(document, "chosen", HTMLSelectElement);
  const code = find(document, "v2", HTMLElement);
  const form = find(document, "facts", HTMLFormElement);
  const verdict = find(document, "verdict", HTMLElement);
  const targets = find(document, "target", HTMLSelectElement);
  const before = createPreview(find(document, "before", HTMLIFrameElement));
  const preview = createPreview(find(document, "preview", HTMLIFrameElement));
  let conversion: Conversion = { calendars: [], unread: [] };

  const show = (): void => {
    const calendar = conversion.calendars[chosen.selectedIndex] ?? conversion.calendars[0];
    find(document, "result", HTMLElement).hidden = calendar === undefined;
    find(document, "live", HTMLElement).hidden = calendar === undefined;
    if (!calendar) return;
    code.textContent = calendar.code;
    showNotes(find(document, "notes", HTMLElement), calendar.notes);
    before.show("v1", toPreviewOfV1(calendar.found.config, account));
    const target = readTarget(targets);
    // Our tag shows v1 itself.
    find(document, "after", HTMLElement).hidden = target === "embed";
    if (target !== "embed") preview.show(target, toPreview(calendar.config, account));
  };

  const update = (): void => {
    const index = Math.max(0, chosen.selectedIndex);
    conversion = convert(source.value, { ...readFacts(form), target: readTarget(targets) }, built);
    verdict.textContent = toVerdict(conversion);
    showUnread(find(document, "unread", HTMLElement), { unread: conversion.unread, source });
    chosen.replaceChildren(...conversion.calendars.map((one, place) => new Option(toLabel(one, place))));
    chosen.selectedIndex = Math.min(index, conversion.calendars.length - 1);
    find(document, "choice", HTMLElement).hidden = conversion.calendars.length < 2;
    show();
  };

  let timer: ReturnType<typeof setTimeout> | undefined;
  const updateSoon = (): void => {
    clearTimeout(timer);
    timer = setTimeout(update, pauseMs);
  };
  source.addEventListener("input", updateSoon);
  form.addEventListener("input", updateSoon);
  targets.addEventListener("change", update);
  form.addEventListener("submit", (event) => event.preventDefault());
  chosen.addEventListener("change", show);
  sample.addEventListener("change", () => {
    source.value = samples[sample.selectedIndex]?.text ?? "";
    chosen.selectedIndex = 0;
    update();
  });
  update();
};

const readFacts = (form: HTMLFormElement): MigrationFacts => {
  const data = new FormData(form);
  const read = (name: string): string | null => {
    const value = data.get(name);
    return typeof value === "string" && value.trim() !== "" ? value.trim() : null;
  };
  const names = ["appKey", "projectId", "resourceId", "brokerUrl"] as const;
  return Object.fromEntries(names.map((name) => [name, read(name)]));
};

const readTarget = ({ value }: HTMLSelectElement): MigrationTarget =>
  value === "v2" || value === "v3" ? value : "embed";

const toVerdict = ({ calendars, unread }: Conversion): string => {
  const found = count(calendars.length, "calendar");
  if (calendars.length === 0)
    return unread.length === 0
      ? "Paste a page, a script or an object of options."
      : "No calendar could be read.";
  return unread.length === 0
    ? `${found} found, and every value read.`
    : `${found} found, but ${count(unread.length, "place")} could not be read.`;
};

const count = (number: number, noun: string): string => `${number} ${noun}${number === 1 ? "" : "s"}`;

const toLabel = ({ found: { at, kind }, config }: ConvertedCalendar, place: number): string => {
  const target = [config["el"], config["target"]].find((one) => typeof one === "string") ?? kinds[kind];
  return `${place + 1}: ${target}, line ${at.line}`;
};

const kinds = {
  autoload: "starts by itself",
  init: "started by a script",
  tag: "our tag",
  configuration: "options",
} as const;
