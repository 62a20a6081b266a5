import type { MigrationTarget, Plain, PlainObject } from "../migration.ts";
import { type Built, writeScript, writeTarget } from "./write-tag.ts";
import { writeValue } from "./write-value.ts";

/** Which lines are wanted, and where our files are. */
export interface LineOptions {
  readonly target: MigrationTarget;
  /** Where `dist/` is deployed, without the version; an example without it. */
  readonly host?: string;
  /** Without it the lines name a version to fill in. */
  readonly built?: Built;
}

/** The lines for a page, with the options that `migrateConfig` made for the target. What a person has to fill in ends in `…`. */
export const writeLines = (config: PlainObject, options: LineOptions): string => {
  switch (options.target) {
    case "embed":
      return writeEmbed(config, options).join("\n");
    case "v2":
      return [
        ...("el" in config ? [] : ['<div id="bookingjs"></div>']),
        ...writeConfig(config),
        `<script src="https://ajax.googleapis.com/ajax/libs/jquery/3.7.1/jquery.min.js" defer></script>`,
        `<script src="${newerScripts.v2}" defer></script>`,
      ].join("\n");
    case "v3":
      return [
        newerStyles,
        ...("el" in config ? [] : ['<div id="bookingjs"></div>']),
        ...writeConfig(config),
        `<script src="${newerScripts.v3}" defer></script>`,
      ].join("\n");
  }
};

/** Timekit's own addresses of its newer versions. */
export const newerScripts = {
  v2: "https://cdn.timekit.io/booking-js/v2/booking.min.js",
  v3: "https://cdn.timekit.io/booking-js/v3/booking.min.js",
} as const;

/** The style sheet that v3 needs. */
export const newerStyles =
  '<link rel="stylesheet" href="https://cdn.timekit.io/booking-js/v3/booking.min.css">';

/** The configuration with what a person has to fill in. */
export const withBlanks = (config: PlainObject): PlainObject => ({
  app_key: "live_widget_key_…",
  ...("project_slug" in config ? {} : { project_id: "…" }),
  ...config,
});

const writeConfig = (config: PlainObject): readonly string[] => [
  "<script>",
  `  window.timekitBookingConfig = ${writeValue(withBlanks(config), "  ")};`,
  "</script>",
];

const writeEmbed = (mount: PlainObject, options: LineOptions): readonly string[] => {
  const target = typeof mount["target"] === "string" ? mount["target"] : "";
  if (isPlain(mount)) return [...writeTarget(target), writeTagFor(mount, options)];
  return [
    ...writeTarget(target),
    writeTagFor({ brokerUrl: mount["brokerUrl"] ?? "" }, options),
    "<script>",
    ...writeMount(mount, "  "),
    "</script>",
  ];
};

/** Whether an attribute can hold all of it. */
export const isPlain = (value: Plain): boolean => {
  if (typeof value !== "object" || value === null) return typeof value !== "function";
  return Object.values(value).every(isPlain);
};

/** The script element for these options of `mount()`; without a resource id and a target it gives defaults alone. */
export const writeTagFor = (mount: PlainObject, { host = "", built = unbuilt }: LineOptions): string => {
  const text = (name: string): string => (typeof mount[name] === "string" ? mount[name] : "");
  const { config } = mount;
  const isTag = "config" in mount;
  return writeScript(
    {
      host,
      resourceId: isTag && text("resourceId") === "" ? "…" : text("resourceId"),
      brokerUrl: text("brokerUrl"),
      // Our tag finds the element of this id by itself.
      target: text("target") === "#bookingjs" ? "" : text("target"),
      notice: "",
      lang: "",
      lazy: "",
      minHeight: "",
      fallbackUrl: "",
      config: typeof config === "object" && config !== null && !Array.isArray(config) ? config : undefined,
    },
    built,
  );
};

/** The statements that start a calendar by our API, before or after the loader is there. */
export const writeMount = (mount: PlainObject, indent: string): readonly string[] => [
  `${indent}if (!Array.isArray(window.TimekitEmbed) && !(window.TimekitEmbed && window.TimekitEmbed.mount)) window.TimekitEmbed = [];`,
  `${indent}window.TimekitEmbed.push(function (api) {`,
  `${indent}  api.mount(${writeValue({ resourceId: "…", ...mount }, `${indent}  `)});`,
  `${indent}});`,
];

const unbuilt: Built = { version: "…", integrity: {} };
