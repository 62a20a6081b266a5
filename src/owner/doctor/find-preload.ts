import type { Finding } from "./finding.ts";

/** Whether a preload line is one that the loader's own request can use. */
export const findPreload = (document: ParentNode): Finding[] => {
  const links = document.querySelectorAll<HTMLLinkElement>('link[rel~="preload"][href*="/vendor/booking-"]');
  return [...links].map((link) => {
    const lacks = ["integrity", "crossorigin"].filter((name) => !link.hasAttribute(name));
    return {
      what: "preload",
      found: lacks.length > 0 ? `without ${lacks.join(" and ")}` : "complete",
      ...(lacks.length > 0 && {
        advice: "the file is fetched twice: copy the line from src/loader/README.md",
      }),
    };
  });
};
