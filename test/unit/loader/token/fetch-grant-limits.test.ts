// @vitest-environment node
import { describe, expect, test, vi } from "vitest";
import { grantSizeLimitBytes } from "../../../../src/contract/grant.ts";
import { readLimited } from "../../../../src/loader/token/fetch-grant.ts";
import { type Answer, createWorld, good, hang, hangUp, say } from "./fetch-grant-world.ts";
import { canary, goodGrant, grantWith } from "./grant-body.ts";

describe("fetching a grant", () => {
  const text = JSON.stringify(goodGrant);
  const secondMs = 1000;

  /** Only the loader's own clock stands still; the sockets go on. */
  const stopClock = () => vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });

  describe("the size", () => {
    test("may be 64 KiB", async () => {
      const { ask } = await createWorld([say(200, text.padEnd(grantSizeLimitBytes))]);
      expect((await ask()).token).toBe(canary);
    });

    test("may not be a byte more", async () => {
      const { askInVain } = await createWorld([say(200, text.padEnd(grantSizeLimitBytes + 1))]);
      const error = await askInVain();
      expect(error.code).toBe("broker/bad-response");
      expect(error.message).toContain("65536");
    });

    test("of a failure counts too, and its status still decides", async () => {
      const { askInVain } = await createWorld([
        say(404, `{"code":"rate-limited"}`.padEnd(grantSizeLimitBytes + 1)),
      ]);
      expect((await askInVain()).code).toBe("broker/no-token");
    });
  });

  describe("the deadline", () => {
    const beginning: Answer = (response) => void response.writeHead(200).write(text.slice(0, 40));

    test.each([
      ["that says nothing", hang],
      ["that stops in the middle of its answer", beginning],
    ])("ends a broker %s after 10 s", async (_, answer) => {
      stopClock();
      const { broker, askInVain } = await createWorld([answer]);
      let isOver = false;
      const error = askInVain().finally(() => {
        isOver = true;
      });
      await broker.arrived(1);
      await vi.advanceTimersByTimeAsync(10 * secondMs - 1);
      expect(isOver).toBe(false);
      const isCutOff = new Promise((resolve) => broker.requests[0]?.socket.once("close", resolve));
      await vi.advanceTimersByTimeAsync(1);
      expect(await error).toMatchObject({ code: "broker/timeout", retryable: true });
      await isCutOff;
      await vi.advanceTimersByTimeAsync(60 * secondMs);
      expect(broker.requests).toHaveLength(1);
    });

    test("counts all attempts together", async () => {
      stopClock();
      const busy = say(503, "", { "retry-after": "6" });
      const { broker, askInVain, answered } = await createWorld([hangUp, busy, hang]);
      const error = askInVain();
      await answered(1);
      await vi.advanceTimersByTimeAsync(0);
      await answered(2);
      await vi.advanceTimersByTimeAsync(6 * secondMs);
      await broker.arrived(3);
      await vi.advanceTimersByTimeAsync(4 * secondMs);
      expect((await error).code).toBe("broker/timeout");
    });

    test("leaves no timer behind", async () => {
      stopClock();
      const { ask } = await createWorld([good]);
      await ask();
      expect(vi.getTimerCount()).toBe(0);
    });
  });

  test("the pause before another attempt, where the broker asks for none, is drawn by lot", async () => {
    stopClock();
    const { broker, ask, answered } = await createWorld([say(503, ""), good]);
    vi.spyOn(Math, "random").mockReturnValue(0.5);
    const grant = ask();
    await answered(1);
    await vi.advanceTimersByTimeAsync(149);
    expect(broker.requests).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(1);
    expect((await grant).token).toBe(canary);
  });

  describe("Retry-After", () => {
    test.each([
      [429, "3600"],
      [503, "10"],
      [503, "Wed, 01 Jan 2200 00:00:00 GMT"],
      [500, "3600"],
      [429, "1900000000"],
    ])("of status %i: %s is beyond what is left and ends it at once", async (status, after) => {
      const { broker, askInVain } = await createWorld([say(status, "", { "retry-after": after }), good]);
      const error = await askInVain();
      expect(error.code).toBe(status === 500 ? "broker/failed" : "broker/busy");
      expect(broker.requests).toHaveLength(1);
    });

    test("is measured against what is left, not against the whole", async () => {
      const startMs = Date.now();
      let requests = 0;
      const busy: Answer = (response, request) => {
        requests += 1;
        say(503, "", requests === 1 ? {} : { "retry-after": "4" })(response, request);
      };
      // Seven seconds pass by the page's clock with the first answer.
      const now = () => startMs + requests * 7 * secondMs;
      const { broker, askInVain } = await createWorld([busy], { now });
      await askInVain();
      expect(broker.requests).toHaveLength(2);
    });

    const inTwoSeconds = (): string => new Date(Date.now() + 2 * secondMs).toUTCString();
    test.each([
      ["seconds", () => "2"],
      ["a date", inTwoSeconds],
    ])("of two seconds, given as %s, is kept", async (_, write) => {
      vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "Date"], now: Date.UTC(2026, 10, 24) });
      const { broker, ask, answered } = await createWorld([say(429, "", { "retry-after": write() }), good]);
      const grant = ask();
      await answered(1);
      await vi.advanceTimersByTimeAsync(2 * secondMs - 1);
      expect(broker.requests).toHaveLength(1);
      await vi.advanceTimersByTimeAsync(1);
      expect((await grant).token).toBe(canary);
    });

    test.each(["", "-5", "0"])("that asks for no pause (%j) makes none", async (after) => {
      const { broker, ask } = await createWorld([say(503, "", { "retry-after": after }), good]);
      await ask();
      expect(broker.requests).toHaveLength(2);
    });

    test("that cannot be understood ends it at once, since the pause may be any", async () => {
      const { broker, askInVain } = await createWorld([say(503, "", { "retry-after": "soon" }), good]);
      expect((await askInVain()).code).toBe("broker/busy");
      expect(broker.requests).toHaveLength(1);
    });
  });

  describe("now", () => {
    const expired = grantWith({ expires: "2016-11-06T12:22:04+00:00" });

    test("is the answer's date, whatever the visitor's clock says", async () => {
      const in2015 = say(200, expired, { date: "Sun, 01 Nov 2015 00:00:00 GMT" });
      const { ask } = await createWorld([in2015], { now: () => Date.UTC(2030, 0, 1) });
      expect((await ask()).token).toBe(canary);
    });

    test("is the answer's date also where the visitor's clock is behind", async () => {
      const in2020 = say(200, expired, { date: "Wed, 01 Jan 2020 00:00:00 GMT" });
      const { askInVain } = await createWorld([in2020], { now: () => Date.UTC(2010, 0, 1) });
      expect((await askInVain()).code).toBe("token/expired");
    });

    const undated: Answer = (response, request) => {
      response.sendDate = false;
      say(200, expired)(response, request);
    };
    const fourMinutesAfter = Date.UTC(2016, 10, 6, 12, 26, 4);
    const sixMinutesAfter = Date.UTC(2016, 10, 6, 12, 28, 4);

    test("is the visitor's clock, with five minutes allowed, where no date can be read", async () => {
      const early = await createWorld([undated], { now: () => fourMinutesAfter });
      expect((await early.ask()).token).toBe(canary);
      const late = await createWorld([undated], { now: () => sixMinutesAfter });
      expect((await late.askInVain()).code).toBe("token/expired");
    });

    test("is the visitor's clock where the date is none", async () => {
      const { ask } = await createWorld([say(200, expired, { date: "now" })], {
        now: () => fourMinutesAfter,
      });
      expect((await ask()).token).toBe(canary);
    });
  });
});

