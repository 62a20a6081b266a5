// Runs in the frame of the preview: starts Booking.js v2 with the configuration that the workbench sends.
import type { PlainObject } from "../../../src/migrate/index.ts";
import { isObject } from "../../../src/migrate/snippet/objects.ts";

declare global {
  interface Window {
    TimekitBooking: new () => { init(config: PlainObject): void };
  }
}

const isConfig = (value: unknown): value is PlainObject => isObject(value);

const tellHeight = (): void =>
  parent.postMessage(
    { kind: "height", height: Math.ceil(document.documentElement.getBoundingClientRect().height) },
    "*",
  );

let isStarted = false;
addEventListener("message", ({ source, data }: MessageEvent<unknown>) => {
  if (source !== parent || isStarted || !isConfig(data)) return;
  isStarted = true;
  new window.TimekitBooking().init(data);
});
new ResizeObserver(tellHeight).observe(document.documentElement);
// The frame has no origin of its own, so its messages name none; they hold nothing but a height.
parent.postMessage({ kind: "ready" }, "*");
