import { writeDocument } from "../../world/write-page.ts";
import type { HostPage } from "../host-page.ts";
import { writeLoader } from "../host-script.ts";

export const page: HostPage = {
  headers: {
    "cross-origin-embedder-policy": "require-corp",
    "cross-origin-opener-policy": "same-origin",
  },
  html: (parts) => writeDocument(writeLoader(parts, { async: "" })),
  see: () => window.crossOriginIsolated,
  sees: true,
};
