import type { PreviewVersion } from "../preview/preview-page.ts";
import type { PlainObject } from "../../../src/migrate/index.ts";
import { isObject } from "../../../src/migrate/snippet/objects.ts";

/** A frame in which a version of Booking.js runs. */
export interface Preview {
  /** Starts a version anew with this configuration, unless it runs with the same. */
  readonly show: (version: PreviewVersion, config: PlainObject) => void;
}

/** Takes over a frame, whose page says when it is ready and how high it is. */
export const createPreview = (frame: HTMLIFrameElement): Preview => {
  let wanted: PlainObject = {};
  let shown = "";
  addEventListener("message", ({ source, data }: MessageEvent<unknown>) => {
    if (source !== frame.contentWindow || !isObject(data)) return;
    // The frame's page has no origin that could be named, and what it gets is no secret.
    if (data["kind"] === "ready") frame.contentWindow?.postMessage(wanted, "*");
    if (data["kind"] === "height" && typeof data["height"] === "number") {
      frame.style.height = `${Math.min(Math.max(data["height"], 320), 1200)}px`;
    }
  });
  return {
    show: (version, config) => {
      const text = version + JSON.stringify(config);
      if (text === shown) return;
      [wanted, shown] = [config, text];
      frame.title = `The calendar under Booking.js ${version}`;
      frame.src = `/workbench/preview?version=${version}`;
    },
  };
};
