import { describe, expect, it } from "vitest";
import { properties } from "./properties.ts";

describe("any configuration, at length", () => {
  it.each(properties)("%s", (_, tryOut) => {
    expect(() => tryOut(100_000)).not.toThrow();
  });
});
