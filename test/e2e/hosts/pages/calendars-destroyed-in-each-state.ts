import { expect } from "vitest";
import { writeDocument } from "../../world/write-page.ts";
import type { HostPage } from "../host-page.ts";
import { mountOptions, defaultAttributes, writeLoader, writeScript } from "../host-script.ts";

// Each is destroyed by a listener, in the very moment in which it reaches the state it is called after.
export const page: HostPage = {
  html: (parts) =>
    writeDocument(
      `${["waiting", "authorizing", "loading", "ready", "failed"].map((state) => `<div id="${state}"><b>${state}</b></div>`).join("")}
       <div id="last"></div>
       ${writeLoader(parts, defaultAttributes(parts))}
       ${writeScript(
         {},
         `document.outcomes = {};
          addEventListener("timekit-embed:state", ({ target, detail }) => {
            if (target.id !== detail.to) return;
            const embed = TimekitEmbed.embeds.find((embed) => embed.target === target);
            embed.destroy();
            embed.retry();
          });
          const mount = (target, options) => {
            const embed = TimekitEmbed.mount({ ...${mountOptions(parts)}, ...options, target: "#" + target });
            embed.ready.then(() => "shown", ({ code }) => code).then((outcome) => {
              document.outcomes[target] = [outcome, embed.state, embed.widget];
            });
            return embed;
          };
          mount("waiting", { lazy: true }).destroy();
          for (const state of ["authorizing", "loading", "ready"]) mount(state);
          mount("failed", { brokerUrl: "http://user:secret@127.0.0.1/" });
          mount("last");`,
       )}`,
    ),
  places: ["#last"],
  globals: [],
  see: () => ({
    outcomes: Reflect.get(document, "outcomes") as unknown,
    texts: [...document.querySelectorAll("b")].map(({ textContent }) => textContent),
  }),
  sees: {
    outcomes: {
      waiting: ["embed/destroyed", "destroyed", null],
      authorizing: ["embed/destroyed", "destroyed", null],
      loading: ["embed/destroyed", "destroyed", null],
      ready: ["embed/destroyed", "destroyed", null],
      failed: ["config/bad-broker-url", "destroyed", null],
      last: ["shown", "ready", expect.anything()],
    },
    texts: ["waiting", "authorizing", "loading", "ready", "failed"],
  },
  prints: [/^error: \[timekit-embed\] config\/bad-broker-url /],
};
