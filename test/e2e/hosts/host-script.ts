import { toHtml } from "../../../demo/pages/html.ts";
import { vendorFile } from "../../tools/dist.ts";
import type { PageParts } from "../world/write-page.ts";

/** Attributes of an element; null leaves one out. */
export type Attributes = Readonly<Record<string, string | null>>;

/** The loader's tag with other attributes than the ordinary ones, which make it neither async nor deferred. */
export const writeLoader = (parts: PageParts, changes: Attributes = {}): string =>
  writeScript({ ...ordinaryAttributes(parts), ...changes });

/** `src` and `data-*` of the one-line tag. */
export const ordinaryAttributes = ({ resourceId, brokerUrl, config }: PageParts): Attributes => ({
  src: "dist/loader.js",
  "data-resource-id": resourceId,
  "data-broker-url": brokerUrl,
  "data-config": config,
});

/** What a tag without a resource has: the defaults of the page's containers. */
export const defaultAttributes = (parts: PageParts): Attributes => ({
  ...ordinaryAttributes(parts),
  "data-resource-id": null,
});

/** A script element, with a text or a `src`. */
export const writeScript = (attributes: Attributes, text = ""): string => {
  const written = Object.entries(attributes).flatMap(([name, value]) =>
    value === null ? [] : [` ${name}="${toHtml(value)}"`],
  );
  return `<script${written.join("")}>${text}</script>`;
};

/** Script text that makes the tag as code does it, and leaves it in the constant `tag`. */
export const createLoader = (parts: PageParts, changes: Attributes = {}): string =>
  `const tag = document.createElement("script");
   for (const [name, value] of Object.entries(${toJson({ ...ordinaryAttributes(parts), ...changes })}))
     if (value !== null) tag.setAttribute(name, value);`;

/** A value as a literal in a script of the page. */
export const toJson = (value: unknown): string => JSON.stringify(value).replaceAll("<", "\\u003c");

/** `mount()`'s options in a script of the page. */
export const mountOptions = ({ resourceId, brokerUrl, config }: PageParts, others: object = {}): string =>
  toJson({ resourceId, brokerUrl, config, ...others });

/** Where the vendor file is, relative to the page. */
export const vendorPath = `dist/${vendorFile}`;
