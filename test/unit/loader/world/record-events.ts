import { onTestFinished } from "vitest";

export interface HeardEvent {
  /** Without `timekit-embed:`. */
  readonly name: string;
  readonly detail: unknown;
  readonly target: EventTarget | null;
}

const names = ["state", "ready", "availability", "booked", "error", "notice"];

/** Everything that the loader tells the page from now on until the test ends, oldest first. */
export const recordEvents = (): readonly HeardEvent[] => {
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
