import { describe, expect, it } from "vitest";
import { properties, targets } from "./properties.ts";

// Seconds on an idle machine; a busy one must not fail it.
describe("any configuration", { timeout: 60_000 }, () => {
  describe.each(targets)("on the way to %s", (target) => {
    it.each(properties)("%s", (_, tryOut) => {
      expect(() => tryOut(target, 1000)).not.toThrow();
    });
  });
});
