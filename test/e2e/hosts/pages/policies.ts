import { expect } from "vitest";
import { toIntegrity } from "../../../../src/build/build-owner.ts";
import { readDist } from "../../../tools/dist.ts";
import { writeDocument } from "../../world/write-page.ts";
import { expectShown } from "../expect-host.ts";
import { type HostPage, type Hosts, type HostVisit, openHost } from "../host-page.ts";
import { defaultAttributes, mountOptions, writeLoader, writeScript } from "../host-script.ts";

const integrity = toIntegrity(await readDist("loader.js"));

/** What the pages with a Content-Security-Policy have in common: nothing but this, and the servers of the tests. */
const base: Readonly<Record<string, string>> = {
  "default-src": "'none'",
  "script-src": "'self'",
  "style-src": "'self'",
  "connect-src": "http://127.0.0.1:*",
  "img-src": "http://127.0.0.1:* data:",
  "base-uri": "'none'",
};

/** The header of a strict policy with other directives than the usual ones. */
const writePolicy = (changes: Readonly<Record<string, string>>): Readonly<Record<string, string>> => ({
  "content-security-policy": Object.entries({ ...base, ...changes })
    .map(([name, value]) => `${name} ${value}`.trim())
    .join("; "),
});

/** Chromium's own words about v1's style element and style attributes, which the policy has stopped. */
const blockedStyle = /^error: (Refused to apply|Applying) (an )?inline style/;

