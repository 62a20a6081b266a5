import type { Grant } from "../../../src/contract/grant.ts";

/** What the pages are made of. */
export interface Parts {
  readonly filesOrigin: string;
  readonly brokerUrl: string;
  readonly timekitOrigin: string;
  readonly vendorFile: string;
  readonly vendorHash: string;
  /** What the broker answers, for the page that has no broker. */
  readonly grant: Grant;
}

/** The pages by the path under which they are served. */
export const writePages = (parts: Parts): ReadonlyMap<string, string> => {
  const hand = writeHand(parts);
  const tag = writeTag(parts);
  const slowImage = `<img src="${parts.filesOrigin}/slow.png" alt="" width="10" height="10">`;
  return new Map([
    ["/hand", write(hand)],
    ["/tag", write(tag)],
    ["/preload", write(tag, writePreload(parts))],
    ["/hand-late", write(hand + slowImage)],
    ["/tag-late", write(tag + slowImage)],
  ]);
};

// The snippet of v1's README, with the newest jQuery with which v1 works.
const writeHand = ({ filesOrigin, timekitOrigin, grant }: Parts): string => {
  const { name, avatar, email } = grant.resource;
  const config = { app: grant.app, email, apiToken: grant.token, name, avatar, ...timekit(timekitOrigin) };
  return `<div id="bookingjs">
    <script type="text/javascript" src="${filesOrigin}/jquery.min.js"></script>
    <script type="text/javascript" src="${filesOrigin}/booking.min.js" defer></script>
    <script type="text/javascript">window.timekitBookingConfig = ${JSON.stringify(config)};</script>
  </div>`;
};

const writeTag = ({ filesOrigin, brokerUrl, timekitOrigin, grant }: Parts): string =>
  `<script src="${filesOrigin}/loader.js" data-resource-id="${grant.resource.id}" data-broker-url="${brokerUrl}"
    data-config='${JSON.stringify(timekit(timekitOrigin))}' async></script>`;

const writePreload = ({ filesOrigin, vendorFile, vendorHash }: Parts): string =>
  `<link rel="preload" as="script" crossorigin="anonymous" integrity="${vendorHash}" href="${filesOrigin}/${vendorFile}">`;

const timekit = (origin: string): object => ({ timekitConfig: { apiBaseUrl: `${origin}/` } });

const write = (body: string, head = ""): string =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Bicycle repairs</title>
  <meta name="viewport" content="width=device-width, initial-scale=1"><link rel="icon" href="data:,">
  ${head}</head><body><h1>Book a repair</h1><main>${body}</main>
  <p id="after">${"Open from nine to five. ".repeat(200)}</p></body></html>`;
