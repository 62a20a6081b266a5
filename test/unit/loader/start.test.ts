import { within } from "@testing-library/preact";
import { describe, expect, test } from "vitest";
import { chooseWords } from "../../../src/loader/ui/words.ts";
import { resourceId } from "./token/grant-body.ts";
import { onlyEmbedOf, openCalendar } from "./world/open-calendar.ts";
import { brokerUrl, container, defaults, nextTasks, openPage, ordinary } from "./world/open-page.ts";

const words = chooseWords("en");

/** What stands in the status part, as its readers meet it. */
const insideStatus = () => {
  const root = document.querySelector("[data-timekit-part=status]")?.shadowRoot;
  if (!root) throw new Error("There is no status.");
  // The queries ask for an element, and use only what shadow roots have too.
  return within(root as unknown as HTMLElement);
};

describe("a calendar that waits for a click", () => {
  test("contacts nobody until then, and goes its ordinary way after it", async () => {
    const { embed, asked, requested, startOf, heard } = openCalendar({ tag: { "data-start": "click" } });
    await nextTasks();
    expect([embed.state, asked.length, requested.length]).toEqual(["waiting", 0, 0]);
    insideStatus().getByRole("button", { name: words.start }).click();
    expect(embed.state).toBe("authorizing");
    (await startOf(0)).reports.onShown(1);
    await embed.ready;
    expect(heard.filter(({ name }) => name === "ready")).toHaveLength(1);
  });

  test.each([
    ["Timekit's and the broker's", {}, "broker.example, api.timekit.io"],
    [
      "those of options",
      { "data-vendor-url": "https://files.example/v.js" },
      "broker.example, files.example, api.timekit.io",
    ],
    [
      "another Timekit",
      { "data-config": '{"timekitConfig":{"apiBaseUrl":"https://timekit.example:8443/x/"}}' },
      "broker.example, timekit.example:8443",
    ],
    [
      "one that are the same",
      { "data-config": '{"timekitConfig":{"apiBaseUrl":"https://broker.example/"}}' },
      "broker.example",
    ],
  ])("names the hosts: %s", (_, tag, hosts) => {
    openCalendar({ tag: { "data-start": "click", ...tag } });
    expect(insideStatus().getByText(`This contacts ${hosts}.`)).toBeTruthy();
  });

  test("does not have a stranger say which hosts", () => {
    const config = '{"timekitConfig":{"apiBaseUrl":"https://harmless.example/"}}';
    const world = openPage({ html: container(resourceId, `data-config='${config}'`) });
    world.run(world.addTag({ ...defaults, "data-start": "click" }));
    expect(insideStatus().getByText("This contacts broker.example, api.timekit.io.")).toBeTruthy();
  });

  test("says at once what only the owner can mend, and asks nobody", async () => {
    const world = openPage();
    const tag = { ...ordinary, "data-broker-url": "", "data-target": "#calendar", "data-start": "click" };
    const embed = onlyEmbedOf(world.run(world.addTag(tag)));
    await expect(embed.ready).rejects.toMatchObject({ code: "config/bad-broker-url" });
    expect([world.asked.length, world.requested.length]).toEqual([0, 0]);
  });
});

describe("a calendar that waits for the page", () => {
  test("contacts nobody and says nothing until start(), which counts once", async () => {
    const { embed, asked, requested, startOf, section } = openCalendar({ tag: { "data-start": "manual" } });
    await nextTasks();
    expect([embed.state, asked.length, requested.length]).toEqual(["waiting", 0, 0]);
    expect(section("status")).toBeNull();
    embed.start();
    embed.start();
    expect(insideStatus().getByRole("status").textContent).toBe(words.loading);
    (await startOf(0)).reports.onShown(1);
    await embed.ready;
    embed.start();
    expect([embed.state, asked.length]).toEqual(["ready", 1]);
  });

  test("does not start once it is destroyed", async () => {
    const { embed, asked } = openCalendar({ tag: { "data-start": "manual" } });
    embed.destroy();
    embed.start();
    await nextTasks();
    expect([embed.state, asked.length]).toEqual(["destroyed", 0]);
  });

  test("is started by mount() for whom it was mounted with start: manual", () => {
    const world = openPage();
    const api = world.run(world.addTag(defaults));
    const embed = api.mount({ resourceId, brokerUrl, target: "#calendar", start: "manual" });
    expect(embed.state).toBe("waiting");
    embed.start();
    expect(embed.state).toBe("authorizing");
  });
});

describe("a stranger's container", () => {
  test.each(["auto", "visible"])("that asks for %s waits for a click where the owner says so", (start) => {
    const world = openPage({ html: container(resourceId, `data-start="${start}" data-lazy="off"`) });
    const api = world.run(world.addTag({ ...defaults, "data-start": "click" }));
    expect(onlyEmbedOf(api).state).toBe("waiting");
    expect(insideStatus().getByRole("button", { name: words.start })).toBeTruthy();
  });

  test("may ask for a later start", () => {
    const world = openPage({ html: container(resourceId, 'data-start="click"') });
    expect(onlyEmbedOf(world.run(world.addTag(defaults))).state).toBe("waiting");
  });

  test("chooses as the owner does where it is trusted", () => {
    const world = openPage({ html: container(resourceId, 'data-start="auto"') });
    const tag = { ...defaults, "data-start": "click", "data-containers": "trusted" };
    expect(onlyEmbedOf(world.run(world.addTag(tag))).state).toBe("authorizing");
  });
});
