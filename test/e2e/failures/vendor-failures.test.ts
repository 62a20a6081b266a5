import { afterAll, beforeAll, expect, it } from "vitest";
import { readDist, vendorFile } from "../../tools/dist.ts";
import { startServer } from "../../tools/start-server.ts";
import { fileHeaders } from "../world/open-servers.ts";
import { openWorld, type World } from "../world/open-world.ts";
import type { Visit } from "../world/open-visit.ts";
import { expectHealthy } from "./expect-healthy.ts";

let world: World;
let vendor: Buffer;
beforeAll(async () => {
  vendor = await readDist(vendorFile);
  world = await openWorld();
});
afterAll(() => world.close());

const path = `dist/${vendorFile}`;
/** A file that is asked for again by each attempt, since the browser may not keep it. */
const file = (body: BodyInit, headers: Readonly<Record<string, string>> = {}): Response =>
  new Response(body, { headers: { ...fileHeaders, "cache-control": "no-store", ...headers } });

const attempts = (visit: Visit): number =>
  visit.requests.filter(
    (request) => request.url().endsWith(vendorFile) && request.resourceType() === "script",
  ).length;

/** What the host of the vendor file does wrong, and what the owner is told of it. */
const wrongs: readonly (readonly [name: string, answer: () => Response, told: RegExp])[] = [
  [
    "is missing",
    () => new Response("Not found", { status: 404 }),
    / did not load\. Its host answers with status 404\. Deploy/,
  ],
  [
    "fails",
    () => new Response("Oops", { status: 500 }),
    / did not load\. Its host answers with status 500\. Deploy/,
  ],
  [
    "has one byte more",
    () => file(`${vendor.toString()} `),
    / did not load\. It has been changed, or is of another version/,
  ],
  [
    "is another script",
    () => file("document.title = 'it ran';"),
    / did not load\. It has been changed, or is of another/,
  ],
  [
    "is not sent as JavaScript",
    () => file(new Uint8Array(vendor), { "content-type": "text/html", "x-content-type-options": "nosniff" }),
    / did not load\. Its host must send a JavaScript Content-Type/,
  ],
];

it.concurrent.each(wrongs)(
  "a vendor file that %s: blocked after three attempts, none of it run",
  async (_, answer, told) => {
    const visit = await world.openPage({ files: { [path]: answer } });
    await visit.reaches("failed");

    expect(await visit.errors()).toMatchObject([
      { code: "vendor/blocked", retryable: true, message: expect.stringMatching(told) },
    ]);
    expect(attempts(visit)).toBe(3);
    expect(await visit.page.title()).toBe("Bicycle repairs");
    expect(await visit.page.getByRole("alert").isVisible()).toBe(true);
    expect(await visit.page.locator("script").count()).toBe(1);
    await expectHealthy(visit);
    await visit.close();
  },
);

it.concurrent("a vendor file that fails once is loaded at the second attempt", async () => {
  let asked = 0;
  const visit = await world.openPage({
    files: {
      [path]: () => {
        asked += 1;
        return asked === 1 ? new Response(null, { status: 503 }) : file(new Uint8Array(vendor));
      },
    },
  });
  await visit.reaches("ready");

  expect(attempts(visit)).toBe(2);
  expect((await visit.events()).map(({ name }) => name)).not.toContain("error");
  await expectHealthy(visit);
  await visit.close();
});

it.concurrent("the retry button loads a vendor file again that is there by now", async () => {
  let isThere = false;
  const visit = await world.openPage({
    files: { [path]: () => (isThere ? file(new Uint8Array(vendor)) : new Response(null, { status: 404 })) },
  });
  await visit.reaches("failed");
  isThere = true;
  await visit.page.getByRole("alert").getByRole("button").click();
  await visit.reaches("ready");

  expect(await visit.page.getByRole("alert").count()).toBe(0);
  await expectHealthy(visit);
  await visit.close();
});

/** A host of its own for the vendor file, which sends it with these headers. */
const startHost = (headers: Readonly<Record<string, string>>) =>
  startServer(() => new Response(new Uint8Array(vendor), { headers }));

it.concurrent.each([
  [
    "Access-Control-Allow-Origin",
    {},
    /Open it in a tab: if it is there, its host must send Access-Control-Allow-Origin: \*/,
  ],
  // Nor may the page then ask what else there is.
  [
    "Access-Control-Allow-Origin, and keeps to itself",
    { "cross-origin-resource-policy": "same-origin" },
    /Access-Control-Allow-Origin: \* and Cross-Origin-Resource-Policy: cross-origin\.$/,
  ],
] as const)("a vendor host that sends no %s: the failure says so", async (_, headers, message) => {
  const host = await startHost({ "content-type": "text/javascript", ...headers });
  const visit = await world.openPage({ tag: { "vendor-url": `${host.origin}/${vendorFile}` } });
  await visit.reaches("failed");

  expect(await visit.errors()).toMatchObject([
    { code: "vendor/blocked", message: expect.stringMatching(message) },
  ]);
  await expectHealthy(visit);
  await visit.close();
  await host.close();
});
