import { writeDocument } from "../../world/write-page.ts";
import type { HostPage } from "../host-page.ts";
import { writeLoader } from "../host-script.ts";

export const page: HostPage = {
  html: (parts) => writeDocument(writeLoader(parts, { async: "" })).replace("<!doctype html>", ""),
  see: () => document.compatMode,
  sees: "BackCompat",
};
