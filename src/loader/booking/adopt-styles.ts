/**
 * Gives v1 its styles where the page's CSP has blocked the style element: a blocked one keeps its text and has
 * no sheet, and a constructable sheet with the same text is not subject to `style-src`.
 */
export const adoptStyles = (styles: readonly HTMLStyleElement[], document: Document): void => {
  for (const style of styles) {
    if (style.sheet || !style.isConnected) continue;
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(style.textContent);
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  }
};
