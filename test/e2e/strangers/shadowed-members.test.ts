import { afterAll, beforeAll, expect, it } from "vitest";
import { resourceIds } from "../../../demo/timekit/world.ts";
import type { Api } from "../../../src/loader/api.ts";
import type { Visit } from "../world/open-visit.ts";
import { openWorld, type World } from "../world/open-world.ts";
import { writeDocument, writeTag } from "../world/write-page.ts";

/** What the loader asks of elements that are the page's, and of what is near to it. */
const names = [
  "matches",
  "closest",
  "querySelector",
  "querySelectorAll",
  "getAttribute",
  "hasAttribute",
  "setAttribute",
  "attributes",
  "classList",
  "className",
  "id",
  "dataset",
  "style",
  "children",
  "childNodes",
  "firstChild",
  "parentNode",
  "parentElement",
  "nextSibling",
  "contains",
  "append",
  "appendChild",
  "after",
  "before",
  "remove",
  "replaceChildren",
  "insertBefore",
  "isConnected",
  "getRootNode",
  "ownerDocument",
  "nodeType",
  "nodeName",
  "tagName",
  "localName",
  "textContent",
  "innerHTML",
  "shadowRoot",
  "attachShadow",
  "addEventListener",
  "removeEventListener",
  "dispatchEvent",
  "type",
  "src",
  "getBoundingClientRect",
  "clientWidth",
  "offsetWidth",
  "constructor",
  "__proto__",
  "toString",
  "focus",
] as const;

let world: World;
let visit: Visit;
beforeAll(async () => {
  world = await openWorld();
  const forms = names.map(
    (name) =>
      // Two of a name are a list, which has no method of an element at all.
      `<form class="case" data-timekit-resource-id="${resourceIds.noSlots}" data-case="${name}">
        <input name="${name}"><input name="${name}"></form>`,
  );
  visit = await world.openPage({
    html: ({ brokerUrl, config }) =>
      writeDocument(
        `${forms.join("")}<div id="late"></div>
        <div id="beside" data-timekit-resource-id="${resourceIds.oneSlot}"></div>
        ${writeTag({ "broker-url": brokerUrl, config })}`,
        // Containers beyond the tenth are mounted in sight.
        "<style>.case { position: absolute; top: 0 }</style>",
      ),
  });
  await visit.page.waitForFunction(() => Reflect.get(window, "TimekitEmbed") !== undefined);
  // The same once more for the observer, and a form in which everything is hidden that a form has.
  await visit.page.evaluate(
    ([html = "", id = ""]) => {
      const all = new Set<string>();
      for (let own: object | null = HTMLFormElement.prototype; own; own = Reflect.getPrototypeOf(own))
        for (const name of Object.getOwnPropertyNames(own)) all.add(name);
      const inputs = [...all].map((name) => `<input name="${name}">`);
      const late = document.querySelector("#late");
      late?.insertAdjacentHTML(
        "beforeend",
        `${html}<form class="case" data-case="everything" data-timekit-resource-id="${id}">${inputs.join("")}</form>
        <div id="late-beside" data-timekit-resource-id="${id}"></div>`,
      );
    },
    [forms.join("").replaceAll('data-case="', 'data-case="late '), resourceIds.twoSlots],
  );
  await visit.page
    .waitForFunction(
      (count) => (Reflect.get(window, "TimekitEmbed") as Api).embeds.length >= count,
      2 * names.length + 3,
    )
    .catch(() => undefined);
});
afterAll(() => world.close());

/** The parts in the form of this case, asked of the prototype. */
const readParts = (name: string): Promise<readonly unknown[]> =>
  visit.page.evaluate(
    (name) =>
      [...document.querySelectorAll(".case")]
        .filter((form) => Element.prototype.getAttribute.call(form, "data-case") === name)
        .flatMap((form) => Array.from<Element>(Reflect.get(Element.prototype, "children", form)))
        .map((part) => part.getAttribute("data-timekit-part")),
    name,
  );

it.each([...names, ...names.map((name) => `late ${name}`), "everything"])(
  "a form with fields called %s becomes a calendar",
  async (name) => {
    expect(await readParts(name)).toEqual(["notice", "status", "widget"]);
  },
);

it("what stands beside such forms is mounted, and nothing is thrown", async () => {
  await visit.page.evaluate(() => document.querySelector("#beside")?.scrollIntoView());
  await visit.page.locator("#beside .fc-event").waitFor({ timeout: 20_000 });
  await visit.page.evaluate(() => document.querySelector("#late-beside")?.scrollIntoView());
  await visit.page.locator("#late-beside .fc-event").first().waitFor({ timeout: 20_000 });
  expect(visit.pageErrors).toEqual([]);
});

it("such a form as the owner's target tells its events, and has its fields back in the end", async () => {
  const { page, events, close } = await world.openPage({
    resourceId: resourceIds.noSlots,
    html: ({ tag }) =>
      writeDocument(
        `<form id="place">${names.map((name) => `<input name="${name}">`).join("")}</form>
         ${tag.replace("<script", '<script data-target="#place"')}`,
      ),
  });
  await expect.poll(async () => (await events()).map(({ name }) => name)).toContain("ready");
  await page.evaluate(() => (Reflect.get(window, "TimekitEmbed") as Api).embeds[0]?.destroy());
  // The driver's own selectors trip over such a form.
  const counted = await page.evaluate(() =>
    ["#place > input", "[data-timekit-part]"].map((selector) => document.querySelectorAll(selector).length),
  );
  expect(counted).toEqual([names.length, 0]);
  await close();
});

/** What the loader itself asks of the document; v1 and its jQuery ask more. */
it.each([
  "URL",
  "baseURI",
  "readyState",
  "scripts",
  "querySelector",
  "querySelectorAll",
  "dispatchEvent",
  "currentScript",
  "adoptedStyleSheets",
])("an image called %s leaves the document its own", async (name) => {
  const { page, pageErrors, close } = await world.openPage({
    resourceId: resourceIds.oneSlot,
    html: ({ tag }) => writeDocument(`<img name="${name}" alt=""><img name="${name}" alt="">${tag}`),
  });
  await page.locator(".fc-event").waitFor({ timeout: 20_000 });
  expect(pageErrors).toEqual([]);
  await close();
});
