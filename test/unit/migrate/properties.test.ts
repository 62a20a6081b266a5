import { describe, expect, it } from "vitest";
import { properties } from "./properties.ts";

describe("any configuration", () => {
  it.each(properties)("%s", (_, tryOut) => {
    expect(() => tryOut(1000)).not.toThrow();
  });
});
