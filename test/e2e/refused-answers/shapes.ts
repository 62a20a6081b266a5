import { json, type RefusedAnswer, type Secret, text } from "./refused-answer.ts";

type Good = Secret["good"];

const bad = (name: string, body: (good: Good) => unknown): RefusedAnswer => ({
  name,
  code: "broker/bad-response",
  answer: ({ good }) => json(body(good)),
});

const without = (value: object, key: string): object =>
  Object.fromEntries(Object.entries(value).filter(([name]) => name !== key));

const withResource = (good: Good, part: object): object => ({
  ...good,
  resource: { ...good.resource, ...part },
});

/** A page's code that runs when the loader starts to ask the broker. */
const onAsking = (code: string): string => `addEventListener("timekit-embed:state", () => { ${code} });`;

const missing: readonly RefusedAnswer[] = [
  ...["type", "token", "app", "resource"].map((key) => bad(`no ${key}`, (good) => without(good, key))),
  ...["id", "email"].map((key) =>
    bad(`no ${key} of the resource`, (good) => ({ ...good, resource: without(good.resource, key) })),
  ),
];

const unusable: readonly RefusedAnswer[] = [
  ...["", null, 7, ["app"], { slug: "app" }].map((app) =>
    bad(`the app ${JSON.stringify(app)}`, (good) => ({ ...good, app })),
  ),
  ...["", null, 7, ["a@example.com"]].map((email) =>
    bad(`the e-mail ${JSON.stringify(email)}`, (good) => withResource(good, { email })),
  ),
  bad("null for a resource", (good) => ({ ...good, resource: null })),
  bad("a resource's id in its place", (good) => ({ ...good, resource: good.resource.id })),
  bad("a list for a resource", (good) => ({ ...good, resource: [good.resource] })),
  bad("a grant inside of data", (good) => ({ data: good })),
  bad("a grant in a list", (good) => [good]),
];

const tricks: readonly RefusedAnswer[] = [
  {
    name: "a grant under __proto__",
    code: "broker/bad-response",
    answer: ({ good }) => text(`{"__proto__":${JSON.stringify(good)}}`),
  },
  {
    name: "a type under __proto__",
    code: "broker/bad-response",
    answer: ({ good: { type, ...rest } }) =>
      text(JSON.stringify(rest).replace("{", `{"__proto__":{"type":"${type}"},`)),
  },
  {
    name: "an e-mail under the resource's __proto__",
    code: "broker/bad-response",
    answer: ({ good }) => text(JSON.stringify(good).replace(/"email":("[^"]*")/, `"__proto__":{"email":$1}`)),
  },
  bad("a grant under constructor.prototype", (good) => ({ constructor: { prototype: good } })),
  {
    name: "a missing type on a page whose Object.prototype has one",
    code: "broker/bad-response",
    script: onAsking(`Object.prototype.type = "client-token";`),
    answer: ({ good }) => json(without(good, "type")),
  },
  {
    name: "a missing e-mail on a page whose Object.prototype has one",
    code: "broker/bad-response",
    script: onAsking(`Object.prototype.email = "page@example.com";`),
    answer: ({ good }) => json({ ...good, resource: without(good.resource, "email") }),
  },
];

const resources: readonly RefusedAnswer[] = [
  { name: "another resource", id: () => "5b1e7d02-3c64-4f1a-9d0e-61c2a4b8f913" },
  { name: "a resource's id with a space after it", id: (id: string) => `${id} ` },
  { name: "a resource's id in braces", id: (id: string) => `{${id}}` },
  { name: "a resource's id without hyphens", id: (id: string) => id.replaceAll("-", "") },
  { name: "a resource's id in a list", id: (id: string) => [id] },
  { name: "null for a resource's id", id: () => null },
  { name: "an empty resource's id", id: () => "" },
].map(({ name, id }) => ({
  name,
  code: "token/wrong-resource",
  answer: ({ good }: Secret) => json(withResource(good, { id: id(good.resource.id) })),
}));

/** Answers that are JSON and not a grant, or a grant for another resource. */
export const shapes: readonly RefusedAnswer[] = [...missing, ...unusable, ...tricks, ...resources];