describe("reading a body", () => {
  /** A body that arrives in these chunks. */
  const createBody = (chunks: readonly Uint8Array[]) => ({
    response: new Response(
      new ReadableStream<Uint8Array>({
        start: (controller) => {
          for (const chunk of chunks) controller.enqueue(chunk);
          controller.close();
        },
      }),
    ),
  });

  const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

  test.each([
    ["", 0],
    ["12345678", 8],
    ["é", 2],
  ])("%j is read whole within %i bytes", async (text, limitBytes) => {
    expect(await readLimited(new Response(text), limitBytes)).toBe(text);
  });

  test.each([
    ["123456789", 8],
    ["ééééé", 8],
  ])("%j is not read within %i bytes", async (text, limitBytes) => {
    expect(await readLimited(new Response(text), limitBytes)).toBeUndefined();
  });

  test("a response without a body has no text", async () => {
    expect(await readLimited(new Response(null), 8)).toBe("");
  });

  test("a character that arrives in two pieces is one", async () => {
    const [first, last] = [bytes("€").slice(0, 1), bytes("€").slice(1)];
    expect(await readLimited(createBody([bytes("a"), first, last]).response, 8)).toBe("a€");
  });

  test("a body that breaks off inside of a character ends with a replacement", async () => {
    expect(await readLimited(createBody([bytes("€").slice(0, 2)]).response, 8)).toBe("\ufffd");
  });

  test("an empty piece does not end the body", async () => {
    expect(await readLimited(createBody([bytes("a"), new Uint8Array(), bytes("b")]).response, 8)).toBe("ab");
  });

  test("a line that breaks is the caller's", async () => {
    const stream = new ReadableStream({
      pull: (controller) => controller.error(new TypeError("terminated")),
    });
    await expect(readLimited(new Response(stream), 8)).rejects.toThrow("terminated");
  });
});
