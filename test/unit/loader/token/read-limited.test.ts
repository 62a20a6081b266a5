// @vitest-environment node
import { expect, test } from "vitest";
import { readLimited } from "../../../../src/loader/token/read-limited.ts";

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
  const stream = new ReadableStream({ pull: (controller) => controller.error(new TypeError("terminated")) });
  await expect(readLimited(new Response(stream), 8)).rejects.toThrow("terminated");
});
