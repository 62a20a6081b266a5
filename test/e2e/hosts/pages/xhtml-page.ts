import type { HostPage } from "../host-page.ts";
import { writeLoader } from "../host-script.ts";

// v1 writes HTML that is no XML, and says nothing of it.
export const page: HostPage = {
  headers: { "content-type": "application/xhtml+xml; charset=utf-8" },
  html: (parts) =>
    `<?xml version="1.0" encoding="utf-8"?><!DOCTYPE html>
     <html xmlns="http://www.w3.org/1999/xhtml" lang="en"><head><title>Bicycle repairs</title>
     <link rel="icon" href="data:," /></head><body><main>${writeLoader(parts, { async: "" })}</main></body></html>`,
  states: ["failed"],
  prints: [/^error: \[timekit-embed\] widget\/failed /],
};
