import { writeDocument } from "../../world/write-page.ts";
import type { HostPage } from "../host-page.ts";
import { writeLoader, writeScript } from "../host-script.ts";

export const page: HostPage = {
  html: (parts) =>
    writeDocument(
      `<main>${writeLoader(parts)}</main>
       ${writeScript({ src: "dist/loader.js" })}
       ${writeScript({}, `fetch("dist/loader.js").then((answer) => answer.text()).then(eval);`)}`,
    ),
};
