import { expect } from "vitest";
import type { Outcome } from "./try-cases.ts";

/** Far above what a calendar takes here, and far below what a page hangs for. */
const hangingMs = 10_000;

/** Nothing of a stranger ran, was asked, covered, hung or changed anything. */
export const expectHarmless = (outcome: Outcome): void => {
  const { ran, foreignRequests, covered, changed, pageErrors, longestTaskMs, booked, ready } = outcome;
  expect({ ran, foreignRequests, covered, changed, pageErrors }).toEqual({
    ran: [],
    foreignRequests: [],
    covered: [],
    changed: [],
    pageErrors: [],
  });
  expect(longestTaskMs).toBeLessThan(hangingMs);
  // The innocent one among them: an empty page is harmless too.
  expect(Math.min(booked, ready)).toBeGreaterThan(0);
};
