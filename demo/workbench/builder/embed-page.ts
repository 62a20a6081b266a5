import { grantPath } from "../../../src/contract/grant-request.ts";
import { html, toHtml } from "../../pages/html.ts";
import type { Surroundings } from "../../pages/surroundings.ts";
import { type TagChoices, toConfig, toTagOptions } from "./tag-choices.ts";
import { toAttributes } from "../../../src/migrate/lines/write-tag.ts";

/** The page in the builder's frame: the chosen tag, with the demonstration's own broker, resource and Timekit. */
export const writeEmbedPage = (choices: TagChoices, around: Surroundings): string => {
  const isSimulated = around.timekitOrigin === around.simulatedOrigin;
  const config = {
    ...toConfig(choices),
    ...(isSimulated && { timekitConfig: { apiBaseUrl: `${around.timekitOrigin}/` } }),
  };
  const attributes = [
    ...toAttributes(toTagOptions(choices)).filter(
      ([name]) => name !== "data-config" && name !== "data-target",
    ),
    ["data-config", JSON.stringify(config)] as const,
  ];
  return `<!doctype html>
<html lang="${toHtml(choices.lang === "" ? "en" : choices.lang)}">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <title>Your tag</title>
    <link rel="stylesheet" href="/pages/embed.css" />
    <script
      src="/${around.version}/loader.js"
      data-resource-id="${toHtml(around.resourceId)}"
      data-broker-url="${toHtml(around.brokerOrigin + grantPath)}"
      data-target="#calendar"
      ${attributes.map(([name, value]) => html`${name}="${value}"`.html).join("\n      ")}
      async
    ></script>
  </head>
  <body>
    <div id="calendar"></div>
  </body>
</html>
`;
};
