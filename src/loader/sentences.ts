import type { ErrorCode } from "./errors.ts";

/** What the console tells the site's owner for each code: what happened, then what to do. `%` is the subject. */
export const sentences: Record<ErrorCode, string> = {
  "config/no-resource-id": "No resource to book. Add data-resource-id with the UUID of a Timekit resource.",
  "config/bad-resource-id": "data-resource-id is not a UUID. Copy the resource's id from Timekit's admin.",
  "config/no-broker-url": "No broker. Add data-broker-url with your token broker's address.",
  "config/bad-broker-url":
    "data-broker-url must be an https: address (http: on loopback only) without user or password.",
  "config/no-target":
    "No place for the calendar: %. Add data-target with the CSS selector of an element, or move the tag into <body>.",
  "config/bad-option": "Option refused: %. Correct it or leave it out.",
  "broker/unreachable":
    "No readable answer from the broker. Check that data-broker-url is right, the broker runs and % is in its ALLOWED_ORIGINS.",
  "broker/timeout": "No answer in time. Check the broker and its connection to Timekit.",
  "broker/origin-refused": "The broker refuses this page. Add % to its ALLOWED_ORIGINS.",
  "broker/no-token":
    "The broker has no client-token for this resource. Check data-resource-id, RESOURCE_IDS and that the resource has an unexpired client-token in Timekit.",
  "broker/busy": "The broker or Timekit is limiting requests. Try again later; check the rate limits.",
  "broker/failed": "The broker failed (%). See its log.",
  "broker/bad-response":
    "The broker's answer is not a grant (%). Check that data-broker-url leads to a timekit-embed broker.",
  "token/refused":
    "The answer holds something else than one client-token; nothing was sent to Timekit. A server-token must never reach a browser: if the broker sent one, revoke it and correct the broker.",
  "token/expired": "The client-token has expired. Create a new one in Timekit.",
  "token/wrong-resource": "The token is for another resource. Correct the broker.",
  "vendor/blocked":
    "The vendor file did not load. Check that % exists, is allowed by script-src, unchanged, and sent as JavaScript with Access-Control-Allow-Origin: * and Cross-Origin-Resource-Policy: cross-origin.",
  "vendor/timeout": "The vendor file took too long. Check the host of %.",
  "vendor/unusable": "The vendor file ran without giving Booking.js. Deploy dist/ as one folder.",
  "widget/failed": "Booking.js v1 could not show or book a time (%).",
  "widget/unauthorized": "Timekit refused the client-token twice. Check app and token of the resource in Timekit.",
  "embed/destroyed": "The calendar was removed before it was ready.",
  "browser/unsupported": "This browser lacks %.",
};
