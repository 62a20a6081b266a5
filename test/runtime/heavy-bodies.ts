import { clientToken, resource, serverToken } from "./timekit-bodies.ts";

/** What a resource's body may measure at most. */
const mebibyte = 1024 * 1024;

/** A body of Timekit's shape, as close below a mebibyte as the parts allow. */
interface HeavyBody {
  readonly name: string;
  readonly text: string;
}

const wrap = (inside: string): string => `{"data":${JSON.stringify(resource).slice(0, -1)},${inside}}}`;

const room = mebibyte - wrap("").length - 64;

/** As many items as fit, each made by its number. */
const fill = (make: (index: number) => unknown, length = room): string => {
  const items: string[] = [];
  for (let index = 0, used = 0; used < length; index += 1) {
    const item = JSON.stringify(make(index));
    used += item.length + 1;
    if (used < length) items.push(item);
  }
  return items.join(",");
};

const credentials = (make: (index: number) => unknown, length?: number): string =>
  wrap(`"credentials":[${fill(make, length)}]`);

const client = (token: string) => ({ type: "client-token", token });
const server = (token: string) => ({ type: "server-token", token });
const half = room / 2;
const a = (length: number): string => "a".repeat(length);

const nested = (open: string, close: string): string => {
  const depth = Math.floor((room - 64) / (open.length + close.length));
  return wrap(`"meta":${open.repeat(depth)}0${close.repeat(depth)}`);
};

export const heavyBodies: readonly HeavyBody[] = [
  {
    name: "as many short client-tokens as server-tokens",
    text: credentials((index) => (index % 2 ? client(`c${index}`) : server(`secret-${index}`))),
  },
  {
    name: "whole credentials",
    text: credentials((index) =>
      index % 2
        ? { ...clientToken, token: `${clientToken.token}${index}` }
        : { ...serverToken, token: `${serverToken.token}${index}` },
    ),
  },
  {
    name: "long client-tokens and many secrets",
    text: wrap(
      `"credentials":[${fill((index) => client(a(4080) + index), half)},${fill((index) => server(`aaaaaaab${index}`), half)}]`,
    ),
  },
  {
    name: "secrets that begin alike, and tokens that nearly hold them",
    text: wrap(
      `"credentials":[${fill(() => client(a(4096)), half)},${fill((index) => server(`${a(1000)}b${index}`), half)}]`,
    ),
  },
  {
    name: "many short secrets that begin alike",
    text: wrap(
      `"credentials":[${fill(() => client(a(4096)), half)}],"meta":[${fill((index) => ({ token: `aaaaaaaa${index}` }), half)}]`,
    ),
  },
  { name: "tokens of distinct lengths", text: credentials((index) => server(a(8 + index))) },
  {
    name: "a token for many referrers",
    text: wrap(
      `"credentials":[{"type":"client-token","token":"t","referrer":[${fill((index) => `https://${index}.example`, room - 128)}]}]`,
    ),
  },
  {
    name: "a token for one long referrer",
    text: wrap(`"credentials":[{"type":"client-token","token":"t","referrer":["${a(room - 128)}"]}]`),
  },
  {
    name: "many expiries",
    text: credentials((index) => ({ ...client(`c${index}`), expires: "2099-11-09T13:49:47.123456789+0000" })),
  },
  { name: "nested lists", text: nested("[", "]") },
  { name: "nested objects", text: nested('{"a":', "}") },
  { name: "nested objects named token", text: nested('{"token":', "}") },
  { name: "empty credentials", text: wrap(`"credentials":[${"{},".repeat((room - 64) / 3)}{}]`) },
  { name: "numbers", text: wrap(`"credentials":[${"0,".repeat((room - 64) / 2)}0]`) },
  { name: "long fractions", text: wrap(`"meta":[${`0.${"1".repeat(400)}e-300,`.repeat(room / 420)}0]`) },
  { name: "one long text", text: wrap(`"meta":"${"x".repeat(room - 64)}"`) },
  { name: "one long escaped text", text: wrap(`"meta":"${"\\u0061".repeat((room - 64) / 6)}"`) },
  { name: "one long secret", text: wrap(`"api_token":"${a(room - 64)}"`) },
  { name: "a long e-mail", text: wrap(`"email":"${a(room - 64)}"`) },
  { name: "a long name of a key", text: wrap(`"${"api_token".repeat((room - 64) / 9)}x":"secret-secret"`) },
  {
    name: "many keys",
    text: wrap(`"meta":{${Array.from({ length: room / 11 }, (_, index) => `"k${index}":0`).join(",")}}`),
  },
  {
    name: "many keys that are numbers",
    text: wrap(
      `"meta":{${Array.from({ length: room / 14 }, (_, index) => `"${index * 7919}":0`).join(",")}}`,
    ),
  },
  {
    name: "many keys that are secrets",
    text: wrap(
      `"meta":{${Array.from({ length: room / 29 }, (_, index) => `"${index}token":"secret-${index}"`).join(",")}}`,
    ),
  },
];
