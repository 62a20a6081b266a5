// Runs in the workbench: joins its two halves to the elements of the page.
import type { PageSettings } from "../render-workbench.ts";
import { connectBuilder } from "./connect-builder.ts";
import { connectConverter } from "./connect-converter.ts";
import { connectCopying } from "./connect-copying.ts";

// Written by our own server into the element that also loads this script.
const settings = JSON.parse(document.body.dataset["settings"] ?? "{}") as PageSettings;
connectConverter(document, settings);
connectBuilder(document, settings.built);
connectCopying(document);
