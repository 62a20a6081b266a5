import type { ErrorCode } from "../../../src/loader/errors.ts";
import { json, type RefusedAnswer, text } from "./refused-answer.ts";

const byStatus: Readonly<Record<number, ErrorCode>> = {
  201: "broker/bad-response",
  202: "broker/bad-response",
  203: "broker/bad-response",
  206: "broker/bad-response",
  226: "broker/bad-response",
  400: "broker/failed",
  401: "broker/failed",
  403: "broker/origin-refused",
  404: "broker/no-token",
  410: "broker/failed",
  418: "broker/failed",
  429: "broker/busy",
  500: "broker/failed",
  502: "broker/failed",
  503: "broker/busy",
  504: "broker/timeout",
};

const statuses: readonly RefusedAnswer[] = Object.entries(byStatus).map(([status, code]) => ({
  name: `a grant with status ${status}`,
  code,
  answer: ({ good }) => json(good, { status: Number(status) }),
}));

const empty: readonly RefusedAnswer[] = [204, 205].map((status) => ({
  name: `status ${status} without a body`,
  code: "broker/bad-response",
  answer: () => text(null, { status }),
}));

const redirects: readonly RefusedAnswer[] = [301, 302, 303, 307, 308].map((status) => ({
  name: `a redirect (${status}) to a grant`,
  code: "broker/unreachable",
  answer: ({ good, request }) => {
    const url = new URL(request.url);
    if (url.searchParams.has("followed")) return json(good);
    url.searchParams.set("followed", "1");
    return text(null, { status, headers: { location: url.href } });
  },
}));

const crossOrigin: readonly RefusedAnswer[] = [
  { name: "a grant for no other origin", allowed: {} },
  { name: "a grant for another origin", allowed: { "access-control-allow-origin": "https://other.example" } },
  { name: "a grant for the origin null", allowed: { "access-control-allow-origin": "null" } },
  { name: "a grant for two origins", allowed: { "access-control-allow-origin": "*, *" } },
].map(({ name, allowed }) => ({
  name,
  code: "broker/unreachable",
  answer: ({ good }) => new Response(JSON.stringify(good), { headers: allowed }),
}));

const problem = (name: string, facts: object, code: ErrorCode): RefusedAnswer => ({
  name,
  code,
  answer: ({ canary, good }) =>
    json(
      { ...good, status: 418, title: `<b>${canary}</b>`, detail: canary, request_id: `${canary} `, ...facts },
      { status: 418, headers: { "content-type": "application/problem+json", "x-request-id": canary } },
    ),
});

/** Answers that are no success, or none that a page may read. */
export const transport: readonly RefusedAnswer[] = [
  ...statuses,
  ...empty,
  ...redirects,
  ...crossOrigin,
  problem("a problem that is known", { code: "no-client-token" }, "broker/no-token"),
  problem("a problem that is not known", { code: "something-else" }, "broker/failed"),
  problem(
    "a problem that is called like a property of every object",
    { code: "constructor" },
    "broker/failed",
  ),
  problem("a problem that is called __proto__", { code: "__proto__" }, "broker/failed"),
];
