import { toHtml } from "../../../demo/pages/html.ts";
import type { PageOptions, PageParts } from "./page-options.ts";

export interface PageFacts extends Pick<PageOptions, "tag" | "config" | "html"> {
  readonly resourceId: string;
  readonly brokerUrl: string;
  readonly timekitOrigin: string;
}

/** The document of a case. */
export const writePage = (facts: PageFacts): string => {
  const { resourceId, brokerUrl, timekitOrigin, html = ordinaryPage } = facts;
  const config = JSON.stringify({ timekitConfig: { apiBaseUrl: `${timekitOrigin}/` }, ...facts.config });
  const tag = writeTag({ "resource-id": resourceId, "broker-url": brokerUrl, config, ...facts.tag });
  return html({ tag, resourceId, brokerUrl, config });
};

/** A tag whose loader is beside the page. */
export const writeTag = (
  attributes: Readonly<Record<string, string | null>>,
  { src = "dist/loader.js" }: { readonly src?: string } = {},
): string => {
  const written = Object.entries(attributes).flatMap(([name, value]) =>
    value === null ? [] : [` data-${name}="${toHtml(value)}"`],
  );
  return `<script src="${toHtml(src)}"${written.join("")} async></script>`;
};

/** A document with this body; the empty icon keeps the browser from asking for one. */
export const writeDocument = (body: string, head = ""): string =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Bicycle repairs</title>
  <meta name="viewport" content="width=device-width, initial-scale=1"><link rel="icon" href="data:,">
  ${head}</head><body>${body}</body></html>`;

const ordinaryPage = ({ tag }: PageParts): string =>
  writeDocument(`<main><h1>Book a repair</h1>${tag}<p id="after">Open from nine to five.</p></main>`);
