import { expect, test } from "vitest";
import { watchCspViolations } from "../../../src/loader/explain.ts";

const violate = (parts: Partial<SecurityPolicyViolationEvent>): void => {
  const event = new Event("securitypolicyviolation");
  const ordinary = {
    blockedURI: "https://broker.example/client-token?x=1",
    disposition: "enforce",
    effectiveDirective: "connect-src",
    originalPolicy: "connect-src 'self'",
  };
  document.dispatchEvent(Object.assign(event, ordinary, parts));
};

test.each([
  [{}, "connect-src https://broker.example", "connect-src"],
  [{ originalPolicy: "default-src 'self'" }, "connect-src https://broker.example", "default-src"],
  [{ originalPolicy: "img-src *;Connect-Src" }, "connect-src https://broker.example", "connect-src"],
  [{ originalPolicy: "report-uri /connect-src-x" }, "connect-src https://broker.example", "connect-src"],
  [
    { effectiveDirective: "script-src-elem", originalPolicy: "default-src 'none'; script-src 'self'" },
    "script-src https://broker.example",
    "script-src",
  ],
  [
    { effectiveDirective: "script-src-elem", originalPolicy: "script-src *; script-src-elem 'self'" },
    "script-src https://broker.example",
    "script-src-elem",
  ],
  [
    { effectiveDirective: "style-src-attr", blockedURI: "inline", originalPolicy: "style-src 'self'" },
    "style-src inline",
    "style-src",
  ],
  [
    {
      effectiveDirective: "trusted-types",
      blockedURI: "trusted-types-policy",
      originalPolicy: "trusted-types",
    },
    "trusted-types trusted-types-policy",
    "trusted-types",
  ],
] as const)("%j is written down as %s", (parts, stopped, directive) => {
  const { violations: blocked } = watchCspViolations(document);
  violate(parts);
  expect([...blocked]).toEqual([[stopped, directive]]);
});

test("what would only be reported is left out, and there is an end", () => {
  const { violations: blocked } = watchCspViolations(document);
  violate({ disposition: "report" });
  expect(blocked.size).toBe(0);
  for (let index = 0; index < 500; index += 1) violate({ blockedURI: `https://${index}.example/` });
  expect(blocked.size).toBe(100);
});
