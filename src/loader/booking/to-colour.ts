/**
 * What the browser makes of a colour, as `rgb()` or `rgba()`; undefined of what is none. FullCalendar writes colours
 * into a `style` attribute as they are, and `var(--x,"><img …>")` is a colour for `CSS.supports`: what was written
 * never goes on.
 */
export const createToColour =
  (element: HTMLElement) =>
  (text: string): string | undefined => {
    if (!isColour.test(text)) return undefined;
    const probe = element.ownerDocument.createElement("span");
    // Above what the page says of every element, and at once.
    probe.style.setProperty("transition", "none", "important");
    probe.style.setProperty("color", text, "important");
    if (!probe.style.color) return undefined;
    element.append(probe);
    const { color } = getComputedStyle(probe);
    probe.remove();
    return /^rgba?\([\d., ]+\)$/.test(color) ? color : undefined;
  };

/** A name, a number sign with digits, or one of the functions that are as old as browsers that we serve. */
const isColour = /^(#[\da-f]{3,8}|[a-z]{3,30}|(rgb|hsl)a?\([\d.,%/ a-z-]{1,60}\))$/i;
