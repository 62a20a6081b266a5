import type { Embed } from "../../../src/loader/events.ts";
import { describe, expect, onTestFinished, test, vi } from "vitest";
import { LoaderError } from "../../../src/loader/errors.ts";
import { canary } from "./token/grant-body.ts";
import { openCalendar, openReadyCalendar } from "./world/open-calendar.ts";
import { grant, nextTasks, openPage, ordinary, parseLater } from "./world/open-page.ts";
import { createRecordingVendor } from "./world/recording-vendor.ts";

/** What `ready` is rejected with. */
const failureOf = async ({ ready }: Embed): Promise<LoaderError> => {
  const error: unknown = await ready.catch((error: unknown) => error);
  if (error instanceof LoaderError) return error;
  throw new Error("It is ready, or the error is not ours.", { cause: error });
};

const noToken = () => Response.json({ code: "no-client-token", request_id: "id-7" }, { status: 404 });

describe("a failure", () => {
  test("is on screen, rejects ready, and is told to page and owner alike", async () => {
    const { embed, heard, page, section, started, tag } = openCalendar({
      answer: noToken,
      tag: { "data-fallback-url": "tel:+15550100" },
    });
    const error = await failureOf(embed);
    const { code, message, retryable, requestId } = error;
    expect({ code, retryable, requestId }).toEqual({
      code: "broker/no-token",
      retryable: false,
      requestId: "id-7",
    });
    expect(embed).toMatchObject({ state: "failed", widget: null });
    expect(section("status")?.getAttribute("role")).toBe("alert");
    expect(section("status")?.querySelector("a")?.getAttribute("href")).toBe("tel:+15550100");
    expect(heard.at(-1)).toMatchObject({ name: "error", detail: { code, message, retryable, requestId } });
    expect(heard.at(-2)).toMatchObject({ name: "state", detail: { from: "authorizing", to: "failed" } });
    expect(page.printed).toEqual([["error", "[timekit-embed]", code, message, "id-7"]]);
    expect([started.length, tag.isConnected]).toEqual([0, true]);
  });

  test("without a request id has none in its event", async () => {
    const { embed, heard } = openCalendar({ answer: () => new Response("", { status: 404 }) });
    await failureOf(embed);
    expect(Object.keys(Object(heard.at(-1)?.detail))).toEqual(["code", "message", "retryable"]);
  });

  test("is nobody's unhandled rejection", async () => {
    const unhandled: unknown[] = [];
    const listen = (reason: unknown) => void unhandled.push(reason);
    process.on("unhandledRejection", listen);
    onTestFinished(() => void process.off("unhandledRejection", listen));
    vi.spyOn(Math, "random").mockReturnValue(0);
    onTestFinished(() => void vi.restoreAllMocks());
    const { embed, requested } = openCalendar({ answer: noToken, scripts: ["is blocked"] });
    await expect.poll(() => embed.state).toBe("failed");
    await expect.poll(() => requested.length).toBe(3);
    await nextTasks();
    expect(unhandled).toEqual([]);
  });

  test("of the vendor file is a failure too, once the token is there", async () => {
    vi.spyOn(Math, "random").mockReturnValue(0);
    onTestFinished(() => void vi.restoreAllMocks());
    const { embed, requested } = openCalendar({ scripts: ["is blocked"] });
    expect((await failureOf(embed)).code).toBe("vendor/blocked");
    expect(requested).toHaveLength(3);
  });

  test("of v1's options names the option", async () => {
    const vendor = createRecordingVendor((_, { refuse }) => {
      throw refuse("config.avatar");
    });
    const { embed, section } = openCalendar({ vendor });
    const error = await failureOf(embed);
    expect(error.code).toBe("config/bad-option");
    expect(error.message).toContain("config.avatar");
    expect(section("status")?.querySelector("button")).toBeNull();
  });

  test("of v1 itself says nothing of what v1 has thrown", async () => {
    const vendor = createRecordingVendor((request) => {
      throw new TypeError(`v1 quotes ${request.grant.token}`);
    });
    const { embed, page } = openCalendar({ vendor });
    expect((await failureOf(embed)).code).toBe("widget/failed");
    expect(JSON.stringify(page.printed)).not.toContain(canary);
  });

  test("of v1's own screen after it was ready is one as well", async () => {
    const { embed, first, section } = await openReadyCalendar();
    first.reports.onFailure({ call: "availability", status: 500, reason: "status 500" });
    expect(embed.state).toBe("failed");
    expect(first.isOver()).toBe(true);
    expect(section("status")?.getAttribute("role")).toBe("alert");
    await expect(embed.ready).resolves.toBeUndefined();
  });

  test("before its place is parsed is shown there later", async () => {
    const world = openPage({ html: "", answer: noToken });
    parseLater();
    const [embed] = world.run(world.addTag({ ...ordinary, "data-target": "#later" })).embeds;
    await expect.poll(() => embed?.state).toBe("failed");
    document.body.insertAdjacentHTML("beforeend", '<div id="later"></div>');
    await expect.poll(() => embed?.target?.id).toBe("later");
    const status = embed?.target?.querySelector('[data-timekit-part="status"]');
    expect(status?.shadowRoot?.querySelector("section")?.getAttribute("role")).toBe("alert");
  });

  test("for want of a place is final, and leaves alone what comes there later", async () => {
    const { embed, tag, heard } = openCalendar({ html: "" });
    expect((await failureOf(embed)).code).toBe("config/no-target");
    expect(heard.at(-1)?.target).toBe(tag);
    document.body.insertAdjacentHTML("beforeend", '<div id="calendar">link</div>');
    await nextTasks();
    expect(document.querySelector("#calendar")?.textContent).toBe("link");
    embed.retry();
    expect(embed.target?.id).toBe("calendar");
  });
});

