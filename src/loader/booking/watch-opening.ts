import type { Undo } from "../page.ts";

/**
 * Calls back when the element gets a width after it had none, as in a tab that is opened: what was drawn before was
 * drawn for no width, or for another one. Afterwards the same width changes nothing.
 */
export const watchOpening = (element: HTMLElement, onOpened: () => void): Undo => {
  let drawnWidth = element.clientWidth;
  let isOpen = drawnWidth > 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const observer = new ResizeObserver(() => {
    const width = element.clientWidth;
    // In a turn of its own: what changes sizes in here is an error event of the page's window.
    if (width > 0 && !isOpen && width !== drawnWidth) timer = setTimeout(onOpened);
    isOpen = width > 0;
    if (isOpen) drawnWidth = width;
  });
  observer.observe(element);
  return () => {
    observer.disconnect();
    clearTimeout(timer);
  };
};
