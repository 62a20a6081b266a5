/** The packages whose code is in the vendor file: jQuery, Booking.js v1, and what v1 was bundled with. */
export const packagesInVendor = [
  "jquery",
  "timekit-booking",
  "timekit-sdk",
  "axios",
  "base-64",
  "console-polyfill",
  "deepmerge",
  "es6-promise",
  "es6-promise-promise",
  "fullcalendar",
  "humps",
  "moment",
  "moment-timezone",
  "sprintf-js",
] as const;

/** The packages inside of Booking.js v1, those that its build tools put there included; `process` came with webpack. */
export const packagesOfBooking: readonly string[] = [
  ...packagesInVendor.filter((name) => name !== "jquery" && name !== "timekit-booking"),
  "hogan.js",
  "webpack",
  "process",
  "css-loader",
  "style-loader",
];

/** Notices for code in v1 that came from its build tools, which are not installed here. */
export const foreignParts = [
  `hogan.js (Apache-2.0)

Copyright 2011 Twitter, Inc.
Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
`,
  `webpack, css-loader, style-loader (MIT)

Copyright JS Foundation and other contributors
`,
] as const;
