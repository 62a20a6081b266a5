/** What the console tells the site's owner for each code; `%` stands for what it is about. */
export const sentences = {
  "config/no-resource-id": "Add data-resource-id, a Timekit resource's UUID.",
  "config/bad-resource-id": "data-resource-id is not a UUID.",
  "config/no-broker-url": "Add data-broker-url, your broker's address.",
  "config/bad-broker-url": "data-broker-url must be https: (http: on loopback) without user or password.",
  "config/no-target": "No place for the calendar. Set data-target or move the tag into <body>.",
  "config/bad-option": "Correct or remove %.",
  "broker/unreachable": "The broker cannot be read. Check data-broker-url, and % in its ALLOWED_ORIGINS.",
  "broker/timeout": "The broker took too long. See its log.",
  "broker/origin-refused": "Add % to the broker's ALLOWED_ORIGINS.",
  "broker/no-token": "The broker has no client-token for data-resource-id. Check it in Timekit.",
  "broker/busy": "The broker or Timekit limits requests. Check the broker's limits.",
  "broker/failed": "The broker failed: %. See its log.",
  "broker/bad-response": "The broker sent no grant: %. Check data-broker-url.",
  "token/refused": "The broker did not send a client-token. Revoke a server-token, correct the broker.",
  "token/expired": "The client-token has expired. Create a new one.",
  "token/wrong-resource": "The token is for another resource. Correct the broker.",
  "vendor/blocked":
    "% did not load. Check that it is there, unchanged, allowed by script-src, and has Access-Control-Allow-Origin: * and Cross-Origin-Resource-Policy.",
  "vendor/timeout": "% took too long. Check its host.",
  "vendor/unusable": "% gave no Booking.js. Deploy dist/ as one folder.",
  "widget/failed": "Booking.js v1 failed: %.",
  "widget/unauthorized": "Timekit refuses the client-token. Check it there.",
  "embed/destroyed": "The calendar is gone.",
  "browser/unsupported": "This browser lacks %.",
} as const;

/** What the console says instead where the cause is known. */
export const causes = {
  policy: (directive: string, value: string) =>
    `Add to ${directive} of this page's Content-Security-Policy: ${value}`,
  trustedTypes:
    "This page's require-trusted-types-for stops jQuery. Add a default policy with createHTML, and list it in trusted-types.",
  nullOrigin: "A broker refuses this page's origin, null. Serve the page, its frame with allow-same-origin.",
  ousted:
    "The old Booking.js of this page takes the calendar's place again and again. Delete its lines, and revoke the token in them.",
  missing: "% did not load. Its host must send ",
} as const;
