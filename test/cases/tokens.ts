/** Values that are nearly, but not exactly, the string `client-token`. */
export const refusedTypes: readonly unknown[] = [
  "Client-Token",
  "CLIENT-TOKEN",
  "client_token",
  "clienttoken",
  "client token",
  " client-token",
  "client-token ",
  "client-token\n",
  "client-token\u0000",
  "client\u00ad-token",
  "client\u200b-token",
  "client\u2010token",
  "\u0441lient-token",
  "client-token,server-token",
  "user-token",
  "",
  "server-token",
  "Server-Token",
  "SERVER_TOKEN",
  null,
  true,
  1,
  ["client-token"],
  ["client-token", "server-token"],
  [],
  {},
  { type: "client-token" },
  { 0: "client-token", length: 1 },
  { toString: "client-token", valueOf: "client-token" },
];

/** A value in a token's place, made of a text that is a token. */
interface TokenCase {
  readonly name: string;
  readonly token: (good: string) => unknown;
}

/** Everything that is not 1 to 4096 visible ASCII characters without spaces. */
export const refusedTokens: readonly TokenCase[] = [
  { name: "an empty token", token: () => "" },
  { name: "a token of 4097 characters", token: (good) => good.padEnd(4097, "x") },
  { name: "a space inside the token", token: (good) => `${good} ${good}` },
  { name: "a space before the token", token: (good) => ` ${good}` },
  { name: "a space after the token", token: (good) => `${good} ` },
  { name: "a tab in the token", token: (good) => `${good}\t` },
  { name: "a line feed after the token", token: (good) => `${good}\n` },
  { name: "a line break in the token", token: (good) => `${good}\r\nTimekit-App: other` },
  { name: "a null character in the token", token: (good) => `${good}\u0000` },
  { name: "an escape character in the token", token: (good) => `\u001b[31m${good}` },
  { name: "a delete character in the token", token: (good) => `${good}\u007f` },
  { name: "a letter of Latin-1 in the token", token: (good) => `${good}é` },
  { name: "a no-break space in the token", token: (good) => `${good}\u00a0` },
  { name: "an emoji in the token", token: (good) => `${good}🔑` },
  { name: "a lone surrogate in the token", token: (good) => `${good}\ud800` },
  { name: "null for a token", token: () => null },
  { name: "a small number for a token", token: () => 7 },
  { name: "a number for a token", token: () => 20_271_106 },
  { name: "true for a token", token: () => true },
  { name: "a list for a token", token: (good) => [good] },
  { name: "an object for a token", token: (good) => ({ toString: good, value: good }) },
];

/** The shortest tokens and the longest one. */
export const acceptedTokens: readonly string[] = ["!", "~", "a".repeat(4096), "!".repeat(4096)];

/** Values in the place of an expiry that are no time. */
export const refusedTimes: readonly unknown[] = [
  " ",
  "never",
  "soon",
  "tomorrow",
  "2999",
  "2999-01-01",
  "2999-13-01T00:00:00+00:00",
  "2999-01-01T25:00:00+00:00",
  "2999-01-01T00:00:00+99:99",
  "2999-01-01T00:00:00+00:00 or later",
  4_102_444_800,
  4_102_444_800_000,
  "4102444800",
  true,
  false,
  ["2999-01-01T00:00:00+00:00"],
  {},
  { date: "2999-01-01T00:00:00+00:00" },
];
