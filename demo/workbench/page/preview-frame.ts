import type { PlainObject } from "../../../src/migrate/index.ts";
import { isObject } from "../../../src/migrate/snippet/objects.ts";

/** The frame in which v2 runs. */
export interface Preview {
  /** Starts v2 anew with this configuration, unless it runs with the same. */
  readonly show: (config: PlainObject) => void;
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
    show: (config) => {
      const text = JSON.stringify(config);
      if (text === shown) return;
      [wanted, shown] = [config, text];
      frame.src = "/workbench/preview";
    },
  };
};
