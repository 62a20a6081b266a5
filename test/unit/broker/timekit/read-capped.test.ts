import { expect, test } from "vitest";
import { readCapped } from "../../../../src/broker/timekit/read-capped.ts";

const streamOf = (sizes: readonly number[], onCancel: () => void = () => undefined): Response => {
  const left = [...sizes];
  return new Response(
    new ReadableStream({
      pull: (controller) => {
        const size = left.shift();
        if (size === undefined) controller.close();
        else controller.enqueue(new Uint8Array(size).fill(7));
      },
      cancel: onCancel,
    }),
  );
};

test.each([[[]], [[0]], [[10]], [[4, 6]], [[1, 2, 3, 4]]])(
  "chunks of %j bytes are read up to the limit",
  async (sizes) => {
    const total = sizes.reduce((sum: number, size) => sum + size, 0);
    expect(await readCapped(streamOf(sizes), 10)).toEqual(new Uint8Array(total).fill(7));
  },
);

test("a response without a body is empty", async () => {
  expect(await readCapped(new Response(null), 10)).toEqual(new Uint8Array());
});

test("one byte more is too large, and the rest is not taken", async () => {
  let isCancelled = false;
  const endless = streamOf([10, 1, ...Array<number>(1000).fill(1000)], () => {
    isCancelled = true;
  });
  await expect(readCapped(endless, 10)).rejects.toMatchObject({ reason: "too-large", isRetryable: false });
  expect(isCancelled).toBe(true);
});
