import type { Undo } from "../page.ts";

/** Calls back once when the element is in the viewport or within 200 px of it. */
export const whenNear = (element: Element, onNear: () => void): Undo => {
  const observer = new IntersectionObserver(
    (entries) => {
      if (!entries.some((entry) => entry.isIntersecting)) return;
      observer.disconnect();
      onNear();
    },
    { rootMargin: "200px" },
  );
  observer.observe(element);
  return () => observer.disconnect();
};

/** Calls back once when the browser is online again. */
export const whenOnline = (window: Window, onOnline: () => void): Undo => {
  window.addEventListener("online", onOnline, { once: true });
  return () => window.removeEventListener("online", onOnline);
};
