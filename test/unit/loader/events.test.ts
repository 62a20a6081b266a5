import { expect, onTestFinished, test } from "vitest";
import { emit } from "../../../src/loader/events.ts";

test("an event bubbles, leaves shadow trees and carries its detail", () => {
  const host = document.createElement("div");
  const inner = document.createElement("p");
  host.attachShadow({ mode: "open" }).append(inner);
  document.body.append(host);
  onTestFinished(() => host.remove());
  const heard: unknown[] = [];
  const listen = (event: Event) => void heard.push(event);
  document.addEventListener("timekit-embed:availability", listen);
  onTestFinished(() => document.removeEventListener("timekit-embed:availability", listen));
  emit(inner, "timekit-embed:availability", { slots: 3 });
  expect(heard).toEqual([expect.objectContaining({ bubbles: true, composed: true, detail: { slots: 3 } })]);
});

test("a page cannot stop us by cancelling", () => {
  const target = document.createElement("div");
  target.addEventListener("timekit-embed:state", (event) => event.preventDefault());
  expect(() => emit(target, "timekit-embed:state", { from: "waiting", to: "failed" })).not.toThrow();
});
