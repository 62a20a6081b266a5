import { describe, expect, it } from "vitest";
import { properties } from "./properties.ts";

// Seconds on an idle machine; a busy one must not fail it.
describe("any configuration", { timeout: 60_000 }, () => {
  it.each(properties)("%s", (_, tryOut) => {
    expect(() => tryOut(1000)).not.toThrow();
  });
});
