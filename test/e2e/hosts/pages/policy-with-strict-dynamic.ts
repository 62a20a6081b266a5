import { writeDocument } from "../../world/write-page.ts";
import type { HostPage } from "../host-page.ts";
import { writeLoader } from "../host-script.ts";
import { blockedStyle, writePolicy } from "../policy.ts";

export const page: HostPage = {
  headers: writePolicy({ "script-src": "'nonce-Zm9yIG9uY2U=' 'strict-dynamic'" }),
  html: (parts) => writeDocument(writeLoader(parts, { nonce: "Zm9yIG9uY2U=", async: "" })),
  browserPrints: blockedStyle,
};
