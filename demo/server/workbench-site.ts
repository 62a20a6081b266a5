import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { asObject } from "../timekit/json.ts";
import type { Surroundings } from "../pages/surroundings.ts";
import { writeEmbedPage } from "../workbench/builder/embed-page.ts";
import { readTagChoices } from "../workbench/builder/tag-choices.ts";
import { type Built } from "../../src/migrate/lines/write-tag.ts";
import { previewPage, readPreviewVersion } from "../workbench/preview/preview-page.ts";
import { renderWorkbench } from "../workbench/render-workbench.ts";
import { createBundler } from "./bundle-script.ts";

export interface WorkbenchOptions {
  /** Path of `workbench.html`. */
  readonly template: string;
  /** Path of the folder with the workbench's scripts. */
  readonly folder: string;
  /** Path of the built package. */
  readonly dist: string;
}

/** Answers what stands under `/workbench`; undefined for any other path. */
export type WorkbenchSite = (url: URL, around: Surroundings) => Promise<Response | undefined>;

/** The page that shows the way to v2 and builds tags, with its scripts and the pages in its two frames. */
export const createWorkbenchSite = ({ template, folder, dist }: WorkbenchOptions): WorkbenchSite => {
  const bundle = createBundler();
  const script = async (entry: string): Promise<Response> => file(await bundle(join(folder, entry)));
  const readBuilt = async ({ version }: Surroundings): Promise<Built> => {
    const text = await readFile(join(dist, "integrity.json"), "utf8").catch(() => "{}");
    const entries = Object.entries(asObject(JSON.parse(text))).map(([name, hash]) => [name, String(hash)]);
    return { version, integrity: Object.fromEntries(entries) as Built["integrity"] };
  };

  return async (url, around) => {
    const self = around.pageOrigin;
    switch (url.pathname) {
      case "/workbench":
        return page(
          renderWorkbench(await readFile(template, "utf8"), {
            surroundings: around,
            built: await readBuilt(around),
          }),
          [
            "script-src 'self'",
            "style-src 'self'",
            "img-src 'self'",
            "frame-src 'self'",
            "frame-ancestors 'none'",
          ],
        );
      case "/workbench/workbench.js":
        return script("page/index.ts");
      case "/workbench/preview.js":
        return script("preview/index.ts");
      case "/workbench/jquery.js":
        return file(await readPackage("jquery", "dist/jquery.min.js"));
      case "/workbench/jquery-3.4.js":
        return file(await readPackage("jquery-3.4", "dist/jquery.min.js"));
      case "/workbench/booking-v1.js":
        return file(await readPackage("timekit-booking", "dist/booking.min.js"));
      case "/workbench/booking-v3.js":
        return file(await readPackage("timekit-booking-v3", "public/build/booking.min.js"));
      case "/workbench/booking-v3.css":
        return file(await readPackage("timekit-booking-v3", "public/build/booking.min.css"), "text/css");
      case "/workbench/booking-v2.js":
        return file(await readPackage("timekit-booking-v2", "dist/booking.min.js"));
      case "/workbench/preview":
        // What has been pasted is shown here, texts with HTML included, so the frame has no origin and may run nothing else.
        return page(previewPage(readPreviewVersion(url.searchParams.get("version"))), [
          `script-src ${self}/workbench/`,
          `style-src 'unsafe-inline' ${self}/workbench/`,
          "font-src data:",
          "img-src data: https: http:",
          `connect-src ${around.simulatedOrigin}`,
          "frame-ancestors 'self'",
          "sandbox allow-scripts allow-forms",
        ]);
      case "/workbench/embed":
        return page(writeEmbedPage(readTagChoices(url.searchParams), around), [
          "script-src 'self'",
          "style-src 'self' 'unsafe-inline'",
          "img-src 'self' data:",
          `connect-src ${around.brokerOrigin} ${around.timekitOrigin}`,
          "frame-ancestors 'self'",
        ]);
      default:
        return undefined;
    }
  };
};

const page = (html: string, policy: readonly string[]): Response =>
  new Response(html, {
    headers: {
      "content-type": "text/html; charset=utf-8",
      "cache-control": "no-store",
      "referrer-policy": "no-referrer",
      "x-content-type-options": "nosniff",
      "content-security-policy": [
        "default-src 'none'",
        "base-uri 'none'",
        "form-action 'none'",
        ...policy,
      ].join("; "),
    },
  });

const file = (code: string, type = "text/javascript"): Response =>
  new Response(code, {
    headers: {
      "content-type": `${type}; charset=utf-8`,
      "cache-control": "no-cache",
      "x-content-type-options": "nosniff",
    },
  });

const readPackage = (name: string, path: string): Promise<string> => {
  const root = dirname(createRequire(import.meta.url).resolve(`${name}/package.json`));
  return readFile(join(root, path), "utf8");
};
