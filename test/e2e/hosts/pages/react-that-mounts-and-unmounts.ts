import { writeDocument } from "../../world/write-page.ts";
import type { Api } from "../../../../src/loader/api.ts";
import type { HostPage } from "../host-page.ts";
import { defaultAttributes, mountOptions, writeLoader, writeScript } from "../host-script.ts";
import { servePackage } from "../serve-files.ts";

// Strict mode mounts, unmounts and mounts again at once. The page's switch then takes the calendar away and back.
export const page: HostPage = {
  files: () => ({
    "react.js": servePackage("react/umd/react.development.js"),
    "react-dom.js": servePackage("react-dom/umd/react-dom.development.js"),
  }),
  html: (parts) =>
    writeDocument(
      `<main></main>${writeScript({ src: "react.js" })}${writeScript({ src: "react-dom.js" })}
       ${writeLoader(parts, defaultAttributes(parts))}
       ${writeScript(
         {},
         `{ const { createElement, StrictMode, useEffect, useRef, useState } = React;
            const Calendar = () => {
              const place = useRef(null);
              useEffect(() => {
                const embed = TimekitEmbed.mount({ ...${mountOptions(parts)}, target: place.current });
                return embed.destroy;
              }, []);
              return createElement("section", { ref: place });
            };
            const Page = () => {
              const [isOpen, setOpen] = useState(true);
              document.setOpen = setOpen;
              return isOpen ? createElement(Calendar) : createElement("p", null, "Closed");
            };
            const root = ReactDOM.createRoot(document.querySelector("main"));
            ReactDOM.flushSync(() => root.render(createElement(StrictMode, null, createElement(Page)))); }`,
       )}`,
    ),
  places: ["section"],
  globals: ["React", "ReactDOM"],
  asked: { vendor: 1, token: 2 },
  see: async () => {
    const api = Reflect.get(window, "TimekitEmbed") as Api;
    const setOpen = Reflect.get(document, "setOpen") as (isOpen: boolean) => void;
    const [first] = api.embeds;
    const pause = (): Promise<unknown> => new Promise((resolve) => setTimeout(resolve, 50));
    setOpen(false);
    for (let waits = 0; waits < 100 && api.embeds.length > 0; waits += 1) await pause();
    const closed = [first?.state, api.embeds.length, document.querySelector("main")?.innerHTML];
    setOpen(true);
    for (let waits = 0; waits < 100 && api.embeds.length === 0; waits += 1) await pause();
    await api.embeds[0]?.ready;
    return { closed, again: api.embeds.map(({ state }) => state) };
  },
  sees: { closed: ["destroyed", 0, "<p>Closed</p>"], again: ["ready"] },
  browserPrints: /Download the React DevTools/,
};
