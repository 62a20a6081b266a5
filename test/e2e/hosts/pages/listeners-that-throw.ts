import { writeDocument } from "../../world/write-page.ts";
import type { HostPage } from "../host-page.ts";
import { writeLoader, writeScript } from "../host-script.ts";

const events = ["state", "ready", "availability", "notice"];

export const page: HostPage = {
  html: (parts) =>
    writeDocument(
      `${writeScript(
        {},
        events
          .map(
            (name) => `addEventListener("timekit-embed:${name}", ({ detail }) => {
                if (detail.to !== "destroyed") throw new Error("${name}");
              });`,
          )
          .join("\n"),
      )}
       ${writeLoader(parts, { async: "" })}`,
    ),
  throws: ["notice", "state", "state", "state", "availability", "ready"],
};