export const hosts: Hosts = {
  // Without 'strict-dynamic' the vendor script, too, needs the nonce.
  "policy with nonces": {
    headers: writePolicy({ "script-src": "'nonce-Zm9yIG9uY2U='" }),
    html: (parts) => writeDocument(writeLoader(parts, { nonce: "Zm9yIG9uY2U=", async: "" })),
    browserPrints: blockedStyle,
  },

  "policy with strict dynamic": {
    headers: writePolicy({ "script-src": "'nonce-Zm9yIG9uY2U=' 'strict-dynamic'" }),
    html: (parts) => writeDocument(writeLoader(parts, { nonce: "Zm9yIG9uY2U=", async: "" })),
    browserPrints: blockedStyle,
  },

  // v1's blocked styles are adopted: the calendar must look as it does without a policy, down to the last pixel.
  "policy with own styles only": {
    headers: writePolicy({}),
    html: (parts) => writeDocument(writeLoader(parts, { async: "" })),
    browserPrints: blockedStyle,
    act: async (visit, host) => {
      const withoutPolicy: HostPage = { html: host.html };
      const other = await openHost(visit.world, withoutPolicy);
      await expectShown(withoutPolicy, other);
      const [here, there] = [await picture(visit), await picture(other)];
      await other.close();
      expect(here.equals(there)).toBe(true);
    },
  },

  // The failure names the directive, and what to add to it.
  "policy that stops the broker": {
    headers: writePolicy({ "connect-src": "'self'" }),
    html: (parts) => writeDocument(writeLoader(parts, { async: "" })),
    states: ["failed"],
    asked: { vendor: 1, token: 0 },
    prints: [/^error: \[timekit-embed\] broker\/unreachable .*connect-src.*http:\/\/127\.0\.0\.1:\d+/],
    browserPrints:
      /^error: (Connecting to|Refused to connect|Fetch API cannot load|Refused to apply|Applying)/,
  },

  // The nonce that would allow it is not the page's. The failure names the directive, and what to add to it.
  "policy that stops the vendor script": {
    headers: writePolicy({ "script-src": "'nonce-Zm9yIG9uY2U='" }),
    html: (parts) =>
      writeDocument(
        `<section id="here"></section>${writeLoader(parts, {
          ...defaultAttributes(parts),
          nonce: "Zm9yIG9uY2U=",
        })}
       ${writeScript(
         { nonce: "Zm9yIG9uY2U=" },
         `TimekitEmbed.mount(${mountOptions(parts, { target: "#here", nonce: "another" })});`,
       )}`,
      ),
    states: ["failed"],
    places: ["#here"],
    // Each attempt, though none of them reaches the host.
    asked: { vendor: 3, token: 1 },
    prints: [/^error: \[timekit-embed\] vendor\/blocked .*script-src(-elem)? .*http:\/\/127\.0\.0\.1:\d+/],
    browserPrints: /^error: (Loading the script|Refused to load the script)/,
  },

  // The page, and with it the policy, allows the broker and has forgotten Timekit, which only v1 asks.
  "policy that stops timekit": {
    html: (parts) =>
      writeDocument(
        writeLoader(parts, { async: "" }),
        `<meta http-equiv="content-security-policy" content="connect-src ${new URL(parts.brokerUrl).origin}">`,
      ),
    states: ["failed"],
    prints: [/^error: \[timekit-embed\] widget\/failed .*connect-src.*http:\/\/127\.0\.0\.1:\d+/],
    browserPrints: /^error: (Connecting to|Refused to connect|Fetch API cannot load)/,
  },

  // jQuery 3 writes strings: what makes them trusted can only be the page's own default policy.
  "trusted types with a default policy": {
    headers: writePolicy({
      "script-src": "'nonce-Zm9yIG9uY2U='",
      "style-src": "'self' 'unsafe-inline'",
      "require-trusted-types-for": "'script'",
      "trusted-types": "default timekit-embed",
    }),
    html: (parts) =>
      writeDocument(
        `${writeScript(
          { nonce: "Zm9yIG9uY2U=" },
          `trustedTypes.createPolicy("default", { createHTML: (html) => html });`,
        )}
       ${writeLoader(parts, { nonce: "Zm9yIG9uY2U=", async: "" })}`,
      ),
  },

  // jQuery 3 writes strings of HTML, which needs a default policy. The failure names the directive.
  "trusted types without a default policy": {
    headers: writePolicy({
      "style-src": "'self' 'unsafe-inline'",
      "require-trusted-types-for": "'script'",
      "trusted-types": "timekit-embed",
    }),
    html: (parts) => writeDocument(writeLoader(parts, { async: "" })),
    states: ["failed"],
    prints: [/^error: \[timekit-embed\] .*require-trusted-types-for/],
    browserPrints: /This document requires 'TrustedHTML' assignment/,
  },

  "trusted types that do not list ours": {
    headers: writePolicy({
      "style-src": "'self' 'unsafe-inline'",
      "require-trusted-types-for": "'script'",
      "trusted-types": "'none'",
    }),
    html: (parts) => writeDocument(writeLoader(parts, { async: "" })),
    states: ["failed"],
    asked: { vendor: 0, token: 1 },
    prints: [/^error: \[timekit-embed\] vendor\/blocked .*trusted-types/],
    browserPrints: /This document requires 'Trusted|Creating a TrustedTypePolicy/,
  },

  "subresource integrity": {
    html: (parts) => writeDocument(writeLoader(parts, { async: "", integrity, crossorigin: "anonymous" })),
  },

  // The script does not run at all: what the target held is what visitors have.
  "subresource integrity of another version": {
    html: (parts) =>
      writeDocument(
        `<section id="here"><a href="tel:+442079460123">Call us</a></section>
       ${writeLoader(parts, {
         "data-target": "#here",
         integrity: toIntegrity(Buffer.from("another version")),
         crossorigin: "anonymous",
       })}`,
      ),
    states: [],
    asked: { vendor: 0, token: 0 },
    browserPrints: /^error: Failed to find a valid digest/,
    see: () => document.querySelector("#here a")?.getBoundingClientRect().width !== 0,
    sees: true,
  },
};

const picture = async ({ page }: HostVisit): Promise<Buffer> => {
  // v1's loading screen fades away.
  await page.locator(".bookingjs-loading").waitFor({ state: "detached" });
  return page.screenshot({ animations: "disabled", caret: "hide" });
};
