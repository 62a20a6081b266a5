import { describe, expect, it } from "vitest";
import { properties, targets } from "./properties.ts";

describe("any configuration, at length", () => {
  describe.each(targets)("on the way to %s", (target) => {
    it.each(properties)("%s", (_, tryOut) => {
      expect(() => tryOut(target, 100_000)).not.toThrow();
    });
  });
});