describe("an owner's mistake", () => {
  test.each([
    [{ "data-resource-id": "me" }, "config/bad-resource-id"],
    [{ "data-broker-url": "http://broker.example/" }, "config/bad-broker-url"],
    [{ "data-config": "{" }, "config/bad-option"],
  ])("%j is shown without a retry, and nobody is asked", async (attributes, code) => {
    const { embed, asked, requested, section } = openCalendar({ tag: attributes });
    expect((await failureOf(embed)).code).toBe(code);
    expect([asked.length, requested.length]).toEqual([0, 0]);
    expect(section("status")?.getAttribute("role")).toBe("alert");
    expect(section("status")?.querySelector("button")).toBeNull();
  });
});

test("a bad look is left out with one warning, and the calendar is shown", async () => {
  const { embed, page } = await openReadyCalendar({ tag: { "data-notice": "loud" } });
  expect(embed.state).toBe("ready");
  expect(page.printed).toEqual([
    ["warn", "[timekit-embed]", "Ignored:", "data-notice: it must be on, owner or off"],
  ]);
});

describe("retry", () => {
  const failsOnce = () => {
    let requests = 0;
    return (request: Request): Response => {
      requests += 1;
      return requests === 1 ? new Response("", { status: 400 }) : grant(request);
    };
  };

  test("starts anew, with a new promise", async () => {
    const { embed, section, startOf } = openCalendar({ answer: failsOnce() });
    const before = embed.ready;
    await expect(before).rejects.toMatchObject({ code: "broker/failed" });
    section("status")?.querySelector("button")?.click();
    expect(embed.state).toBe("authorizing");
    expect(embed.ready).not.toBe(before);
    expect(section("status")?.getAttribute("role")).toBe("status");
    (await startOf(0)).reports.onShown(1);
    await embed.ready;
    expect(embed.state).toBe("ready");
  });

  test("does nothing in another state", async () => {
    const { embed, asked, heard } = await openReadyCalendar();
    const { ready } = embed;
    const before = heard.length;
    embed.retry();
    expect([embed.state, embed.ready, asked.length, heard.length]).toEqual(["ready", ready, 1, before]);
  });

  test.each(["timekit-embed:state", "timekit-embed:error"])(
    "may be called by a listener of %s",
    async (name) => {
      const world = openPage({ answer: failsOnce() });
      const api = world.run(world.addTag({ ...ordinary, "data-target": "#calendar" }));
      const [embed] = api.embeds;
      const listen = () => {
        if (embed?.state === "failed") embed.retry();
      };
      document.addEventListener(name, listen);
      onTestFinished(() => document.removeEventListener(name, listen));
      const first = embed?.ready;
      await expect.poll(() => world.started.length).toBe(1);
      await expect(first).rejects.toMatchObject({ code: "broker/failed" });
      world.started[0]?.reports.onShown(1);
      await embed?.ready;
      expect(embed?.state).toBe("ready");
    },
  );
});
