import { writeDocument } from "../../world/write-page.ts";
import type { HostPage } from "../host-page.ts";
import { writeLoader, writeScript } from "../host-script.ts";

// One image keeps the browser waiting until the calendar is there, and for twenty seconds at most.
export const page: HostPage = {
  files: () => {
    let send: (answer: Response) => void = () => undefined;
    const image = new Promise<Response>((resolve) => {
      send = resolve;
    });
    const answer = (): Response =>
      new Response("<svg xmlns='http://www.w3.org/2000/svg'/>", {
        headers: { "content-type": "image/svg+xml" },
      });
    return {
      "late.svg": () => {
        setTimeout(() => send(answer()), 20_000);
        return image;
      },
      "now.svg": () => {
        send(answer());
        return answer();
      },
    };
  },
  html: (parts) =>
    writeDocument(
      `<img src="late.svg" alt="">
       ${writeScript(
         {},
         `document.order = [];
          addEventListener("timekit-embed:ready", () => { document.order.push("ready"); fetch("now.svg"); });
          addEventListener("load", () => document.order.push("load"));`,
       )}
       ${writeLoader(parts, { async: "" })}`,
    ),
  see: () => Reflect.get(document, "order") as unknown,
  sees: ["ready", "load"],
};
