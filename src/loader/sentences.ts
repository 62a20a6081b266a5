/** What the console tells the site's owner for each code; `%` stands for what it is about. */
export const sentences = {
  "config/no-resource-id": "Add data-resource-id, the UUID of a Timekit resource.",
  "config/bad-resource-id": "data-resource-id must be a resource's UUID.",
  "config/no-broker-url": "Add data-broker-url, the address of your broker.",
  "config/bad-broker-url":
    "data-broker-url must be an https: address (http: only on loopback) without user or password.",
  "config/no-target": "There is no place for the calendar. Correct data-target, or move the tag into <body>.",
  "config/bad-option": "Correct or remove %.",
  "broker/unreachable":
    "The broker cannot be reached. Check data-broker-url, and that % is in the broker's ALLOWED_ORIGINS.",
  "broker/timeout": "The broker took too long. See its log.",
  "broker/origin-refused": "Add % to the broker's ALLOWED_ORIGINS.",
  "broker/no-token":
    "The broker has no client-token for data-resource-id. Run timekit-broker --check with that id.",
  "broker/busy": "The broker or Timekit is limiting requests. Check the broker's limits.",
  "broker/failed": "The broker failed: %. See its log.",
  "broker/bad-response": "This is not a broker's answer: %. Check data-broker-url.",
  "token/refused":
    "The broker did not send a client-token. Correct the broker, and if it sent a server-token, revoke that.",
  "token/expired": "The client-token has expired. Ask Timekit for a new one.",
  "token/wrong-resource": "The token is for another resource. Correct the broker.",
  "vendor/blocked":
    "% did not load. Check that it is there and unchanged, that script-src allows it, and that its host sends Access-Control-Allow-Origin: * and Cross-Origin-Resource-Policy: cross-origin.",
  "vendor/timeout": "% took too long to load. Check its host.",
  "vendor/unusable": "% did not provide Booking.js. Deploy dist/ as one folder.",
  "widget/failed": "Booking.js v1 failed: %.",
  "widget/unauthorized": "Timekit refuses the client-token. Check it in Timekit.",
  "embed/destroyed": "The calendar was removed.",
  "browser/unsupported": "This browser lacks %.",
} as const;

/** What the console says instead where the cause is known. */
export const causes = {
  policy: (directive: string, value: string) =>
    `Add to ${directive} of this page's Content-Security-Policy: ${value}`,
  trustedTypes:
    "This page's require-trusted-types-for stops jQuery. Add a default policy with createHTML, and list it in trusted-types.",
  nullOrigin:
    "The broker refuses pages whose origin is null. Serve this page over https:, and give its frame allow-same-origin.",
  ousted:
    "The page's old Booking.js starts again and again, and takes the calendar's place. Delete its lines, and revoke the token in them.",
  noVendorUrl: "Add data-vendor-url: the loader cannot tell where the vendor file is.",
  // What follows the sentence that a file did not load.
  absent: (status: number) => `Its host answers with status ${status}. Deploy dist/ as one folder.`,
  unreadable: "Open it in a tab: if it is there, its host must send Access-Control-Allow-Origin: * with it.",
  badType: "Its host must send a JavaScript Content-Type, such as text/javascript.",
  changed: "It has been changed, or is of another version: deploy dist/ again.",
} as const;
