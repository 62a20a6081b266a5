import { expect, test } from "vitest";
import { createWriteLine } from "../../../../src/broker/node/write-line.ts";

const world = () => {
  const written: string[] = [];
  const deferred: (() => void)[] = [];
  const lines = createWriteLine({
    write: (text) => void written.push(text),
    defer: (run) => void deferred.push(run),
  });
  return { ...lines, written, deferred, turn: () => deferred.splice(0).forEach((run) => run()) };
};

test("the lines of one turn are written together and in order", () => {
  const { write, written, deferred, turn } = world();
  write("a");
  write("b");
  expect([written, deferred.length]).toEqual([[], 1]);
  turn();
  write("c");
  turn();
  expect(written).toEqual(["a\nb\n", "c\n"]);
});

test("what waits at the end of the process is written once", () => {
  const { write, flush, written, turn } = world();
  write("a");
  flush();
  turn();
  flush();
  expect(written).toEqual(["a\n"]);
});
