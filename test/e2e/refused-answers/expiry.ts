import { json, type RefusedAnswer } from "./refused-answer.ts";

const minuteMs = 60_000;
const fromNow = (minutes: number): string => new Date(Date.now() + minutes * minuteMs).toISOString();

const expired = (name: string, expires: () => unknown): RefusedAnswer => ({
  name,
  code: "token/expired",
  answer: ({ good }) => json({ ...good, expires: expires() }),
});

/** A `Date` header that the page may read, so many minutes from now. */
const dated = (minutes: number): Record<string, string> => ({
  date: new Date(Date.now() + minutes * minuteMs).toUTCString(),
  "access-control-expose-headers": "Date",
});

/** Tokens that are no longer good, or of which that cannot be said. */
export const expiry: readonly RefusedAnswer[] = [
  expired("a token that expired in 2016", () => "2016-11-06T12:22:04+00:00"),
  expired("a token that expired six minutes ago, by the visitor's clock", () => fromNow(-6)),
  {
    name: "a token that expired a minute ago, by the answer's own Date",
    code: "token/expired",
    answer: ({ good }) => json({ ...good, expires: fromNow(-1) }, { headers: dated(0) }),
  },
  {
    name: "a token that is good by the visitor's clock and expired by the answer's Date",
    code: "token/expired",
    answer: ({ good }) => json({ ...good, expires: fromNow(60) }, { headers: dated(120) }),
  },
  ...[
    "",
    " ",
    "never",
    "tomorrow",
    "2999",
    "2999-13-01T00:00:00+00:00",
    "2999-02-30T00:00:00+00:00",
    "2999-01-01T25:00:00+00:00",
    "2999-01-01T00:00:00+99:99",
    "2999-01-01T00:00:00+00:00 or later",
    4_102_444_800,
    4_102_444_800_000,
    "4102444800",
    true,
    false,
    ["2999-01-01T00:00:00+00:00"],
    { date: "2999-01-01T00:00:00+00:00" },
  ].map((expires) => expired(`the expiry ${JSON.stringify(expires)}`, () => expires)),
];
