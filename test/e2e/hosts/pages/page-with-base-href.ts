import { resourceIds } from "../../../../demo/timekit/world.ts";
import { writeDocument } from "../../world/write-page.ts";
import type { HostPage } from "../host-page.ts";
import { writeLoader } from "../host-script.ts";
import { fileHeaders } from "../../world/create-sites.ts";

// A relative broker is relative to the page, whatever its <base> says.
export const page: HostPage = {
  files: ({ brokerOrigin, pageOrigin }) => ({
    "client-token": async () => {
      const answer = await fetch(`${brokerOrigin}/client-token?resource_id=${resourceIds.twelveSlots}`, {
        headers: { origin: pageOrigin },
      });
      return new Response(await answer.text(), {
        headers: { ...fileHeaders, "content-type": "application/json" },
      });
    },
  }),
  html: (parts) =>
    writeDocument(
      writeLoader(parts, { async: "", src: "../dist/loader.js", "data-broker-url": "client-token" }),
      '<base href="elsewhere/">',
    ),
};
