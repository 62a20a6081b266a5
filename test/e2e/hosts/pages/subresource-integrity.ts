import { readDist } from "../../../tools/dist.ts";
import { writeDocument } from "../../world/write-page.ts";
import type { HostPage } from "../host-page.ts";
import { writeLoader } from "../host-script.ts";
import { toIntegrity } from "../../../../src/build/integrity.ts";

const integrity = toIntegrity(await readDist("loader.js"));

export const page: HostPage = {
  html: (parts) => writeDocument(writeLoader(parts, { async: "", integrity, crossorigin: "anonymous" })),
};
